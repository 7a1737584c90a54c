package org.jihe.publish.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A database server of a test. */
public final class FeedServer implements AutoCloseable {

  private final EmbeddedPostgres server;

  private FeedServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts one; where none can be started, the test is not run. */
  public static FeedServer start(Path folder) throws IOException {
    try {
      return new FeedServer(
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(folder.toFile())
              .setServerConfig("fsync", "off")
              .start());
    } catch (IOException | RuntimeException e) {
      Assumptions.abort("no database server can be started here: " + e);
      throw e;
    }
  }

  public String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  /** A schema of it, as the server's own user. */
  public FeedTarget target(String schema) {
    return target(schema, "postgres");
  }

  public FeedTarget target(String schema, String user) {
    return new FeedTarget(new FeedAddress(url(), schema), Map.of("JIHE_DATABASE_USER", user));
  }

  public Connection connect(String user) throws SQLException {
    return DriverManager.getConnection(url(), user, "");
  }

  /** Runs statements. */
  public void run(String sql) throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What a query gives, the cells of a row with a stroke between. */
  public List<String> rows(String sql) throws SQLException {
    try (Connection connection = connect("postgres")) {
      return rows(connection, sql);
    }
  }

  public static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          cells.add(String.valueOf(rows.getString(i)));
        }
        all.add(String.join("|", cells));
      }
      return all;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
