package org.jihe.table;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/** Positions to rows of {@link Schemas#CELL} and back. */
final class CellCodec {

  private CellCodec() {}

  static @Nullable Row toRow(@Nullable Position cell) {
    return cell == null
        ? null
        : RowFactory.create(cell.file(), cell.page(), cell.sheet(), cell.row(), cell.column());
  }

  static @Nullable Position fromRow(@Nullable Row row) {
    return row == null
        ? null
        : new Position(
            row.getString(0), row.getInt(1), row.getString(2), row.getInt(3), row.getInt(4));
  }
}
