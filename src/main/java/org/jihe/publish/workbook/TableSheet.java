package org.jihe.publish.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures as a sheet.
 *
 * @param name name of the sheet
 * @param heads of its columns, with whether there are numbers in them
 * @param rows its rows
 */
public record TableSheet(String name, List<Head> heads, List<List<@Nullable Object>> rows) {

  /**
   * The head of a column.
   *
   * @param text what stands above it
   * @param isNumber whether numbers stand in it
   */
  public record Head(String text, boolean isNumber) {}
}
