package org.jihe.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jihe.form.Reading;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.template.row.CellText;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;

/** The rows of a document in which something is printed, without page numbers. */
final class DocumentRows {

  private static final Pattern PAGE_NUMBER =
      Pattern.compile("第\\d+页(?:[,/]?共\\d+页)?|[-—–]+\\d{1,4}[-—–]+|共\\d+页");
  private static final int LONGEST_LINE = 120;

  /** Wider than a space between words. */
  private static final Pattern GAP = Pattern.compile("[\\u3000 \\u00a0\\t]{2,}");

  private final List<PrintedRow> rows = new ArrayList<>();

  /** True where an empty row or the end of a grid stands before the next row. */
  private boolean broken;

  /** Number of the grid. */
  private int number;

  private int lastPage;

  private DocumentRows() {}

  /** The rows in printed order. */
  static List<PrintedRow> of(Document document) {
    DocumentRows rows = new DocumentRows();
    document.grids().forEach(rows::add);
    return IndexColumn.takenOut(rows.rows);
  }

  private void add(Grid grid) {
    boolean fixed = grid.columns() != Grid.Columns.LOOSE;
    boolean ruled = grid.columns() == Grid.Columns.FIXED && isOfPage(grid);
    Deque<Token> open = new ArrayDeque<>();
    Tiles tiles = Tiles.of(grid);
    for (List<Cell> cells : grid.rows()) {
      tiles.take(cells);
      List<Token> tokens = tokens(cells);
      if (tokens.isEmpty()) {
        broken = true;
      } else {
        int page = tokens.get(0).position().page();
        if (page != lastPage) {
          number++; // a table over several pages is one grid for each
          lastPage = page;
        }
        int line = tokens.get(0).position().row();
        List<Token> covering = fixed ? covering(open, tokens, line) : List.of();
        boolean outside = ruled && tiles.isOutside(cells);
        rows.add(
            new PrintedRow(
                line, broken, tokens, number, fixed, covering, blank(cells, grid), outside));
        broken = false;
      }
    }
    broken = true;
    number++;
  }

  private static boolean isOfPage(Grid grid) {
    return grid.rows().stream().flatMap(List::stream).anyMatch(each -> each.position().page() > 0);
  }

  /** Which columns the cells of a row cover, with those that reach into it from above. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Tiles(int[] until) {

    static Tiles of(Grid grid) {
      int width = 0;
      for (List<Cell> row : grid.rows()) {
        for (Cell cell : row) {
          width = Math.max(width, cell.position().column() + cell.columnSpan());
        }
      }
      return new Tiles(new int[width + 1]);
    }

    void take(List<Cell> row) {
      for (Cell cell : row) {
        int first = cell.position().column();
        int last = cell.position().row() + cell.rowSpan() - 1;
        for (int column = first; column < first + cell.columnSpan(); column++) {
          until[column] = Math.max(until[column], last);
        }
      }
    }

    /** True for texts that leave columns free, as cells of a table do not. */
    boolean isOutside(List<Cell> row) {
      int line = row.isEmpty() ? 0 : row.get(0).position().row();
      int free = 0;
      for (int column = 1; column < until.length - 1; column++) {
        free += until[column] < line ? 1 : 0;
      }
      return free > 0
          && row.stream()
              .allMatch(cell -> !cell.isEmpty() && cell.rowSpan() == 1 && cell.columnSpan() == 1);
    }
  }

  /** The merged cells that reach into a row from above; those that begin in it are opened. */
  private static List<Token> covering(Deque<Token> open, List<Token> tokens, int line) {
    open.removeIf(token -> token.position().row() + token.rows() <= line);
    List<Token> covering = List.copyOf(open);
    for (Token token : tokens) {
      if (token.rows() > 1) {
        open.add(token);
      }
    }
    return covering;
  }

  private static Map<Integer, Integer> blank(List<Cell> cells, Grid grid) {
    Map<Integer, Integer> blank = new HashMap<>();
    for (Cell cell : cells) {
      boolean ruled = grid.columns() == Grid.Columns.FIXED && cell.position().page() > 0;
      if (ruled && cell.isEmpty()) {
        blank.put(cell.position().column(), cell.rowSpan());
      }
    }
    return blank;
  }

  /** The parts of a line above a table that wide gaps keep apart. */
  private static List<Token> apart(Token token, String printed) {
    String line = printed.strip();
    if (token.text().length() > LONGEST_LINE || !GAP.matcher(line).find()) {
      return List.of(token);
    }
    List<Token> parts = new ArrayList<>();
    for (String part : GAP.split(line, -1)) {
      Token one = token.as(CellText.clean(part), Reading.SEPARATED);
      if (one.text().isEmpty() || !FormRows.isPreamble(one)) {
        return List.of(token);
      }
      parts.add(one);
    }
    return parts.size() > 1 ? parts : List.of(token);
  }

  private static List<Token> tokens(List<Cell> cells) {
    List<Token> tokens = new ArrayList<>(cells.size());
    String printed = "";
    for (Cell cell : cells) {
      String text = CellText.clean(cell.text());
      if (!text.isEmpty()) {
        tokens.add(Token.of(text, cell));
        printed = cell.text();
      }
    }
    if (tokens.size() == 1) {
      tokens = apart(tokens.get(0), printed);
    }
    boolean furniture = tokens.size() == 1 && PAGE_NUMBER.matcher(tokens.get(0).key()).matches();
    return furniture ? List.of() : tokens;
  }
}
