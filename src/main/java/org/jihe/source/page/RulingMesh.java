package org.jihe.source.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jihe.source.file.Budget;
import org.jihe.source.page.Ruling.Axis;
import org.jspecify.annotations.Nullable;

/** The mesh of lines that touch: its rows and columns, and the fields that are one cell. */
final class RulingMesh {

  /** Lines that run further than this beyond the last line across them end at a missing border. */
  private static final double OVERHANG = 10;

  /** What of a side has to be drawn for a border. */
  private static final double DRAWN = 0.6;

  private RulingMesh() {}

  /** The table of lines that touch, or null where they make none. */
  static @Nullable RuledTable table(List<Ruling> lines, double tolerance, int mostFields) {
    List<Ruling> across = lines.stream().filter(r -> r.axis() == Axis.HORIZONTAL).toList();
    List<Ruling> down = lines.stream().filter(r -> r.axis() == Axis.VERTICAL).toList();
    if (across.isEmpty() || down.isEmpty()) {
      return null;
    }
    double[] xs = withMissingBorders(places(down, tolerance), across);
    double[] ys = withMissingBorders(places(across, tolerance), down);
    int columns = xs.length - 1;
    int rows = ys.length - 1;
    if (columns < 1 || rows < 1 || columns * rows < 2) {
      return null;
    }
    if ((long) columns * rows > mostFields) {
      throw new Budget.Exceeded(Budget.Kind.COST, rows + " × " + columns);
    }
    boolean[][] above = borders(across, ys, xs);
    boolean[][] before = borders(down, xs, ys);
    RuledTable table = cells(xs, ys, joined(above, before));
    return table.areas().size() < 2 ? null : table; // one cell is a frame
  }

  /** The fields of the mesh, joined where no border is drawn between them. */
  private static DisjointSets joined(boolean[][] above, boolean[][] before) {
    int rows = above.length - 1;
    int columns = before.length - 1;
    DisjointSets fields = new DisjointSets(rows * columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int field = row * columns + column;
        if (column > 0 && !before[column][row]) {
          fields.join(field, field - 1);
        }
        if (row > 0 && !above[row][column]) {
          fields.join(field, field - columns);
        }
      }
    }
    return fields;
  }

  /** The places of lines, those that are close together as one. */
  private static double[] places(List<Ruling> lines, double tolerance) {
    double[] sorted = lines.stream().mapToDouble(Ruling::at).sorted().toArray();
    double[] places = new double[sorted.length];
    int count = 0;
    int first = 0;
    for (int i = 1; i <= sorted.length; i++) {
      boolean apart =
          i == sorted.length
              || sorted[i] - sorted[i - 1] > tolerance
              || sorted[i] - sorted[first] > 2 * tolerance;
      if (apart) {
        places[count++] = (sorted[first] + sorted[i - 1]) / 2;
        first = i;
      }
    }
    return Arrays.copyOf(places, count);
  }

  /** Outer borders are not always drawn: the table ends where the lines end that run to it. */
  private static double[] withMissingBorders(double[] places, List<Ruling> crossing) {
    double first = places[0];
    double last = places[places.length - 1];
    double[] starts =
        crossing.stream().mapToDouble(Ruling::from).filter(x -> x < first - OVERHANG).toArray();
    double[] ends =
        crossing.stream().mapToDouble(Ruling::to).filter(x -> x > last + OVERHANG).toArray();
    int before = starts.length > 1 ? 1 : 0;
    int behind = ends.length > 1 ? 1 : 0;
    if (before + behind == 0) {
      return places;
    }
    double[] all = new double[places.length + before + behind];
    System.arraycopy(places, 0, all, before, places.length);
    if (before > 0) {
      all[0] = Arrays.stream(starts).min().orElseThrow();
    }
    if (behind > 0) {
      all[all.length - 1] = Arrays.stream(ends).max().orElseThrow();
    }
    return all;
  }

  /** For every place of the lines and every gap between those across them: is a border drawn? */
  private static boolean[][] borders(List<Ruling> lines, double[] places, double[] across) {
    double[][] drawn = new double[places.length][across.length - 1];
    for (Ruling line : lines) {
      int place = nearest(places, line.at());
      for (int gap = Math.max(0, firstFrom(across, line.from()) - 1);
          gap < across.length - 1 && across[gap] < line.to();
          gap++) {
        double from = Math.max(across[gap], line.from());
        double to = Math.min(across[gap + 1], line.to());
        drawn[place][gap] += Math.max(0, to - from);
      }
    }
    boolean[][] borders = new boolean[places.length][across.length - 1];
    for (int place = 0; place < places.length; place++) {
      for (int gap = 0; gap < across.length - 1; gap++) {
        borders[place][gap] = drawn[place][gap] >= DRAWN * (across[gap + 1] - across[gap]);
      }
    }
    return borders;
  }

  private static int nearest(double[] sorted, double value) {
    int index = firstFrom(sorted, value);
    if (index == sorted.length) {
      return index - 1;
    }
    return index > 0 && value - sorted[index - 1] < sorted[index] - value ? index - 1 : index;
  }

  /** Fields that belong together, as rectangles: where a border has a hole they are several. */
  private static RuledTable cells(double[] xs, double[] ys, DisjointSets fields) {
    int columns = xs.length - 1;
    int rows = ys.length - 1;
    int[][] owner = new int[rows][columns];
    for (int[] row : owner) {
      Arrays.fill(row, -1);
    }
    List<MergedCell> areas = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (owner[row][column] < 0) {
          MergedCell area = from(row, column, owner, fields);
          for (int i = row; i < row + area.rows(); i++) {
            Arrays.fill(owner[i], column, column + area.columns(), areas.size());
          }
          areas.add(area);
        }
      }
    }
    return new RuledTable(xs, ys, areas, owner);
  }

  /** The largest cell that begins at a field. */
  private static MergedCell from(int row, int column, int[][] owner, DisjointSets fields) {
    int columns = owner[row].length;
    int root = fields.root(row * columns + column);
    int width = 1;
    while (column + width < columns
        && owner[row][column + width] < 0
        && fields.root(row * columns + column + width) == root) {
      width++;
    }
    int height = 1;
    while (row + height < owner.length
        && isFree(owner, fields, row + height, column, width, columns, root)) {
      height++;
    }
    return new MergedCell(row, column, height, width);
  }

  private static boolean isFree(
      int[][] owner, DisjointSets fields, int row, int column, int width, int columns, int root) {
    for (int i = column; i < column + width; i++) {
      if (owner[row][i] >= 0 || fields.root(row * columns + i) != root) {
        return false;
      }
    }
    return true;
  }

  /** Index of the first place that is not before a value. */
  static int firstFrom(double[] sorted, double value) {
    int found = Arrays.binarySearch(sorted, value);
    int index = found >= 0 ? found : -found - 1;
    while (index > 0 && sorted[index - 1] >= value) {
      index--;
    }
    return index;
  }
}
