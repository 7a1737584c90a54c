package org.jihe.generate.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.generate.print.PdfPrinter.Trait;
import org.jihe.generate.print.PrintedCell.Role;
import org.jihe.layout.Position;

/**
 * Sets a form's table on pages. All rows stand below one another in one long flow first, which is
 * then cut into pages.
 */
final class PdfTable {

  private static final double SIZE = 9;
  private static final double TITLE = 15;
  private static final double PAD = 3;
  private static final double GAP_BETWEEN_FORMS = 24;

  private final PrintedForm form;
  private final PageWriter pages;
  private final Set<Trait> traits;
  private final double[] columns;
  private final double[] rows;
  private final Map<PrintedCell, List<String>> lines = new HashMap<>();
  private final double line = SIZE * 1.3;

  PdfTable(PrintedForm form, PageWriter pages, Set<Trait> traits) {
    this.form = form;
    this.pages = pages;
    this.traits = traits;
    this.columns = columns();
    this.rows = rows();
  }

  private double[] columns() {
    int all = form.widths().stream().mapToInt(Integer::intValue).sum();
    double wide = pages.usableWidth() * (traits.contains(Trait.WRAP) ? 0.62 : 1);
    double[] starts = new double[form.columns() + 1];
    for (int i = 0; i < form.columns(); i++) {
      starts[i + 1] = starts[i] + wide * form.widths().get(i) / all;
    }
    return starts;
  }

  private double[] rows() {
    double[] heights = new double[form.rows()];
    for (PrintedCell cell : form.cells()) {
      double inside = columns[cell.lastColumn() + 1] - columns[cell.column()] - 2 * PAD;
      List<String> wrapped =
          LineBreaks.wrap(cell.text(), inside, text -> pages.width(text, size(cell)));
      lines.put(cell, wrapped);
      if (cell.rowSpan() == 1) {
        heights[cell.row()] = Math.max(heights[cell.row()], height(cell));
      }
    }
    for (PrintedCell cell : form.cells()) {
      double there = 0;
      for (int row = cell.row(); row <= cell.lastRow(); row++) {
        there += heights[row];
      }
      for (int row = cell.row(); row <= cell.lastRow() && there < height(cell); row++) {
        heights[row] += (height(cell) - there) / cell.rowSpan();
      }
    }
    double[] starts = new double[form.rows() + 1];
    for (int row = 0; row < form.rows(); row++) {
      starts[row + 1] = starts[row] + heights[row];
    }
    return starts;
  }

  private List<String> lines(PrintedCell cell) {
    return lines.getOrDefault(cell, List.of());
  }

  private double height(PrintedCell cell) {
    return lines(cell).size() * lineHeight(cell) + 2 * PAD;
  }

  private static double size(PrintedCell cell) {
    return cell.role() == Role.TITLE ? TITLE : SIZE;
  }

  private double lineHeight(PrintedCell cell) {
    return cell.role() == Role.TITLE ? TITLE * 1.3 : line;
  }

  /** A part of the flow on one page. */
  private record Piece(double from, double to) {
    boolean has(double top, double bottom) {
      return top < to && bottom > from;
    }
  }

  private List<Piece> pieces(double used) {
    double whole = pages.usableHeight();
    double repeated = repeatedHead() ? rows[form.head() + 1] - rows[form.head()] : 0;
    List<Piece> pieces = new ArrayList<>();
    double from = 0;
    double room = whole - used;
    while (from < rows[form.rows()]) {
      double to = cut(from, from + room);
      if (to <= from) {
        throw new IllegalStateException("a row is higher than a page");
      }
      pieces.add(new Piece(from, to));
      from = to;
      room = whole - repeated;
    }
    return pieces;
  }

  private boolean repeatedHead() {
    return traits.contains(Trait.REPEATED_HEAD);
  }

  /** Where the page must end at the latest position that may be cut. */
  private double cut(double from, double limit) {
    if (rows[form.rows()] <= limit) {
      return rows[form.rows()];
    }
    int row = 0;
    while (rows[row + 1] <= limit) {
      row++;
    }
    boolean tooHigh = rows[row] <= from;
    if (tooHigh || (traits.contains(Trait.BREAK_IN_ROWS) && longest(row) > 1)) {
      double start = Math.max(from, rows[row]);
      double first = rows[row] + PAD;
      int fits = (int) Math.floor((limit - first) / line);
      double at = first + Math.min(fits, longest(row) - 1) * line;
      if (at > start + line) {
        return at;
      }
    }
    // neither the head of the indicator table is left alone at the foot of a page nor a label cut
    while (rows[row - 1] > from && (row == form.head() + 1 || cutsLabel(row, from))) {
      row--;
    }
    return rows[row];
  }

  /** True where a merged label has room neither above the row nor below it. */
  private boolean cutsLabel(int row, double from) {
    for (PrintedCell cell : form.cells()) {
      if (cell.row() < row && row <= cell.lastRow()) {
        double above = rows[row] - Math.max(from, rows[cell.row()]);
        double below = rows[cell.lastRow() + 1] - rows[row];
        if (Math.max(above, below) < height(cell) - PAD) {
          return true;
        }
      }
    }
    return false;
  }

  private int longest(int row) {
    return form.row(row).stream()
        .filter(cell -> cell.rowSpan() == 1)
        .mapToInt(cell -> lines(cell).size())
        .max()
        .orElse(0);
  }

  void print(String file, Printed.Places places) throws IOException {
    boolean runningOn = traits.contains(Trait.RUNNING_ON) && pages.page() > 0;
    double used = runningOn ? pages.used() + GAP_BETWEEN_FORMS : 0;
    if (runningOn && used > pages.usableHeight() / 2) {
      runningOn = false;
      used = 0;
    }
    List<Piece> pieces = pieces(used);
    for (int i = 0; i < pieces.size(); i++) {
      if (i > 0 || !runningOn) {
        pages.newPage();
      }
      double top = i == 0 ? used : 0;
      if (i > 0 && repeatedHead()) {
        top = repeat(pieces.get(i));
      }
      print(pieces, i, top, file, places);
    }
  }

  /** The head of the indicator table again, if the page goes on with its rows. */
  private double repeat(Piece piece) throws IOException {
    if (piece.from < rows[form.head() + 1]) {
      return 0;
    }
    double height = rows[form.head() + 1] - rows[form.head()];
    for (PrintedCell cell : form.row(form.head())) {
      double left = columns[cell.column()];
      double right = columns[cell.lastColumn() + 1];
      List<String> text = cell.rowSpan() == 1 ? lines(cell) : List.of();
      draw(cell, text, left, right, 0, height, true);
    }
    return height;
  }

  private void print(List<Piece> pieces, int number, double top, String file, Printed.Places places)
      throws IOException {
    Piece piece = pieces.get(number);
    for (PrintedCell cell : form.cells()) {
      double start = rows[cell.row()];
      double end = rows[cell.lastRow() + 1];
      if (!piece.has(start, end)) {
        continue;
      }
      double left = columns[cell.column()];
      double right = columns[cell.lastColumn() + 1];
      double from = Math.max(start, piece.from) - piece.from + top;
      double to = Math.min(end, piece.to) - piece.from + top;
      List<String> here = here(cell, pieces, number);
      boolean whole = start >= piece.from && end <= piece.to;
      draw(cell, here, left, right, from, to, whole);
      if (!here.isEmpty() || (cell.text().isEmpty() && start >= piece.from)) {
        places.put(
            cell,
            new Position(
                file,
                pages.page(),
                null,
                0,
                traits.contains(Trait.TEXT_ONLY) ? 0 : cell.column() + 1,
                pages.box(left, from, right, to)));
      }
    }
    pages.use(piece.to - piece.from + top);
  }

  /** The cell's lines that stand in the piece. */
  private List<String> here(PrintedCell cell, List<Piece> pieces, int number) {
    List<String> all = lines(cell);
    Piece piece = pieces.get(number);
    double start = rows[cell.row()];
    if (cell.rowSpan() > 1) {
      return label(cell, pieces, number);
    }
    List<String> here = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      double middle = start + PAD + (i + 0.5) * lineHeight(cell);
      boolean whole = start >= piece.from && rows[cell.lastRow() + 1] <= piece.to;
      if (whole || (middle >= piece.from && middle < piece.to)) {
        here.add(all.get(i));
      }
    }
    return here;
  }

  /**
   * A merged label stands where it begins, or on the next page if only that has the room; where
   * neither has, its lines stand in both.
   */
  private List<String> label(PrintedCell cell, List<Piece> pieces, int number) {
    List<String> all = lines(cell);
    double start = rows[cell.row()];
    double end = rows[cell.lastRow() + 1];
    int taken = 0;
    int home = -1;
    int[] room = new int[pieces.size()];
    for (int i = 0; i < pieces.size(); i++) {
      double high = Math.min(end, pieces.get(i).to) - Math.max(start, pieces.get(i).from);
      room[i] = (int) Math.max(0, Math.floor((high - PAD) / lineHeight(cell)));
      home = home < 0 && room[i] >= all.size() ? i : home;
    }
    if (home >= 0) {
      return home == number ? all : List.of();
    }
    for (int i = 0; i < number; i++) {
      taken += room[i];
    }
    int from = Math.min(taken, all.size());
    return all.subList(from, Math.min(all.size(), from + room[number]));
  }

  private void draw(
      PrintedCell cell,
      List<String> text,
      double left,
      double right,
      double top,
      double bottom,
      boolean whole)
      throws IOException {
    boolean ruled = !traits.contains(Trait.TEXT_ONLY);
    boolean line = cell.role() == Role.TITLE || cell.role() == Role.LINE;
    if (ruled && !line) {
      pages.rules(left, top, right, bottom);
    }
    boolean onTop =
        !whole
            || traits.contains(Trait.TEXT_ONLY)
            || (cell.rowSpan() > 1 && traits.contains(Trait.LABELS_ON_TOP));
    double high = text.size() * lineHeight(cell);
    double y = onTop ? top + (whole ? PAD : PAD / 2) : top + (bottom - top - high) / 2;
    double size = size(cell);
    boolean centred = cell.role() != Role.TEXT && !(line && cell.column() > 0);
    for (String each : text) {
      double wide = pages.width(each, size);
      double x =
          centred && (ruled || cell.role() == Role.TITLE)
              ? left + (right - left - wide) / 2
              : left + PAD;
      pages.text(each, x, y + size, size);
      y += lineHeight(cell);
    }
  }
}
