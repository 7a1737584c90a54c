package org.jihe.publish.database;

import static org.jihe.publish.database.ColumnType.COUNT;
import static org.jihe.publish.database.ColumnType.INTEGER;
import static org.jihe.publish.database.ColumnType.TEXT;

import org.apache.spark.sql.Row;
import org.jihe.layout.Quarantined;
import org.jihe.view.Places;
import org.jspecify.annotations.Nullable;

/** Facts of what was read, and of what could not be. */
final class SourceTables {

  static final StarTable<Row> SOURCE =
      new StarTable<Row>("fact_source", "来源文件：一行一个读过的文件", "sources")
          .with("file", TEXT, "file", row -> row.getAs("file"))
          .with("format", TEXT, "format", row -> row.getAs("format"))
          .with("outcome", TEXT, "outcome", row -> row.getAs("outcome"))
          .with("duplicate_of", TEXT, "duplicateOf", row -> row.getAs("duplicateOf"))
          .with("bytes", COUNT, "bytes", row -> row.getAs("bytes"))
          .with("forms", INTEGER, "forms", row -> row.getAs("forms"))
          .with("quarantined", INTEGER, "quarantined", row -> row.getAs("quarantined"));

  static final StarTable<Quarantined> QUARANTINE =
      new StarTable<Quarantined>("fact_quarantine", "待人工处理：读不出或认不出的内容，一行一条", "quarantine")
          .with("file", TEXT, "file", Quarantined::file)
          .with("place", TEXT, "place", SourceTables::place)
          .with("reason", TEXT, "reason", entry -> entry.reason().name())
          .with("detail", TEXT, "detail", Quarantined::detail)
          .with("excerpt", TEXT, "excerpt", Quarantined::excerpt)
          .with("dismissed", TEXT, "dismissed", SourceTables::decision);

  private SourceTables() {}

  private static @Nullable Object place(Quarantined entry) {
    return entry.place() == null ? null : Places.of(entry.place());
  }

  private static @Nullable Object decision(Quarantined entry) {
    Quarantined.Dismissal decision = entry.dismissed();
    return decision == null ? null : decision.on() + " " + decision.by() + " " + decision.text();
  }
}
