package org.jihe.generate.print;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jihe.generate.print.PrintedCell.Role;

/**
 * A form as a table of cells, ready for any format.
 *
 * @param expected what must be read from it
 * @param cells every cell once, blank ones as well, row by row from left to right
 * @param widths how wide the columns are beside one another
 * @param head row of the indicator table's head
 * @param rows how many rows there are
 */
public record PrintedForm(
    ObjectNode expected, List<PrintedCell> cells, List<Integer> widths, int head, int rows) {

  public PrintedForm {
    cells = List.copyOf(cells);
    widths = List.copyOf(widths);
  }

  int columns() {
    return widths.size();
  }

  /** The cells that begin in a row. */
  List<PrintedCell> row(int row) {
    return cells.stream().filter(cell -> cell.row() == row).toList();
  }

  /** Every row's texts by column, merged cells at their top left corner. */
  List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<String> line = new ArrayList<>(java.util.Collections.nCopies(columns(), ""));
      row(row).forEach(cell -> line.set(cell.column(), cell.text()));
      lines.add(line);
    }
    return lines;
  }

  /** The first rows that stand outside the ruled table: title, year, form number. */
  int linesAbove() {
    int above = 0;
    while (above < rows && row(above).stream().allMatch(PrintedForm::isLine)) {
      above++;
    }
    return above;
  }

  boolean isTitle(int row) {
    return row(row).stream().allMatch(cell -> cell.role() == Role.TITLE);
  }

  /** The row as one line of text. */
  String line(int row) {
    return String.join(
        "\u3000\u3000",
        row(row).stream().map(PrintedCell::text).filter(t -> !t.isEmpty()).toList());
  }

  private static boolean isLine(PrintedCell cell) {
    return cell.role() == Role.TITLE || cell.role() == Role.LINE;
  }

  /** A row in the midst of the indicators. */
  int middle() {
    return head + 1 + Math.max(1, expected.get("indicators").size() / 2);
  }

  /** The cells, those that reach over the row cut in two. */
  List<PrintedCell> pieces(int row) {
    return cells.stream().flatMap(cell -> cell.splitAt(row).stream()).toList();
  }

  /** The cells above the row. */
  List<PrintedCell> above(int row) {
    return pieces(row).stream().filter(cell -> cell.row() < row).toList();
  }

  /** The cells from the row on. */
  List<PrintedCell> below(int row) {
    return pieces(row).stream().filter(cell -> cell.row() >= row).toList();
  }
}
