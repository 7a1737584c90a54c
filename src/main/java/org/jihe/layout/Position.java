package org.jihe.layout;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where a cell stands in its source.
 *
 * @param file path of the source as the user gave it, with {@code /} between its parts; a member of
 *     an archive stands behind {@code !/}, as in {@code forms.zip!/2022/a.xlsx}
 * @param page page of a paged source, counted from 1, or 0 where the format has no pages
 * @param sheet name of the sheet, or null where the format has none
 * @param row line of a text, row of a sheet or of a page's tables, counted from 1
 * @param column column of the table, counted from 1; in tab-separated text the number of the field
 * @param box where it stands on its page, or null where the format has no measures
 */
public record Position(
    String file, int page, @Nullable String sheet, int row, int column, @Nullable Box box)
    implements Serializable {

  /** Columns that an A1 address names with one letter. */
  private static final int LETTERS = 26;

  /** Position without measures. */
  public Position(String file, int page, @Nullable String sheet, int row, int column) {
    this(file, page, sheet, row, column, null);
  }

  /** Position in a source without pages and sheets. */
  public static Position inText(String file, int line, int column) {
    return new Position(file, 0, null, line, column);
  }

  /** The cell's address as spreadsheets give it, such as {@code AB12}. */
  public String address() {
    StringBuilder letters = new StringBuilder();
    for (int left = column; left > 0; left = (left - 1) / LETTERS) {
      letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
    }
    return letters.append(row).toString();
  }
}
