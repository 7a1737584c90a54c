package org.jihe.publish.database;

/** Types of the feed's columns. */
enum ColumnType {
  TEXT("text"),
  INTEGER("integer"),
  COUNT("bigint"),
  /** Amounts and points, exactly. */
  NUMBER("numeric"),
  /** Shares and what is estimated. */
  REAL("double precision"),
  BOOLEAN("boolean"),
  MOMENT("timestamp with time zone");

  private final String sql;

  ColumnType(String sql) {
    this.sql = sql;
  }

  /** Its name in SQL. */
  String sql() {
    return sql;
  }
}
