package org.jihe.publish.database;

import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jihe.message.JobException;
import org.jspecify.annotations.Nullable;

/** Brings the schema to the layout of this version of the program. */
final class FeedMigration {

  private static final String PLACE = "classpath:org/jihe/publish/database/migration";

  private final FeedAddress to;
  private final Properties credentials;

  FeedMigration(FeedAddress to, Properties credentials) {
    this.to = to;
    this.credentials = credentials;
  }

  /**
   * Migrates where that is needed.
   *
   * @throws JobException also where a later version of the program has changed the layout
   */
  void migrate() throws JobException {
    migrate(MigrationVersion.LATEST);
  }

  /** The same up to a version. */
  void migrate(MigrationVersion version) throws JobException {
    try {
      Flyway flyway = flyway(version);
      requireOwn(flyway);
      if (flyway.info().pending().length > 0) {
        flyway.migrate();
      }
    } catch (FlywayException e) {
      throw FeedFailure.of(to, e);
    }
  }

  private void requireOwn(Flyway flyway) throws JobException {
    MigrationInfo[] all = flyway.info().all();
    MigrationVersion own = MigrationVersion.EMPTY;
    @Nullable MigrationVersion later = null;
    for (MigrationInfo migration : all) {
      boolean known = !String.valueOf(migration.getPhysicalLocation()).matches("|null");
      if (known && migration.getVersion() != null && migration.getVersion().compareTo(own) > 0) {
        own = migration.getVersion();
      }
    }
    for (MigrationInfo migration : all) {
      if (migration.getVersion() != null && migration.getVersion().compareTo(own) > 0) {
        later = migration.getVersion();
      }
    }
    if (later != null) {
      throw new JobException(
          "feed.newer",
          Map.of("database", to.shown(), "schema", to.schema(), "version", later.toString()));
    }
  }

  private Flyway flyway(MigrationVersion version) {
    return Flyway.configure(FeedMigration.class.getClassLoader())
        .dataSource(new FeedConnections(to, credentials))
        .schemas(to.schema())
        .defaultSchema(to.schema())
        .locations(PLACE)
        // The views are of the latest tables.
        .repeatableSqlMigrationPrefix(version.equals(MigrationVersion.LATEST) ? "R" : "none")
        .placeholderReplacement(false)
        .ignoreMigrationPatterns("*:future")
        .target(version)
        .load();
  }
}
