package org.jihe.publish.database;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jihe.publish.Edition;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * One load: its rows come under a number of its own, which no view shows until the last of them is
 * there. What a load that was broken off has left goes when the next one begins.
 */
final class FeedLoad implements Closeable {

  /** So many characters of a table are kept before they are sent. */
  private static final int MOST = 4 << 20;

  private static final String LOCKED = "55P03";

  private final Connection connection;
  private final FeedAddress to;
  private final CopyManager copying;
  private final long number;
  private final Map<String, CopyText<?>> rows = new LinkedHashMap<>();
  private long sent;

  private FeedLoad(Connection connection, FeedAddress to, long number) throws SQLException {
    this.connection = connection;
    this.to = to;
    this.number = number;
    this.copying = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /**
   * Begins a load.
   *
   * @throws SQLException with the state of a lock that is held where another one is going on
   */
  static FeedLoad begin(Connection connection, FeedAddress to, Edition edition)
      throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET search_path TO " + to.quotedSchema());
      lock(statement);
    }
    long number = insert(connection, edition);
    connection.setAutoCommit(false);
    FeedLoad load = new FeedLoad(connection, to, number);
    load.removeOthers();
    return load;
  }

  private static void lock(Statement statement) throws SQLException {
    try (ResultSet lock =
        statement.executeQuery(
            "SELECT pg_try_advisory_lock(hashtext('jihe'), hashtext(current_schema()))")) {
      if (!lock.next() || !lock.getBoolean(1)) {
        throw new SQLException("another load is going on", LOCKED);
      }
    }
  }

  private static long insert(Connection connection, Edition edition) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO load (run_id, program, started) VALUES (?, ?, clock_timestamp())"
                + " RETURNING load_no")) {
      insert.setString(1, edition.run());
      insert.setString(2, edition.program());
      try (ResultSet number = insert.executeQuery()) {
        number.next();
        return number.getLong(1);
      }
    }
  }

  /** Adds a row. */
  <T> void add(StarTable<T> table, T of) throws SQLException, IOException {
    CopyText<T> text = text(table);
    text.add(of);
    if (text.length() > MOST) {
      send(text);
    }
  }

  @SuppressWarnings("unchecked") // a table's own rows stand under its name
  private <T> CopyText<T> text(StarTable<T> table) {
    return (CopyText<T>) rows.computeIfAbsent(table.name(), name -> new CopyText<>(number, table));
  }

  /** Sends what was added, as one transaction. */
  void commit() throws SQLException, IOException {
    for (CopyText<?> text : rows.values()) {
      if (text.length() > 0) {
        send(text);
      }
    }
    connection.commit();
  }

  private void send(CopyText<?> text) throws SQLException {
    byte[] bytes = text.take();
    CopyIn copy = copying.copyIn(text.table().copy(to));
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
      sent += copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /**
   * Makes this load the one that the views show, in one step; then the former one goes.
   *
   * @return how many rows it has
   */
  long finish() throws SQLException, IOException {
    commit();
    analyse();
    try (PreparedStatement done =
            connection.prepareStatement(
                "UPDATE load SET ended = clock_timestamp(), row_count = ? WHERE load_no = ?");
        PreparedStatement current =
            connection.prepareStatement("UPDATE current_load SET load_no = ?")) {
      done.setLong(1, sent);
      done.setLong(2, number);
      done.executeUpdate();
      current.setLong(1, number);
      if (current.executeUpdate() != 1) {
        throw new SQLException("current_load does not have its row");
      }
    }
    connection.commit();
    clean();
    return sent;
  }

  /** The load is in force already: what cannot be removed now is removed before the next one. */
  private void clean() {
    try {
      removeOthers();
    } catch (SQLException e) {
      // Nobody sees the rows.
    }
  }

  /** Readers of the new rows are to be quick at once; who may not say so waits for the server. */
  private void analyse() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (StarTable<?> table : StarSchema.tables()) {
        statement.execute("ANALYZE " + FeedAddress.quoted(table.stored()));
      }
    }
    connection.commit();
  }

  /** Removes the rows of every load but this one and the one in force. */
  private void removeOthers() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (StarTable<?> table : StarSchema.tables()) {
        statement.executeUpdate(
            "DELETE FROM "
                + FeedAddress.quoted(table.stored())
                + " WHERE load_no <> "
                + number
                + " AND load_no IS DISTINCT FROM (SELECT load_no FROM current_load)");
        connection.commit();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close(); // the lock goes with it
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
