package org.jihe.generate.print;

import java.util.ArrayList;
import java.util.List;

/** Text whose columns stand below one another, two spaces apart at least. */
final class AlignedText {

  private static final int GAP = 2;

  private AlignedText() {}

  static List<String> lines(PrintedForm form) {
    int[] starts = starts(form);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < form.rows(); row++) {
      StringBuilder line = new StringBuilder();
      for (PrintedCell cell : form.row(row)) {
        if (!cell.text().isEmpty()) {
          int missing = starts[cell.column()] - TextColumns.width(line.toString());
          line.append(" ".repeat(Math.max(0, missing))).append(single(cell.text()));
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** Spaces inside a text do not look like the gap between two. */
  private static String single(String text) {
    return text.replaceAll(" {2,}", " ");
  }

  /** Every column begins behind all that ends in the columns before it. */
  private static int[] starts(PrintedForm form) {
    int[] starts = new int[form.columns() + 1];
    for (int column = 1; column <= form.columns(); column++) {
      starts[column] = starts[column - 1];
      for (PrintedCell cell : form.cells()) {
        if (cell.lastColumn() + 1 == column && !cell.text().isEmpty()) {
          int end = starts[cell.column()] + TextColumns.width(single(cell.text())) + GAP;
          starts[column] = Math.max(starts[column], end);
        }
      }
    }
    return starts;
  }
}
