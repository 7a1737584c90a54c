-- Loads, and the first tables of the star schema. Rows stand under the number of the load that brought them;
-- views show those of the load in force.

CREATE TABLE load (
  load_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id text NOT NULL,
  program text NOT NULL,
  started timestamp with time zone NOT NULL,
  ended timestamp with time zone,
  row_count bigint
);

CREATE TABLE current_load (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  load_no bigint REFERENCES load
);
INSERT INTO current_load DEFAULT VALUES;

CREATE TABLE stored_dim_department (
  load_no bigint NOT NULL,
  "department_key" text,
  "department" text,
  "department_group" text,
  "department_kind" text
);
CREATE INDEX ON stored_dim_department (load_no, "department_key");

CREATE TABLE stored_dim_agency (
  load_no bigint NOT NULL,
  "agency_key" text,
  "department_key" text,
  "agency" text
);
CREATE INDEX ON stored_dim_agency (load_no, "agency_key");

CREATE TABLE stored_dim_project (
  load_no bigint NOT NULL,
  "project_key" text,
  "department_key" text,
  "project" text
);
CREATE INDEX ON stored_dim_project (load_no, "project_key");

CREATE TABLE stored_dim_rule (
  load_no bigint NOT NULL,
  "rule_id" text,
  "family" text,
  "severity" text,
  "title" text,
  "title_en" text,
  "basis" text,
  "remedy" text
);
CREATE INDEX ON stored_dim_rule (load_no, "rule_id");

CREATE TABLE stored_dim_indicator_kind (
  load_no bigint NOT NULL,
  "indicator_kind_key" text,
  "category" text,
  "aspect" text
);
CREATE INDEX ON stored_dim_indicator_kind (load_no, "indicator_kind_key");

CREATE TABLE stored_dim_period (
  load_no bigint NOT NULL,
  "year" integer
);
CREATE INDEX ON stored_dim_period (load_no, "year");

CREATE TABLE stored_dim_jurisdiction (
  load_no bigint NOT NULL,
  "jurisdiction" text
);
CREATE INDEX ON stored_dim_jurisdiction (load_no, "jurisdiction");

CREATE TABLE stored_fact_form (
  load_no bigint NOT NULL,
  "form_id" text,
  "dossier" text,
  "department_key" text,
  "agency_key" text,
  "project_key" text,
  "year" integer,
  "jurisdiction" text,
  "form_kind" text,
  "project_name" text,
  "project_kind" text,
  "size_class" text,
  "file" text,
  "place" text,
  "cancelled" boolean,
  "suspect_amounts" boolean,
  "original_budget" numeric,
  "final_budget" numeric,
  "actual_expenditure" numeric,
  "execution_rate" numeric,
  "max_score" numeric,
  "score" numeric,
  "grade" text,
  "claimed" numeric,
  "supported" numeric,
  "indicators" bigint,
  "full_indicators" bigint,
  "blank_actuals" bigint,
  "errors" bigint,
  "doubts" bigint,
  "notes" bigint,
  "guesses" bigint,
  "confidence" double precision,
  "template" text,
  "planned" text,
  "achieved" text
);
CREATE UNIQUE INDEX ON stored_fact_form (load_no, form_id);

CREATE TABLE stored_fact_funding (
  load_no bigint NOT NULL,
  "form_id" text,
  "department_key" text,
  "year" integer,
  "funding_kind" text,
  "original_budget" numeric,
  "final_budget" numeric,
  "actual_expenditure" numeric,
  "max_score" numeric,
  "execution_rate" numeric,
  "score" numeric
);
CREATE INDEX ON stored_fact_funding (load_no, department_key, year);

CREATE TABLE stored_fact_indicator (
  load_no bigint NOT NULL,
  "form_id" text,
  "department_key" text,
  "year" integer,
  "indicator_no" integer,
  "indicator_kind_key" text,
  "name" text,
  "target" text,
  "actual" text,
  "max_score" numeric,
  "score" numeric,
  "variance_explanation" text
);
CREATE INDEX ON stored_fact_indicator (load_no, department_key, year);
CREATE INDEX ON stored_fact_indicator (load_no, form_id);

CREATE TABLE stored_fact_finding (
  load_no bigint NOT NULL,
  "dossier" text,
  "department_key" text,
  "year" integer,
  "fingerprint" text,
  "form_id" text,
  "project_name" text,
  "rule_id" text,
  "severity" text,
  "subject" text,
  "file" text,
  "place" text,
  "reported" text,
  "expected" text,
  "difference" numeric,
  "message" text,
  "stands" boolean,
  "waived" text
);
CREATE INDEX ON stored_fact_finding (load_no, department_key, year);
CREATE INDEX ON stored_fact_finding (load_no, form_id);

CREATE TABLE stored_fact_outcome (
  load_no bigint NOT NULL,
  "dossier" text,
  "department_key" text,
  "year" integer,
  "rule_id" text,
  "outcome" text,
  "reason" text,
  "forms" bigint
);
CREATE INDEX ON stored_fact_outcome (load_no, department_key, year);

CREATE TABLE stored_fact_score_audit (
  load_no bigint NOT NULL,
  "dossier" text,
  "department_key" text,
  "year" integer,
  "form_id" text,
  "grade" text,
  "max_score" numeric,
  "claimed" numeric,
  "low" numeric,
  "high" numeric,
  "over_claimed" numeric,
  "lines_over_claimed" numeric,
  "arithmetic" text
);
CREATE INDEX ON stored_fact_score_audit (load_no, department_key, year);

CREATE TABLE stored_fact_reply (
  load_no bigint NOT NULL,
  "fingerprint" text,
  "dossier" text,
  "project" text,
  "place" text,
  "problem" text,
  "state" text,
  "reply" text,
  "said_by" text,
  "said_at" timestamp with time zone,
  "file" text,
  "file_row" integer
);
CREATE INDEX ON stored_fact_reply (load_no);

CREATE TABLE stored_fact_decision (
  load_no bigint NOT NULL,
  "fingerprint" text,
  "state" text,
  "opinion" text,
  "said_by" text,
  "said_at" timestamp with time zone
);
CREATE INDEX ON stored_fact_decision (load_no);

CREATE TABLE stored_fact_statistics (
  load_no bigint NOT NULL,
  "level" text,
  "name" text,
  "within" text,
  "department_key" text,
  "year" integer,
  "forms" bigint,
  "cancelled_forms" bigint,
  "unknown_amounts" bigint,
  "suspect_amounts" bigint,
  "guessed_forms" bigint,
  "original_budget" numeric,
  "final_budget" numeric,
  "actual_expenditure" numeric,
  "robust_final_budget" numeric,
  "robust_actual_expenditure" numeric,
  "execution_rate" double precision,
  "execution_lower95" double precision,
  "execution_upper95" double precision,
  "scores" bigint,
  "score_mean" double precision,
  "score_budget_weighted_mean" double precision,
  "score_quartile1" double precision,
  "score_median" double precision,
  "score_quartile3" double precision,
  "score_compression" double precision,
  "inflation" double precision,
  "overclaimed_points" double precision,
  "overclaimed_money" double precision,
  "score_distinct" bigint,
  "inflation_forms" bigint,
  "errors" bigint,
  "doubts" bigint,
  "notes" bigint
);
CREATE INDEX ON stored_fact_statistics (load_no, department_key, year);

CREATE TABLE stored_fact_share (
  load_no bigint NOT NULL,
  "level" text,
  "name" text,
  "within" text,
  "department_key" text,
  "year" integer,
  "measure" text,
  "hits" bigint,
  "n" bigint,
  "value" double precision,
  "lower95" double precision,
  "upper95" double precision,
  "change" double precision,
  "change_lower95" double precision,
  "change_upper95" double precision
);
CREATE INDEX ON stored_fact_share (load_no, department_key, year);

CREATE TABLE stored_fact_grade (
  load_no bigint NOT NULL,
  "level" text,
  "name" text,
  "within" text,
  "department_key" text,
  "year" integer,
  "grade" text,
  "forms" bigint,
  "actual_expenditure" numeric
);
CREATE INDEX ON stored_fact_grade (load_no, department_key, year);

CREATE TABLE stored_fact_indicator_statistics (
  load_no bigint NOT NULL,
  "dossier" text,
  "department_key" text,
  "agency" text,
  "year" integer,
  "indicator_kind_key" text,
  "indicators" bigint,
  "unreadable_scores" bigint,
  "max_score" numeric,
  "score" numeric,
  "score_rate" numeric,
  "full_mark_share" numeric,
  "findings" bigint
);
CREATE INDEX ON stored_fact_indicator_statistics (load_no, department_key, year);

CREATE TABLE stored_fact_source (
  load_no bigint NOT NULL,
  "file" text,
  "format" text,
  "outcome" text,
  "duplicate_of" text,
  "bytes" bigint,
  "forms" integer,
  "quarantined" integer
);
CREATE INDEX ON stored_fact_source (load_no);

CREATE TABLE stored_fact_quarantine (
  load_no bigint NOT NULL,
  "file" text,
  "place" text,
  "reason" text,
  "detail" text,
  "excerpt" text,
  "dismissed" text
);
CREATE INDEX ON stored_fact_quarantine (load_no);
