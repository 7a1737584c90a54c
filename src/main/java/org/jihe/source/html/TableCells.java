package org.jihe.source.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jihe.source.file.Limits;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Gives the cells of a web page's table their columns, as HTML's table model does. */
final class TableCells {

  /** What HTML allows. */
  private static final int MOST_COLUMN_SPAN = 1000;

  private static final int MOST_ROW_SPAN = 65_534;

  private final Limits limits;
  private final List<List<Placed>> rows = new ArrayList<>();
  private int width;
  private int lastStart;
  private boolean absurd;
  private long area;
  private @Nullable String exceeded;

  TableCells(Limits limits) {
    this.limits = limits;
  }

  /**
   * A cell in its place.
   *
   * @param column counted from 0
   */
  record Placed(Element element, int column, int rowSpan, int columnSpan) {}

  /** Rows of a head, body or foot: cells do not reach out of it. */
  void addGroup(List<Element> children) {
    List<Element> shown = new ArrayList<>();
    for (Element child : children) {
      if (child.normalName().equals("tr") && !HtmlGrids.isHidden(child)) {
        shown.add(child);
      }
    }
    int[] takenUntil = new int[16];
    for (int i = 0; i < shown.size() && exceeded == null; i++) {
      takenUntil = addRow(shown.get(i), i, shown.size(), takenUntil);
    }
  }

  /**
   * Places the cells of one row.
   *
   * @param takenUntil for every column the first row of the group that no cell from above reaches
   */
  private int[] addRow(Element tr, int row, int rowsOfGroup, int[] takenUntil) {
    int[] taken = takenUntil;
    List<Placed> placed = new ArrayList<>();
    int column = 0;
    for (Element cell : tr.children()) {
      if (!isShown(cell)) {
        continue;
      }
      while (column < taken.length && taken[column] > row) {
        column++;
      }
      int columns = span(cell.attr("colspan"), MOST_COLUMN_SPAN);
      int down = span(cell.attr("rowspan"), MOST_ROW_SPAN);
      int rowSpan = Math.min(down == 0 ? rowsOfGroup : down, rowsOfGroup - row);
      int columnSpan = Math.max(1, columns);
      if (column >= limits.columns()) {
        exceeded = "columns > " + limits.columns();
        return taken;
      }
      if (column + columnSpan > taken.length) {
        taken = Arrays.copyOf(taken, Math.max(2 * taken.length, column + columnSpan));
      }
      Arrays.fill(taken, column, column + columnSpan, row + rowSpan);
      placed.add(new Placed(cell, column, rowSpan, columnSpan));
      area += (long) rowSpan * columnSpan;
      if (area > limits.cells()) {
        exceeded = "cells > " + limits.cells();
        return taken;
      }
      lastStart = Math.max(lastStart, column);
      column += columnSpan;
      width = Math.max(width, column);
      absurd |= columnSpan == MOST_COLUMN_SPAN || width > limits.columns();
    }
    rows.add(placed);
    return taken;
  }

  private static boolean isShown(Element cell) {
    String name = cell.normalName();
    return (name.equals("td") || name.equals("th")) && !HtmlGrids.isHidden(cell);
  }

  /** A span as written, 0 where it is 0, 1 where it is no number. */
  private static int span(String written, int most) {
    if (written.isEmpty()) {
      return 1;
    }
    int span = 0;
    String text = written.strip();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return i == 0 ? 1 : span;
      }
      span = Math.min(most, span * 10 + (c - '0'));
    }
    return text.isEmpty() ? 1 : span;
  }

  /**
   * The rows, each from left to right. Where a span is absurd, no cell reaches beyond the columns
   * in which one begins.
   */
  List<List<Placed>> rows() {
    if (!absurd) {
      return rows;
    }
    return rows.stream().map(row -> row.stream().map(this::clipped).toList()).toList();
  }

  private Placed clipped(Placed cell) {
    int most = lastStart + 1 - cell.column;
    return new Placed(cell.element, cell.column, cell.rowSpan, Math.min(cell.columnSpan, most));
  }

  int width() {
    return absurd ? lastStart + 1 : width;
  }

  /** Cells that the table declares, blank ones among them. */
  long area() {
    return area;
  }

  /** What limit was exceeded, or null. */
  @Nullable String exceeded() {
    return exceeded;
  }
}
