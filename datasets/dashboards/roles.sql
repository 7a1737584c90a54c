-- Roles of the feed: an owner who makes and migrates the tables, a loader who fills them, a reader for dashboards.
-- Run it in the database, as a superuser or as one who may create roles, before the first load:
--
--   psql -v schema=jihe -f roles.sql DATABASE
--
-- Then give the three roles passwords with \password, run `./jihe publish --to …` once as SCHEMA_owner (and again
-- after an upgrade of the program), and from then on as SCHEMA_loader. Dashboards connect as SCHEMA_reader.
-- It may be repeated.
SELECT set_config('jihe.schema', :'schema', false);

DO $$
DECLARE
  one text;
  schema text := current_setting('jihe.schema');
BEGIN
  FOREACH one IN ARRAY ARRAY['owner', 'loader', 'reader'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = schema || '_' || one) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', schema || '_' || one);
    END IF;
  END LOOP;
  EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', schema, schema || '_owner');
  EXECUTE format('ALTER SCHEMA %I OWNER TO %I', schema, schema || '_owner');
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I, %I', schema, schema || '_loader', schema || '_reader');
  EXECUTE format('ALTER ROLE %I SET default_transaction_read_only = on', schema || '_reader');
  EXECUTE format('ALTER ROLE %I SET search_path = %I', schema || '_reader', schema);
END $$;

-- Where the tables are there already, made before there were roles.
DO $$
DECLARE
  one record;
  schema text := current_setting('jihe.schema');
BEGIN
  FOR one IN SELECT c.relname, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = schema AND c.relkind IN ('r', 'v') LOOP
    EXECUTE format('ALTER TABLE %I.%I OWNER TO %I', schema, one.relname, schema || '_owner');
    EXECUTE format('GRANT SELECT ON %I.%I TO %I', schema, one.relname, schema || '_loader');
    IF one.relkind = 'v' THEN
      EXECUTE format('GRANT SELECT ON %I.%I TO %I', schema, one.relname, schema || '_reader');
    ELSIF one.relname LIKE 'stored\_%' OR one.relname IN ('load', 'current_load') THEN
      EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I.%I TO %I', schema, one.relname, schema || '_loader');
    END IF;
  END LOOP;
END $$;
