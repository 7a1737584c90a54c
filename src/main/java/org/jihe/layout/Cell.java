package org.jihe.layout;

import java.io.Serializable;

/**
 * One printed cell.
 *
 * @param text the text as printed, possibly empty
 * @param position where its top left corner stands
 * @param rowSpan rows that the cell covers, at least 1
 * @param columnSpan columns that the cell covers, at least 1
 */
public record Cell(String text, Position position, int rowSpan, int columnSpan)
    implements Serializable {

  /** A cell of one row and one column. */
  public static Cell of(String text, Position position) {
    return new Cell(text, position, 1, 1);
  }

  /** True where nothing but white space is printed. */
  public boolean isEmpty() {
    return text.isBlank();
  }
}
