package org.jihe.rule.sheet;

import java.util.List;
import java.util.Map;

/**
 * A rule table (规则表) as it was read.
 *
 * @param file the file, as the user would name it
 * @param name the worksheet; empty for a file that has none
 * @param rows the rows that are not blank, in order
 */
record Sheet(String file, String name, List<Row> rows) {

  Sheet {
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param number counted from 1
   * @param cells text by the column's number, counted from 0; blank cells are left out
   */
  record Row(int number, Map<Integer, String> cells) {

    Row {
      cells = Map.copyOf(cells);
    }

    String cell(int column) {
      return cells.getOrDefault(column, "");
    }
  }

  /** The name of a cell as spreadsheets show it, such as {@code C5}. */
  static String address(int row, int column) {
    StringBuilder letters = new StringBuilder();
    for (int left = column; left >= 0; left = left / 26 - 1) {
      letters.insert(0, (char) ('A' + left % 26));
    }
    return letters.toString() + row;
  }
}
