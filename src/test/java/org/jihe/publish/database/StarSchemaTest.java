package org.jihe.publish.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;
import org.jihe.message.JobException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables that the migrations make are those that are loaded, and everything says what it is.
 */
class StarSchemaTest {

  private static final Path VIEWS =
      Path.of("src/main/resources/org/jihe/publish/database/migration/R__views.sql");

  @TempDir private static Path folder;
  private static FeedServer server;

  @BeforeAll
  static void start() throws IOException {
    server = FeedServer.start(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private static FeedMigration migration(String schema) {
    Properties credentials = new Properties();
    credentials.setProperty("user", "postgres");
    return new FeedMigration(new FeedAddress(server.url(), schema), credentials);
  }

  @Test
  void theMigrationsMakeWhatIsLoaded() throws SQLException, JobException {
    migration("绩效_1").migrate();
    Map<String, List<String>> made = new TreeMap<>();
    Map<String, List<String>> loaded = new TreeMap<>();
    for (StarTable<?> table : StarSchema.tables()) {
      loaded.put(
          table.stored(),
          table.columns().stream()
              .map(column -> column.name() + "|" + column.type().sql())
              .toList());
      made.put(
          table.stored(),
          server.rows(
              "SELECT column_name, data_type FROM information_schema.columns"
                  + " WHERE table_schema = '绩效_1' AND column_name <> 'load_no' AND table_name = '"
                  + table.stored()
                  + "' ORDER BY ordinal_position"));
    }
    assertThat(made).isEqualTo(loaded);
    assertThat(
            server.rows(
                "SELECT count(*) FROM pg_class WHERE relname LIKE 'stored\\_%' AND relkind = 'r'"
                    + " AND relnamespace = '\"绩效_1\"'::regnamespace"))
        .containsExactly("" + StarSchema.tables().size());
  }

  @Test
  void everyTableAndColumnSaysInChineseWhatItIs() throws SQLException, JobException {
    migration("commented").migrate();
    String ours =
        " c.relnamespace = 'commented'::regnamespace AND c.relkind IN ('r', 'v')"
            + " AND c.relname NOT LIKE 'flyway%'";
    assertThat(
            server.rows(
                "SELECT c.relname FROM pg_class c WHERE"
                    + ours
                    + " AND coalesce(obj_description(c.oid, 'pg_class'), '') !~ '[一-龥]'"))
        .isEmpty();
    assertThat(
            server.rows(
                "SELECT c.relname, a.attname FROM pg_class c"
                    + " JOIN pg_attribute a ON a.attrelid = c.oid"
                    + " WHERE a.attnum > 0 AND NOT a.attisdropped AND"
                    + ours
                    + " AND coalesce(col_description(c.oid, a.attnum), '') !~ '[一-龥]'"))
        .isEmpty();
  }

  /** A schema of the version before gets what has come since, and keeps what is in force. */
  @Test
  void aSchemaOfTheVersionBeforeIsMigrated() throws SQLException, JobException {
    FeedMigration migration = migration("before");
    migration.migrate(MigrationVersion.fromVersion("1"));
    server.run(
        "SET search_path TO before;"
            + " INSERT INTO load (run_id, program, started) VALUES ('r', 'p', now());"
            + " UPDATE current_load SET load_no = 1;"
            + " INSERT INTO stored_dim_period VALUES (1, 2022)");
    migration.migrate();
    assertThat(server.rows("SELECT year FROM before.dim_period")).containsExactly("2022");
    assertThat(server.rows("SELECT count(*) FROM before.fact_comparison")).containsExactly("0");
    migration.migrate();
  }

  @Test
  void aSchemaOfALaterVersionIsLeftAlone() throws SQLException, JobException {
    FeedMigration migration = migration("later");
    migration.migrate();
    server.run(
        "INSERT INTO later.flyway_schema_history SELECT 99, '99', 'later', 'SQL', 'V99__later.sql',"
            + " 1, installed_by, now(), 1, true FROM later.flyway_schema_history LIMIT 1");
    assertThat(catchThrowableOfType(JobException.class, migration::migrate).key())
        .isEqualTo("feed.newer");
  }

  @Test
  void theViewsFileSaysWhatTheColumnsMean() throws IOException {
    String comments = StarComments.sql();
    if (Boolean.getBoolean("jihe.update")) {
      String text = Files.readString(VIEWS);
      Files.writeString(VIEWS, comments + text.substring(text.indexOf("\n-- The star schema:")));
    }
    assertThat(Files.readString(VIEWS)).startsWith(comments);
  }

  @Test
  void namesAreNotTakenTwice() {
    assertThat(StarSchema.tables().stream().map(StarTable::name).distinct().toList())
        .hasSameSizeAs(StarSchema.tables());
  }
}
