package org.jihe.view;

import java.util.ArrayList;
import java.util.List;

/** A table for the terminal: columns lined up by display width, long cells wrapped. */
final class TextTable {

  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param head its heading; may be empty
   * @param side where its cells stand
   * @param least width to which it may shrink; wider cells are wrapped then
   */
  record Column(String head, Side side, int least) {

    /** A column of text that may be wrapped. */
    static Column text(String head, int least) {
      return new Column(head, Side.LEFT, least);
    }

    /** A column of short text that is never wrapped. */
    static Column fixed(String head) {
      return new Column(head, Side.LEFT, Integer.MAX_VALUE);
    }

    /** A column of numbers, never wrapped. */
    static Column number(String head) {
      return new Column(head, Side.RIGHT, Integer.MAX_VALUE);
    }
  }

  enum Side {
    LEFT,
    RIGHT
  }

  /** Adds a row with one text for every column. */
  TextTable row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns.size());
    }
    rows.add(List.of(cells));
    return this;
  }

  /**
   * The table's lines, by row: the heading's first, then every row's.
   *
   * @param width columns of the terminal that the table may take where its fixed columns allow
   */
  List<List<String>> blocks(int width) {
    int[] widths = widths(width);
    List<List<String>> blocks = new ArrayList<>();
    blocks.add(lines(columns.stream().map(Column::head).toList(), widths));
    for (List<String> row : rows) {
      blocks.add(lines(row, widths));
    }
    return blocks;
  }

  /** All lines, the heading first. */
  List<String> lines(int width) {
    return blocks(width).stream().flatMap(List::stream).toList();
  }

  private int[] widths(int available) {
    int[] widths = new int[columns.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = TextWidth.of(columns.get(column).head());
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], TextWidth.of(row.get(column)));
      }
    }
    int excess = GAP.length() * (widths.length - 1) - available;
    for (int each : widths) {
      excess += each;
    }
    while (excess > 0) {
      int widest = widestThatShrinks(widths);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      excess--;
    }
    return widths;
  }

  private int widestThatShrinks(int[] widths) {
    int widest = -1;
    for (int column = 0; column < widths.length; column++) {
      boolean shrinks = widths[column] > columns.get(column).least();
      if (shrinks && (widest < 0 || widths[column] > widths[widest])) {
        widest = column;
      }
    }
    return widest;
  }

  private List<String> lines(List<String> cells, int[] widths) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 1;
    for (int column = 0; column < widths.length; column++) {
      List<String> lines = TextWidth.wrap(cells.get(column), widths[column]);
      wrapped.add(lines);
      height = Math.max(height, lines.size());
    }
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = line < wrapped.get(column).size() ? wrapped.get(column).get(line) : "";
        text.append(column == 0 ? "" : GAP);
        text.append(
            columns.get(column).side() == Side.LEFT
                ? TextWidth.padRight(cell, widths[column])
                : TextWidth.padLeft(cell, widths[column]));
      }
      lines.add(text.toString().stripTrailing());
    }
    return lines;
  }
}
