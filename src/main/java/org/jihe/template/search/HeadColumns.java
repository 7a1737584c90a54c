package org.jihe.template.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jihe.template.row.Labels;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;

/** Finds the columns of a table by the labels of its head. */
final class HeadColumns {

  private HeadColumns() {}

  /** True for a row that names two columns, those apart that several tables have. */
  static boolean areNamedBy(PrintedRow row, Map<String, List<String>> labels) {
    String first = null;
    for (Token token : row.tokens()) {
      String name = Labels.nameOf(Labels.bare(token.key()), labels);
      if (name != null && !name.equals("maxScore") && !name.equals("score")) {
        if (first != null && !first.equals(name)) {
          return true;
        }
        first = name;
      }
    }
    return false;
  }

  /**
   * Where the head has each column; one that it lacks stands beside its neighbours.
   *
   * @param names the names of the columns, from left to right
   * @param first where the first column stands where the head has none of them
   */
  static int[] of(
      PrintedRow head, Map<String, List<String>> labels, List<String> names, int first) {
    int[] columns = new int[names.size()];
    Arrays.fill(columns, -1);
    for (Token token : head.tokens()) {
      String name = Labels.nameOf(Labels.bare(token.key()), labels);
      int column = name == null ? -1 : names.indexOf(name);
      if (column >= 0 && columns[column] < 0) {
        columns[column] = token.column();
      }
    }
    if (columns[0] < 0) {
      columns[0] = start(columns, first);
    }
    for (int i = 1; i < columns.length; i++) {
      columns[i] = columns[i] < 0 ? columns[i - 1] + 1 : columns[i];
    }
    return columns;
  }

  /** Where the first column stands for the first that the head has. */
  private static int start(int[] columns, int otherwise) {
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] >= 0) {
        return columns[i] - i;
      }
    }
    return otherwise;
  }
}
