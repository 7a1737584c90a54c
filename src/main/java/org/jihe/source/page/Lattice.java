package org.jihe.source.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jihe.source.file.Budget;
import org.jihe.source.page.Ruling.Axis;

/**
 * Finds tables in the lines of a page: lines that touch make a table, their places make its rows
 * and columns, and fields of that mesh that no line parts are one merged cell.
 *
 * <p>tabula finds cells too, but as rectangles without rows, columns and spans, needs every outer
 * border, and loses its way in meshes with gaps. This works with what is there, for the lines of a
 * drawing and for those found in a picture alike.
 */
public final class Lattice {

  /** Pieces of one line that are closer than this are one: dashes, borders drawn cell by cell. */
  private static final double GAP = 4.5;

  /** Two lines closer than this are one that was drawn in two strips. */
  private static final double SAME = 0.6;

  /** Shorter lines are parts of characters. */
  private static final double SHORTEST = 4;

  /** Lines that run further than this beyond the last line across them end at a missing border. */
  private static final double OVERHANG = 10;

  /** A row that no line crosses is at most this high. */
  private static final double NEAR = 60;

  /** What of a side has to be drawn for a border. */
  private static final double DRAWN = 0.6;

  private static final int MOST_RULINGS = 20_000;

  private Lattice() {}

  /** Merged cell: its first row and column, counted from 0, and how many it covers. */
  public record Area(int row, int column, int rows, int columns) {}

  /**
   * A table.
   *
   * @param xs places of its columns' borders from left to right
   * @param ys places of its rows' borders from top to bottom
   * @param areas cells from top to bottom, each row from left to right
   * @param owner for every row and column of the mesh the number of the cell there
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Table(double[] xs, double[] ys, List<Area> areas, int[][] owner) {

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

  /**
   * The tables of a page from top to bottom, those inside others behind them.
   *
   * @param tolerance places that differ by less are the same; less than the lowest row's height
   * @param mostFields fields that a mesh may have
   * @throws Budget.Exceeded where there are more lines or fields than any form has
   */
  public static List<Table> tables(List<Ruling> rulings, double tolerance, int mostFields) {
    List<Ruling> across = merged(rulings, Axis.HORIZONTAL);
    List<Ruling> down = merged(rulings, Axis.VERTICAL);
    if (across.isEmpty() || down.isEmpty()) {
      return List.of();
    }
    if (across.size() + down.size() > MOST_RULINGS) {
      throw new Budget.Exceeded(Budget.Kind.COST, across.size() + down.size() + " rulings");
    }
    List<Table> tables = new ArrayList<>();
    List<List<Ruling>> components = components(across, down, tolerance);
    adopt(components);
    for (List<Ruling> touching : components) {
      Table table = table(touching, tolerance, mostFields);
      if (table != null) {
        tables.add(table);
      }
    }
    tables.sort(Comparator.comparingDouble(Table::top).thenComparingDouble(Table::left));
    return tables;
  }

  private static List<Ruling> merged(List<Ruling> all, Axis axis) {
    List<Ruling> sorted = new ArrayList<>();
    for (Ruling ruling : all) {
      if (ruling.axis() == axis) {
        sorted.add(ruling);
      }
    }
    sorted.sort(Comparator.comparingDouble(Ruling::at));
    List<Ruling> merged = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i).at() - sorted.get(first).at() > SAME) {
        mergeLine(sorted.subList(first, i), merged);
        first = i;
      }
    }
    return merged;
  }

  private static void mergeLine(List<Ruling> line, List<Ruling> merged) {
    line.sort(Comparator.comparingDouble(Ruling::from));
    double at = line.stream().mapToDouble(Ruling::at).sum() / line.size();
    double from = line.get(0).from();
    double to = line.get(0).to();
    for (Ruling piece : line.subList(1, line.size())) {
      if (piece.from() > to + GAP) {
        add(merged, new Ruling(piece.axis(), at, from, to));
        from = piece.from();
      }
      to = Math.max(to, piece.to());
    }
    add(merged, new Ruling(line.get(0).axis(), at, from, to));
  }

  private static void add(List<Ruling> merged, Ruling ruling) {
    if (ruling.length() >= SHORTEST) {
      merged.add(ruling);
    }
  }

  /** Lines that touch one another, directly or over others. */
  private static List<List<Ruling>> components(
      List<Ruling> across, List<Ruling> down, double tolerance) {
    List<Ruling> all = new ArrayList<>(across);
    all.addAll(down); // both in the order of their places
    double[] places = down.stream().mapToDouble(Ruling::at).toArray();
    Sets sets = new Sets(all.size());
    for (int i = 0; i < across.size(); i++) {
      Ruling line = across.get(i);
      for (int j = firstFrom(places, line.from() - tolerance);
          j < places.length && places[j] <= line.to() + tolerance;
          j++) {
        Ruling crossing = down.get(j);
        if (crossing.from() - tolerance <= line.at() && line.at() <= crossing.to() + tolerance) {
          sets.join(i, across.size() + j);
        }
      }
    }
    List<List<Ruling>> components = new ArrayList<>();
    int[] number = new int[all.size()];
    Arrays.fill(number, -1);
    for (int i = 0; i < all.size(); i++) {
      int root = sets.root(i);
      if (number[root] < 0) {
        number[root] = components.size();
        components.add(new ArrayList<>());
      }
      components.get(number[root]).add(all.get(i));
    }
    return components;
  }

  /**
   * A table without outer borders may begin and end with a row that no line crosses: its border is
   * as long as the others and near to them.
   */
  private static void adopt(List<List<Ruling>> components) {
    List<List<Ruling>> alone =
        components.stream()
            .filter(lines -> lines.size() == 1 && lines.get(0).axis() == Axis.HORIZONTAL)
            .toList();
    for (List<Ruling> lines : components) {
      if (alone.isEmpty() || lines.size() < 3) {
        continue;
      }
      List<Ruling> across = lines.stream().filter(r -> r.axis() == Axis.HORIZONTAL).toList();
      double from = across.stream().mapToDouble(Ruling::from).min().orElse(0);
      double to = across.stream().mapToDouble(Ruling::to).max().orElse(0);
      boolean open =
          lines.stream()
              .filter(r -> r.axis() == Axis.VERTICAL)
              .allMatch(r -> r.at() > from + OVERHANG && r.at() < to - OVERHANG);
      if (open && !across.isEmpty()) {
        for (List<Ruling> line : alone) {
          Ruling border = line.isEmpty() ? lines.get(0) : line.get(0);
          if (!line.isEmpty()
              && Math.abs(border.from() - from) <= SAME
              && Math.abs(border.to() - to) <= SAME
              && across.stream().anyMatch(r -> Math.abs(r.at() - border.at()) <= NEAR)) {
            lines.add(border);
            line.clear();
          }
        }
      }
    }
    components.removeIf(List::isEmpty);
  }

  private static int firstFrom(double[] sorted, double value) {
    int found = Arrays.binarySearch(sorted, value);
    int index = found >= 0 ? found : -found - 1;
    while (index > 0 && sorted[index - 1] >= value) {
      index--;
    }
    return index;
  }

  private static @org.jspecify.annotations.Nullable Table table(
      List<Ruling> lines, double tolerance, int mostFields) {
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
    Sets fields = new Sets(rows * columns);
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
    Table table = cells(xs, ys, fields);
    return table.areas.size() < 2 ? null : table; // one cell is a frame
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
  private static Table cells(double[] xs, double[] ys, Sets fields) {
    int columns = xs.length - 1;
    int rows = ys.length - 1;
    int[][] owner = new int[rows][columns];
    for (int[] row : owner) {
      Arrays.fill(row, -1);
    }
    List<Area> areas = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (owner[row][column] < 0) {
          int root = fields.root(row * columns + column);
          int width = 1;
          while (column + width < columns
              && owner[row][column + width] < 0
              && fields.root(row * columns + column + width) == root) {
            width++;
          }
          int height = 1;
          while (row + height < rows
              && isFree(owner, fields, row + height, column, width, columns, root)) {
            height++;
          }
          for (int i = row; i < row + height; i++) {
            Arrays.fill(owner[i], column, column + width, areas.size());
          }
          areas.add(new Area(row, column, height, width));
        }
      }
    }
    return new Table(xs, ys, areas, owner);
  }

  private static boolean isFree(
      int[][] owner, Sets fields, int row, int column, int width, int columns, int root) {
    for (int i = column; i < column + width; i++) {
      if (owner[row][i] >= 0 || fields.root(row * columns + i) != root) {
        return false;
      }
    }
    return true;
  }

  /** Disjoint sets of numbers. */
  private static final class Sets {

    private final int[] parent;

    Sets(int size) {
      parent = new int[size];
      for (int i = 0; i < size; i++) {
        parent[i] = i;
      }
    }

    int root(int member) {
      int root = member;
      while (parent[root] != root) {
        parent[root] = parent[parent[root]];
        root = parent[root];
      }
      return root;
    }

    void join(int one, int other) {
      int a = root(one);
      int b = root(other);
      parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
}
