package org.jihe.publish.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections to a database, without a pool, as the migrations want them. */
record FeedConnections(FeedAddress to, Properties credentials) implements DataSource {

  @Override
  public Connection getConnection() throws SQLException {
    Properties properties = new Properties();
    // Of a server that vanishes without a word, the system tells in the end; the address may
    // differ.
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "jihe");
    properties.putAll(credentials);
    return DriverManager.getConnection(to.url(), properties);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("who connects is known");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    // Nothing is written of connections.
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The address says it.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException(type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }

  /** The address alone. */
  @Override
  public String toString() {
    return to.toString();
  }
}
