package org.jihe.table;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.layout.Quarantined;

/** Quarantine entries to rows of {@link Schemas#QUARANTINE} and back. */
public final class QuarantineCodec {

  private QuarantineCodec() {}

  /**
   * The row of an entry.
   *
   * @param input the user's input that named the file
   */
  public static Row toRow(String input, Quarantined entry) {
    return RowFactory.create(
        input,
        entry.file(),
        CellCodec.toRow(entry.place()),
        entry.reason().name(),
        entry.detail(),
        entry.excerpt());
  }

  /** The entry of a row. */
  public static Quarantined fromRow(Row row) {
    return new Quarantined(
        row.getAs("file"),
        CellCodec.fromRow(row.getAs("place")),
        Quarantined.Reason.valueOf(row.getAs("reason")),
        row.getAs("detail"),
        row.getAs("excerpt"));
  }
}
