package org.jihe.publish.database;

/** What the tables and columns of the star schema mean, as statements of the database. */
final class StarComments {

  private StarComments() {}

  /** A comment on every stored table and column, in Chinese. */
  static String sql() {
    StringBuilder sql =
        new StringBuilder(
            "-- What tables and columns mean. Written by StarSchemaTest; do not change by hand.\n");
    table(sql, "load", "装载记录：一行一次装载");
    column(sql, "load", "load_no", "装载编号");
    column(sql, "load", "run_id", "装载的是哪次运行的结果");
    column(sql, "load", "program", "装载所用程序的版本");
    column(sql, "load", "started", "开始时间");
    column(sql, "load", "ended", "结束时间，空为没有装完");
    column(sql, "load", "row_count", "装入的行数");
    table(sql, "current_load", "现行装载：视图显示的那一次，只有一行");
    column(sql, "current_load", "one", "保证只有一行");
    column(sql, "current_load", "load_no", "装载编号，空为尚未装载过");
    for (StarTable<?> table : StarSchema.tables()) {
      table(sql, table.stored(), table.meaning());
      column(sql, table.stored(), "load_no", "装载编号");
      table
          .columns()
          .forEach(column -> column(sql, table.stored(), column.name(), column.meaning()));
    }
    return sql.toString();
  }

  private static void table(StringBuilder sql, String table, String text) {
    sql.append("COMMENT ON TABLE ")
        .append(table)
        .append(" IS ")
        .append(literal(text))
        .append(";\n");
  }

  private static void column(StringBuilder sql, String table, String column, String text) {
    sql.append("COMMENT ON COLUMN ")
        .append(table)
        .append('.')
        .append(FeedAddress.quoted(column))
        .append(" IS ")
        .append(literal(text))
        .append(";\n");
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
