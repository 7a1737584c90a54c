package org.jihe.layout;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where a cell stands in its source.
 *
 * @param file path of the source as the user gave it, with {@code /} between its parts
 * @param page page of a paged source, counted from 1, or 0 where the format has no pages
 * @param sheet name of the sheet, or null where the format has none
 * @param row line of a text or row of a sheet, counted from 1
 * @param column column of the table, counted from 1; in tab-separated text the number of the field
 */
public record Position(String file, int page, @Nullable String sheet, int row, int column)
    implements Serializable {

  /** Position in a source without pages and sheets. */
  public static Position inText(String file, int line, int column) {
    return new Position(file, 0, null, line, column);
  }
}
