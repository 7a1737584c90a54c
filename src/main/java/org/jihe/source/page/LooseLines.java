package org.jihe.source.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jihe.layout.Box;
import org.jihe.layout.Cell;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.source.page.PageLayout.LineBlock;
import org.jihe.source.page.TextLines.Line;

/**
 * A page without rulings: a line is a row. Where its lines leave empty corridors from top to
 * bottom, these part its columns. That lines of a cell belong together is taken for certain only
 * where each of them continues one that was full.
 */
final class LooseLines {

  /** Corridors are looked for among lines with this share of the fields of the fullest one. */
  private static final double FULL_LINE = 0.6;

  /** The share of the lines that may have a merged cell across a corridor. */
  private static final double BRIDGED = 0.2;

  /** Ems that a corridor has at least. */
  private static final double NARROWEST = 0.3;

  private static final int LEAST_LINES = 3;
  private static final int LEAST_FIELDS = 3;

  /** Lines of a cell are closer than this many times their height. */
  private static final double LEADING = 1.6;

  /** A line is full where fewer ems are left to the middle of the next corridor. */
  private static final double FULL = 1.4;

  private final String file;
  private final PageLayout page;
  private final double[] borders;

  private LooseLines(String file, PageLayout page, double[] borders) {
    this.file = file;
    this.page = page;
    this.borders = borders;
  }

  /** What stands in one column of a row, line by line. */
  private record Field(int column, List<Line> lines) {

    Line last() {
      return lines.get(lines.size() - 1);
    }
  }

  static Grid grid(String file, PageLayout page) {
    List<List<Line>> lines = new ArrayList<>();
    for (PageLayout.Block block : page.blocks()) {
      if (block instanceof LineBlock line) {
        lines.add(line.fields());
      }
    }
    return new LooseLines(file, page, borders(lines)).grid(lines);
  }

  /** The middles of the corridors; none where the lines are no table. */
  private static double[] borders(List<List<Line>> lines) {
    int most = lines.stream().mapToInt(List::size).max().orElse(0);
    List<List<Line>> full =
        lines.stream()
            .filter(line -> line.size() >= Math.max(LEAST_FIELDS, FULL_LINE * most))
            .toList();
    if (full.size() < LEAST_LINES) {
      return new double[0];
    }
    List<double[]> sides = new ArrayList<>(); // place, and fields that begin less those that end
    for (List<Line> line : full) {
      for (Line field : line) {
        sides.add(new double[] {field.left(), 1});
        sides.add(new double[] {field.right(), -1});
      }
    }
    sides.sort(Comparator.comparingDouble(side -> side[0]));
    double narrowest = NARROWEST * full.get(0).get(0).size();
    int bridges = (int) (BRIDGED * full.size());
    List<Double> borders = new ArrayList<>();
    double open = 0;
    boolean begun = false; // a field since the last corridor
    for (int i = 0; i < sides.size() - 1; i++) {
      open += sides.get(i)[1];
      begun |= sides.get(i)[1] > 0;
      double from = sides.get(i)[0];
      double to = sides.get(i + 1)[0];
      if (begun && open <= bridges && to - from >= narrowest) {
        borders.add((from + to) / 2);
        begun = false;
      }
    }
    return borders.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Grid grid(List<List<Line>> lines) {
    List<List<Field>> rows = new ArrayList<>();
    for (List<Line> line : lines) {
      List<Field> fields = fields(line);
      if (rows.isEmpty() || !continues(rows.get(rows.size() - 1), fields)) {
        rows.add(fields);
      } else {
        join(rows.get(rows.size() - 1), fields);
      }
    }
    List<List<Cell>> cells = new ArrayList<>();
    for (List<Field> row : rows) {
      int number = cells.size() + 1;
      cells.add(row.stream().map(field -> cell(field, number)).toList());
    }
    return new Grid(cells, Grid.Columns.LOOSE);
  }

  private List<Field> fields(List<Line> line) {
    List<Field> fields = new ArrayList<>();
    int least = 1;
    for (Line field : line) {
      int column = borders.length == 0 ? least : Math.max(least, columnAt(field));
      List<Line> lines = new ArrayList<>();
      lines.add(field);
      fields.add(new Field(column, lines));
      least = column + 1;
    }
    return fields;
  }

  /** The column in which a field begins, counted from 1; a title belongs to the first. */
  private int columnAt(Line field) {
    int found = Arrays.binarySearch(borders, field.left() + field.size() / 4);
    return found >= 0 ? found + 2 : -found;
  }

  private boolean continues(List<Field> row, List<Field> line) {
    if (borders.length == 0 || row.size() < 2) {
      return false;
    }
    double above = row.stream().mapToDouble(f -> f.last().baseline()).max().orElseThrow();
    for (Field part : line) {
      Field upper = row.stream().filter(f -> f.column == part.column).findFirst().orElse(null);
      Line lower = part.last();
      if (upper == null
          || upper.last().baseline() < above - 1
          || lower.baseline() - above > LEADING * lower.size()
          || Math.abs(upper.last().left() - lower.left()) > 1
          || !isFull(upper, row)) {
        return false;
      }
    }
    return true;
  }

  /** Another character would run into the next field, or the next column where there is none. */
  private boolean isFull(Field field, List<Field> row) {
    Line line = field.last();
    double end = page.content().width();
    for (Field other : row) {
      if (other.column > field.column && other.column - 2 < borders.length) {
        end = Math.min(end, borders[other.column - 2]);
      }
    }
    return line.right() + FULL * line.size() > end;
  }

  private static void join(List<Field> row, List<Field> line) {
    for (Field part : line) {
      for (Field field : row) {
        if (field.column == part.column) {
          field.lines.addAll(part.lines);
        }
      }
    }
  }

  private Cell cell(Field field, int row) {
    List<Glyph> glyphs = field.lines.stream().flatMap(line -> line.glyphs().stream()).toList();
    double left = field.lines.stream().mapToDouble(Line::left).min().orElseThrow();
    double right = field.lines.stream().mapToDouble(Line::right).max().orElseThrow();
    Box box = new Box(left, field.lines.get(0).top(), right, field.last().bottom());
    return Cell.of(
        TextLines.text(glyphs, left, right),
        new Position(
            file, page.page(), null, row, field.column, QuarterTurns.asSeen(box, page.content())));
  }
}
