package org.jihe.table;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.layout.Box;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/** Positions to rows of {@link Schemas#CELL} and back. */
final class CellCodec {

  private CellCodec() {}

  static @Nullable Row toRow(@Nullable Position cell) {
    return cell == null
        ? null
        : RowFactory.create(
            cell.file(), cell.page(), cell.sheet(), cell.row(), cell.column(), box(cell));
  }

  static @Nullable Position fromRow(@Nullable Row row) {
    return row == null
        ? null
        : new Position(
            row.getString(0),
            row.getInt(1),
            row.getString(2),
            row.getInt(3),
            row.getInt(4),
            box(row.getString(5)));
  }

  static @Nullable String box(@Nullable Position cell) {
    Box box = cell == null ? null : cell.box();
    return box == null ? null : box.toString();
  }

  static @Nullable Box box(@Nullable String printed) {
    return printed == null ? null : Box.parse(printed);
  }
}
