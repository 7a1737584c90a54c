package org.jihe.workspace.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.sqlite.JDBC;

/**
 * The catalog of a workspace on a disk of this machine: an SQLite database in a file beside the
 * tables. Writers go through it as through any database. Readers take a copy, which works on a
 * medium that cannot be written, leaves no trace, and shows all tables as of one moment.
 */
public final class LocalCatalog {

  /** Commits of others are waited for; the log is kept apart, so that it delays no reader. */
  static final Map<String, String> PROPERTIES =
      Map.of("jdbc.journal_mode", "WAL", "jdbc.busy_timeout", "20000");

  private static final String FILE = "catalog.db";
  private static final String LOG = "-wal";
  private static final int ATTEMPTS = 100;

  /** SQLite's own limit is 512 bytes, the name of its journal and the end included. */
  private static final int LONGEST_PATH = 500;

  /** What Iceberg writes; there from the first commit on. */
  private static final String TABLES = "iceberg_tables";

  private LocalCatalog() {}

  /**
   * True where SQLite could not open the database for the length of its path. A new workspace there
   * has a catalog of files alone; the lock, which lets one process write at a time, is its own.
   */
  static boolean isTooDeep(Path folder) {
    String longest = file(folder).toAbsolutePath().normalize() + LOG;
    return longest.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH;
  }

  static Path file(Path folder) {
    return folder.resolve(FILE);
  }

  /** Address of the database for its driver. */
  static String uri(Path folder) {
    return driverUri(file(folder));
  }

  /** As a web address: a question mark, say, would end a plain path. */
  private static String driverUri(Path file) {
    return JDBC.PREFIX + file.toAbsolutePath().normalize().toUri().toASCIIString();
  }

  /**
   * The address of each table's metadata as of now; none where there is no catalog.
   *
   * @throws UncheckedSQLException where the file is damaged
   */
  public static Map<String, String> locations(Path folder) throws IOException {
    Path copy = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "catalog");
    try {
      return copied(folder, copy) ? read(copy.resolve(FILE)) : Map.of();
    } finally {
      for (String each : List.of(FILE, FILE + LOG, FILE + "-shm")) {
        Files.deleteIfExists(copy.resolve(each));
      }
      Files.delete(copy);
    }
  }

  /** Database and log that belong together: nothing went from the one to the other meanwhile. */
  private static boolean copied(Path folder, Path copy) throws IOException {
    Path file = file(folder);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      byte[] data = content(file);
      byte[] log = content(file.resolveSibling(FILE + LOG));
      if (Arrays.equals(data, content(file))) {
        Files.write(copy.resolve(FILE), data);
        Files.write(copy.resolve(FILE + LOG), log);
        return data.length + log.length > 0;
      }
    }
    throw new IOException(file + " changes without end");
  }

  private static byte[] content(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return new byte[0];
    }
  }

  private static Map<String, String> read(Path file) {
    Map<String, String> locations = new TreeMap<>();
    try (Connection connection = JDBC.createConnection(driverUri(file), new Properties());
        Statement statement = connection.createStatement()) {
      if (!hasTables(statement)) {
        return locations;
      }
      try (ResultSet rows =
          statement.executeQuery("select table_name, metadata_location from " + TABLES)) {
        while (rows.next()) {
          locations.put(rows.getString(1), rows.getString(2));
        }
      }
    } catch (SQLException e) {
      throw new UncheckedSQLException(e, "The catalog cannot be read: %s", e.getMessage());
    }
    return locations;
  }

  private static boolean hasTables(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("select 1 from sqlite_master where name = '" + TABLES + "'")) {
      return found.next();
    }
  }

  /**
   * Brings what has been committed from the log into the database itself, so that it stays where
   * somebody copies or keeps the one without the other.
   */
  public static void settle(Path folder) {
    try (Connection connection = JDBC.createConnection(uri(folder), new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("pragma wal_checkpoint(truncate)");
    } catch (SQLException e) {
      // It is committed all the same, in the log.
    }
  }
}
