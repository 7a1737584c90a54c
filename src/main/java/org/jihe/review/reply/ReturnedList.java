package org.jihe.review.reply;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.publish.list.ListColumn;
import org.jihe.review.reply.ReplyNotice.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a list that was sent back: rows may be sorted, taken out and added, columns
 * moved and added.
 */
final class ReturnedList {

  /** The head stands among the first rows. */
  private static final int HEAD_WITHIN = 30;

  /** So many known heads make a head. */
  private static final int FEWEST_HEADS = 4;

  private final String file;
  private final List<ReturnedLine> lines = new ArrayList<>();
  private final List<ReplyNotice> notices = new ArrayList<>();
  private boolean found;

  private ReturnedList(String file) {
    this.file = file;
  }

  /** The lines of all sheets of a file that are such a list, and what is to be known of them. */
  static ReturnedList read(Document document) {
    ReturnedList list = new ReturnedList(document.file());
    document.grids().forEach(list::sheet);
    if (!list.found) {
      list.notices.add(new ReplyNotice(Kind.NO_LIST, document.file(), "", 0, Map.of()));
    }
    return list;
  }

  List<ReturnedLine> lines() {
    return lines;
  }

  List<ReplyNotice> notices() {
    return notices;
  }

  /**
   * The head of a sheet.
   *
   * @param row its row
   * @param columns where the columns of the list are
   * @param extras heads of other columns, by their place
   */
  private record Head(int row, Map<ListColumn, Integer> columns, Map<Integer, String> extras) {}

  private void sheet(Grid grid) {
    for (List<Cell> row : grid.rows().subList(0, Math.min(HEAD_WITHIN, grid.rows().size()))) {
      if (isHead(row)) {
        found = true;
        Head head = head(row);
        if (head != null) {
          rows(grid, head);
        }
        return;
      }
    }
  }

  private static boolean isHead(List<Cell> row) {
    return row.stream().filter(cell -> column(cell.text()) != null).count() >= FEWEST_HEADS
        && row.stream()
            .map(cell -> column(cell.text()))
            .anyMatch(
                column ->
                    column == ListColumn.KEY
                        || column == ListColumn.STATE
                        || column == ListColumn.REPLY);
  }

  /** Letters and signs of full width count as the plain ones; white space does not count. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}\\p{Cf}]+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static @Nullable ListColumn column(String text) {
    String name = folded(text);
    for (ListColumn column : ListColumn.values()) {
      if (name.equals(folded(column.head()))) {
        return column;
      }
    }
    for (ListColumn column : ListColumn.values()) {
      if (column.aliases().stream().anyMatch(alias -> name.equals(folded(alias)))) {
        return column;
      }
    }
    return null;
  }

  private static String sheetOf(Cell cell) {
    String sheet = cell.position().sheet();
    return sheet == null ? "" : sheet;
  }

  private void say(Kind kind, Cell at, Map<String, String> facts) {
    notices.add(new ReplyNotice(kind, file, sheetOf(at), at.position().row(), facts));
  }

  private @Nullable Head head(List<Cell> row) {
    Map<ListColumn, Integer> columns = new EnumMap<>(ListColumn.class);
    Map<Integer, String> extras = new TreeMap<>();
    boolean wrong = false;
    for (Cell cell : row) {
      ListColumn column = column(cell.text());
      String name = cell.text().strip();
      if (column == null) {
        if (!name.isEmpty()) {
          extras.put(cell.position().column(), name);
        }
        continue;
      }
      if (cell.columnSpan() > 1) {
        say(Kind.HEAD_MERGED, cell, Map.of("column", name));
        wrong = true;
      }
      if (!folded(name).equals(folded(column.head()))) {
        say(Kind.COLUMN_RENAMED, cell, Map.of("column", name, "usual", column.head()));
      }
      if (columns.put(column, cell.position().column()) != null) {
        say(Kind.COLUMN_TWICE, cell, Map.of("column", column.head()));
        wrong = true;
      }
    }
    return isEnough(row.get(0), columns) && !wrong
        ? new Head(row.get(0).position().row(), columns, extras)
        : null;
  }

  private boolean isEnough(Cell at, Map<ListColumn, Integer> columns) {
    List<String> missing = new ArrayList<>();
    for (ListColumn needed : List.of(ListColumn.REPLY, ListColumn.STATE)) {
      if (!columns.containsKey(needed)) {
        missing.add(needed.head());
      }
    }
    boolean withoutKeys = !columns.containsKey(ListColumn.KEY);
    if (withoutKeys) {
      for (ListColumn needed : List.of(ListColumn.PROJECT, ListColumn.PROBLEM)) {
        if (!columns.containsKey(needed)) {
          missing.add(needed.head());
        }
      }
    }
    if (!missing.isEmpty()) {
      say(Kind.COLUMN_MISSING, at, Map.of("columns", String.join("、", missing)));
      return false;
    }
    if (withoutKeys) {
      say(Kind.KEYS_GONE, at, Map.of());
    }
    return true;
  }

  /** The cells of a row by their columns, those that are merged over it among them. */
  private void rows(Grid grid, Head head) {
    Map<Integer, Map<Integer, Cell>> rows = new TreeMap<>();
    for (List<Cell> row : grid.rows()) {
      for (Cell cell : row) {
        int first = cell.position().row();
        for (int covered = first; covered < first + cell.rowSpan(); covered++) {
          if (covered > head.row && (covered == first || !cell.isEmpty())) {
            rows.computeIfAbsent(covered, key -> new HashMap<>())
                .putIfAbsent(cell.position().column(), cell);
          }
        }
        merged(cell, head);
      }
    }
    rows.forEach((row, cells) -> line(row, cells, head));
  }

  private void merged(Cell cell, Head head) {
    if (cell.position().row() <= head.row || cell.isEmpty()) {
      return;
    }
    int first = cell.position().column();
    if (cell.rowSpan() > 1
        && List.of(ListColumn.REPLY, ListColumn.STATE, ListColumn.OPINION).stream()
            .anyMatch(column -> Integer.valueOf(first).equals(head.columns.get(column)))) {
      int last = cell.position().row() + cell.rowSpan() - 1;
      say(
          Kind.ROWS_MERGED,
          cell,
          Map.of("last", String.valueOf(last), "text", cell.text().strip()));
    }
    if (cell.columnSpan() > 1) {
      List<String> lost = new ArrayList<>();
      head.columns.forEach(
          (column, place) -> {
            if (place > first && place < first + cell.columnSpan()) {
              lost.add(column.head());
            }
          });
      if (!lost.isEmpty()) {
        say(Kind.COLUMNS_MERGED, cell, Map.of("columns", String.join("、", lost)));
      }
    }
  }

  private void line(int row, Map<Integer, Cell> cells, Head head) {
    Map<String, String> extras = new LinkedHashMap<>();
    head.extras.forEach(
        (place, name) -> {
          Cell cell = cells.get(place);
          if (cell != null && !cell.isEmpty()) {
            extras.put(name, cell.text().strip());
          }
        });
    Cell any = cells.values().iterator().next();
    ReturnedLine line =
        new ReturnedLine(
            file,
            sheetOf(any),
            row,
            text(cells, head, ListColumn.KEY),
            text(cells, head, ListColumn.PROJECT),
            text(cells, head, ListColumn.PLACE),
            text(cells, head, ListColumn.PROBLEM),
            text(cells, head, ListColumn.REPLY),
            text(cells, head, ListColumn.BY),
            text(cells, head, ListColumn.STATE),
            text(cells, head, ListColumn.OPINION),
            extras);
    if (!(line.isNameless() && line.isSilent())) {
      lines.add(line);
    }
  }

  private static String text(Map<Integer, Cell> cells, Head head, ListColumn column) {
    Integer place = head.columns.get(column);
    Cell cell = place == null ? null : cells.get(place);
    return cell == null ? "" : cell.text().strip();
  }
}
