package org.jihe.template.search;

import java.util.List;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/** Puts the parts of a cell that a page break has torn back together. */
final class TornCells {

  private static final double COLUMN_OFF = 0.5;
  private static final double NOTHING_TO_CONTINUE = 1.2;
  private static final double POINTS = 10;

  /** Where a part belongs. */
  enum Side {
    IN_FRONT,
    BEHIND
  }

  private TornCells() {}

  /**
   * Joins each part with the text of the column that it most likely continues.
   *
   * @param parts the parts, left to right
   * @param row one entry per column; changed
   * @param shift columns by which the row stands off its head
   * @param side whether the parts come before or behind what the row holds
   */
  static void attach(
      List<Token> parts, @Nullable Token[] row, int[] expected, int shift, Side side) {
    int from = 0;
    for (Token part : parts) {
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int column = from; column < row.length; column++) {
        double cost = cost(part, row[column], column, expected[column], shift);
        if (cost < least) {
          least = cost;
          best = column;
        }
      }
      if (best < 0) {
        best = row.length - 1;
      }
      Token there = row[best];
      row[best] =
          there == null ? part : side == Side.IN_FRONT ? part.join(there) : there.join(part);
      from = Math.min(best + 1, row.length - 1);
    }
  }

  private static double cost(
      Token part, @Nullable Token there, int column, int expected, int shift) {
    int off =
        Math.min(Math.abs(part.column() - expected), Math.abs(part.column() - expected - shift));
    double cost = COLUMN_OFF * off;
    if (there == null) {
      cost += NOTHING_TO_CONTINUE;
    }
    if (column == RowReader.MAX || column == RowReader.SCORE) {
      cost += POINTS;
    }
    return cost;
  }
}
