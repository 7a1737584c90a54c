-- What departments are compared by, what stands out, what is missing, what to look at first.

CREATE TABLE stored_fact_comparison (
  load_no bigint NOT NULL,
  "year" integer,
  "department_key" text,
  "department" text,
  "measure" text,
  "n" bigint,
  "value" double precision,
  "lower95" double precision,
  "upper95" double precision,
  "district_value" double precision,
  "limit_lower95" double precision,
  "limit_upper95" double precision,
  "limit_lower998" double precision,
  "limit_upper998" double precision,
  "z" double precision,
  "z_adjusted" double precision,
  "p_adjusted" double precision,
  "verdict" text,
  "rank" integer,
  "rank_lower" integer,
  "rank_upper" integer,
  "ranked" integer,
  "adjusted_lower95" double precision,
  "adjusted_upper95" double precision,
  "adjusted_lower998" double precision,
  "adjusted_upper998" double precision
);
CREATE INDEX ON stored_fact_comparison (load_no, department_key, year);

CREATE TABLE stored_fact_outlier (
  load_no bigint NOT NULL,
  "form_id" text,
  "department_key" text,
  "department" text,
  "year" integer,
  "project" text,
  "measure" text,
  "peer_group" text,
  "peers" bigint,
  "value" double precision,
  "median" double precision,
  "mad" double precision,
  "robust_z" double precision,
  "fence" double precision,
  "p_adjusted" double precision,
  "sentence" text,
  "subject" text,
  "far" boolean
);
CREATE INDEX ON stored_fact_outlier (load_no, department_key, year);

CREATE TABLE stored_fact_coverage (
  load_no bigint NOT NULL,
  "level" text,
  "name" text,
  "within" text,
  "department_key" text,
  "year" integer,
  "listed_forms" bigint,
  "listed_received" bigint,
  "listed_money" numeric,
  "listed_money_received" numeric
);
CREATE INDEX ON stored_fact_coverage (load_no, department_key, year);

CREATE TABLE stored_fact_attention (
  load_no bigint NOT NULL,
  "dossier" text,
  "department_key" text,
  "year" integer,
  "form_id" text,
  "project_name" text,
  "points" numeric,
  "amount" numeric,
  "amount_is_median" boolean,
  "priority" numeric
);
CREATE INDEX ON stored_fact_attention (load_no, department_key, year);
