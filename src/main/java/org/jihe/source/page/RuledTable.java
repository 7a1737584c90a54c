package org.jihe.source.page;

import java.util.Arrays;
import java.util.List;

/**
 * A table that lines part.
 *
 * @param xs places of its columns' borders from left to right
 * @param ys places of its rows' borders from top to bottom
 * @param areas cells from top to bottom, each row from left to right
 * @param owner for every row and column of the mesh the number of the cell there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RuledTable(double[] xs, double[] ys, List<MergedCell> areas, int[][] owner) {

  public double left() {
    return xs[0];
  }

  public double top() {
    return ys[0];
  }

  public double right() {
    return xs[xs.length - 1];
  }

  public double bottom() {
    return ys[ys.length - 1];
  }

  /** Number of the cell at a place, or -1 outside the table. */
  int at(double x, double y) {
    int column = gap(xs, x);
    int row = gap(ys, y);
    return column < 0 || row < 0 ? -1 : owner[row][column];
  }

  private static int gap(double[] borders, double at) {
    int found = Arrays.binarySearch(borders, at);
    int index = found >= 0 ? found : -found - 2;
    return index >= borders.length - 1 ? -1 : index;
  }
}
