package org.jihe.generate.print;

import java.util.ArrayList;
import java.util.List;

/**
 * One cell of a form's table before it is printed.
 *
 * @param row first row that it covers, counted from 0
 * @param column first column that it covers, counted from 0
 * @param role what kind of text it holds
 * @param subjects paths of the values that are read from it, such as {@code funding.total.score}; a
 *     merged label has one for every row
 */
public record PrintedCell(
    int row,
    int column,
    int rowSpan,
    int columnSpan,
    String text,
    Role role,
    List<String> subjects) {

  /** What kind of text a cell holds. */
  public enum Role {
    TITLE,
    /** A line of text over the whole width that no rules surround. */
    LINE,
    LABEL,
    TEXT,
    /** Money, points, a rate. */
    NUMBER,
    /** What a clerk may have typed as a number. */
    VALUE
  }

  int lastRow() {
    return row + rowSpan - 1;
  }

  int lastColumn() {
    return column + columnSpan - 1;
  }

  boolean isMerged() {
    return rowSpan > 1 || columnSpan > 1;
  }

  /** A label that carries over several rows, each of which reads its own value from it. */
  boolean isCarried() {
    return !subjects.isEmpty() && subjects.size() == rowSpan && role == Role.LABEL;
  }

  PrintedCell movedBy(int rows) {
    return new PrintedCell(row + rows, column, rowSpan, columnSpan, text, role, subjects);
  }

  /** The part above the row, or below it; a label that carries stands in both. */
  List<PrintedCell> splitAt(int at) {
    if (row >= at || lastRow() < at) {
      return List.of(this);
    }
    int above = at - row;
    List<PrintedCell> parts = new ArrayList<>();
    boolean carried = isCarried();
    parts.add(
        new PrintedCell(
            row,
            column,
            above,
            columnSpan,
            text,
            role,
            carried ? subjects.subList(0, above) : subjects));
    parts.add(
        new PrintedCell(
            at,
            column,
            rowSpan - above,
            columnSpan,
            carried ? text : "",
            role,
            carried ? subjects.subList(above, rowSpan) : List.of()));
    return parts;
  }
}
