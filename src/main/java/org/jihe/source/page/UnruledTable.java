package org.jihe.source.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jihe.layout.Box;
import org.jihe.layout.Cell;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.source.page.TextLines.Line;

/**
 * A table that no rulings part, over several pages. Lines of one column that are as close together
 * as lines of a cell are make a cell; cells that stand beside one another make a row, and one that
 * stands beside several rows, such as a label of them all, is of the first.
 */
final class UnruledTable {

  /** Ems from line to line of a cell. */
  private static final double LEAST_LEADING = 0.9;

  private static final double MOST_LEADING = 1.9;

  /** What the leading of a table may vary. */
  private static final double SLACK = 1.12;

  /** The share of the lines this close that end where nothing more fitted. */
  private static final double FULL = 0.5;

  /** Ems by which neighbours overlap at least. */
  private static final double OVERLAP = 0.2;

  private final String file;
  private final List<List<List<Line>>> lines;
  private final UnruledColumns columns;

  /** Where a line that is closer to the one above, in ems, is of the same cell; 0 if not known. */
  private final double leading;

  private UnruledTable(String file, List<List<List<Line>>> lines, UnruledColumns columns) {
    this.file = file;
    this.lines = lines;
    this.columns = columns;
    this.leading = leading();
  }

  /** What stands in one column of a row, line by line. */
  private record Part(int column, List<Line> lines) {

    double top() {
      return lines.get(0).top();
    }

    double bottom() {
      return last().bottom();
    }

    Line last() {
      return lines.get(lines.size() - 1);
    }

    boolean isBeside(Part other) {
      double least = OVERLAP * Math.min(last().size(), other.last().size());
      return Math.min(bottom(), other.bottom()) - Math.max(top(), other.top()) > least;
    }
  }

  /** One grid for every page. */
  static List<Grid> grids(String file, List<PageLayout> pages) {
    List<Grid> grids = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= pages.size(); i++) {
      if (i == pages.size() || !sameSize(pages.get(from), pages.get(i))) {
        addGrids(file, pages.subList(from, i), grids);
        from = i;
      }
    }
    return grids;
  }

  private static boolean sameSize(PageLayout one, PageLayout other) {
    return Math.abs(one.content().width() - other.content().width()) < 1
        && Math.abs(one.content().height() - other.content().height()) < 1;
  }

  private static void addGrids(String file, List<PageLayout> pages, List<Grid> grids) {
    List<List<List<Line>>> lines = pages.stream().map(UnruledTable::fields).toList();
    UnruledColumns columns = UnruledColumns.of(lines);
    UnruledTable table = new UnruledTable(file, lines, columns);
    for (int i = 0; i < pages.size(); i++) {
      grids.add(
          columns.fit(lines.get(i))
              ? table.grid(pages.get(i), rows(table.parts(lines.get(i))))
              : LooseLines.grid(file, pages.get(i)));
    }
  }

  private static List<List<Line>> fields(PageLayout page) {
    return TextLines.baselines(page.content().glyphs()).stream().map(TextLines::columns).toList();
  }

  /** Lines of a page by column, from top to bottom. */
  private List<List<Line>> byColumn(List<List<Line>> page) {
    TreeMap<Integer, List<Line>> byColumn = new TreeMap<>();
    for (List<Line> whole : page) {
      List<Line> line = apart(whole);
      int before = -1;
      for (Line field : line) {
        int column = columns.at(field);
        List<Line> there = byColumn.computeIfAbsent(column, key -> new ArrayList<>());
        if (column == before) {
          there.set(there.size() - 1, joined(there.get(there.size() - 1), field));
        } else {
          there.add(field);
        }
        before = column;
      }
    }
    List<List<Line>> all = new ArrayList<>();
    byColumn.forEach(
        (column, there) -> {
          while (all.size() <= column) {
            all.add(List.of());
          }
          all.set(column, there);
        });
    return all;
  }

  /** A line of single characters is one of fields where each of them begins a column. */
  private List<Line> apart(List<Line> line) {
    if (line.size() > 1) {
      return line;
    }
    List<Line> apart = TextLines.apart(line.get(0));
    return apart.stream().allMatch(columns::isAtBeginning) ? apart : line;
  }

  private static Line joined(Line left, Line right) {
    List<Glyph> glyphs = new ArrayList<>(left.glyphs());
    glyphs.addAll(right.glyphs());
    return new Line(glyphs);
  }

  private double leading() {
    if (columns.isEmpty()) {
      return 0;
    }
    List<double[]> pairs = new ArrayList<>();
    for (List<List<Line>> page : lines) {
      for (List<Line> column : byColumn(page)) {
        for (int i = 1; i < column.size(); i++) {
          Line above = column.get(i - 1);
          double ems = distance(above, column.get(i));
          if (LEAST_LEADING <= ems && ems <= MOST_LEADING) {
            pairs.add(new double[] {ems, isFull(above, column.get(i)) ? 1 : 0});
          }
        }
      }
    }
    double least =
        pairs.stream().filter(pair -> pair[1] > 0).mapToDouble(pair -> pair[0]).min().orElse(0);
    double most = SLACK * least;
    long close = pairs.stream().filter(pair -> pair[0] <= most).count();
    long full = pairs.stream().filter(pair -> pair[0] <= most && pair[1] > 0).count();
    return full >= FULL * close ? most : 0;
  }

  private static double distance(Line above, Line below) {
    return (below.baseline() - above.baseline()) / Math.min(above.size(), below.size());
  }

  private boolean isFull(Line above, Line below) {
    Glyph first = below.glyphs().get(0);
    return columns.isFull(above, first.right() - first.left());
  }

  private List<Part> parts(List<List<Line>> page) {
    List<Part> parts = new ArrayList<>();
    List<List<Line>> byColumn = byColumn(page);
    for (int i = 0; i < byColumn.size(); i++) {
      Line above = null;
      for (Line line : byColumn.get(i)) {
        if (above != null && continues(above, line)) {
          parts.get(parts.size() - 1).lines.add(line);
        } else {
          List<Line> first = new ArrayList<>();
          first.add(line);
          parts.add(new Part(i, first));
        }
        above = line;
      }
    }
    return parts;
  }

  private boolean continues(Line above, Line below) {
    double ems = distance(above, below);
    return leading > 0 ? ems <= leading : ems <= MOST_LEADING && isFull(above, below);
  }

  private static List<List<Part>> rows(List<Part> parts) {
    parts.sort(Comparator.comparingDouble(Part::top));
    List<Part> labels = new ArrayList<>();
    List<Part> single = new ArrayList<>();
    double[] tops = parts.stream().mapToDouble(Part::top).toArray();
    double[] bottoms = parts.stream().mapToDouble(Part::bottom).toArray();
    for (int i = 0; i < tops.length; i++) {
      (besideSeveral(parts, tops, bottoms, i) ? labels : single).add(parts.get(i));
    }
    List<List<Part>> rows = new ArrayList<>();
    double end = Double.NEGATIVE_INFINITY;
    for (Part part : single) {
      double least = OVERLAP * part.last().size();
      if (part.top() + least > end || rows.isEmpty()) {
        rows.add(new ArrayList<>());
        end = part.bottom();
      }
      end = Math.max(end, part.bottom());
      rows.get(rows.size() - 1).add(part);
    }
    for (Part label : labels) {
      rows.stream()
          .filter(row -> row.stream().anyMatch(label::isBeside))
          .findFirst()
          .orElseGet(() -> newRow(rows, label.top()))
          .add(label);
    }
    rows.forEach(row -> row.sort(Comparator.comparingInt(Part::column)));
    return rows;
  }

  /** A row for a label that stands beside labels alone, as in columns that are out of step. */
  private static List<Part> newRow(List<List<Part>> rows, double top) {
    int at = 0;
    while (at < rows.size() && rows.get(at).get(0).top() < top) {
      at++;
    }
    List<Part> row = new ArrayList<>();
    rows.add(at, row);
    return row;
  }

  /**
   * True for what stands beside several cells of a column.
   *
   * @param parts in the order of their tops
   */
  private static boolean besideSeveral(
      List<Part> parts, double[] tops, double[] bottoms, int number) {
    Part part = parts.get(number);
    List<Integer> beside = new ArrayList<>();
    for (int i = 0; i < tops.length && tops[i] < bottoms[number]; i++) {
      Part other = parts.get(i);
      if (bottoms[i] > tops[number] && other.column != part.column && part.isBeside(other)) {
        if (beside.contains(other.column)) {
          return true;
        }
        beside.add(other.column);
      }
    }
    return false;
  }

  private Grid grid(PageLayout page, List<List<Part>> rows) {
    List<List<Cell>> cells = new ArrayList<>();
    for (List<Part> row : rows) {
      int number = cells.size() + 1;
      cells.add(row.stream().map(part -> cell(page, part, number)).toList());
    }
    return new Grid(cells, Grid.Columns.INFERRED);
  }

  private Cell cell(PageLayout page, Part part, int row) {
    List<Glyph> glyphs = part.lines.stream().flatMap(line -> line.glyphs().stream()).toList();
    double left = part.lines.stream().mapToDouble(Line::left).min().orElseThrow();
    double right = part.lines.stream().mapToDouble(Line::right).max().orElseThrow();
    double end = part.lines.stream().mapToDouble(columns::right).max().orElseThrow();
    Box box = new Box(left, part.top(), right, part.bottom());
    return Cell.of(
        TextLines.text(glyphs, left, end),
        new Position(
            file,
            page.page(),
            null,
            row,
            part.column + 1,
            QuarterTurns.asSeen(box, page.content())));
  }
}
