package org.jihe.layout;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table of cells; rows may differ in length.
 *
 * @param rows the rows from top to bottom, each from left to right
 * @param columns how far the cells' columns can be trusted
 */
public record Grid(List<List<Cell>> rows, Columns columns) implements Serializable {

  /** How far the columns of a grid's cells can be trusted. */
  public enum Columns {
    /**
     * The column is the source's own: cells under one another have the same column, merged cells
     * stand once, at their top left corner, with the rows and columns that they cover.
     */
    FIXED,
    /**
     * The columns of a table without rulings, as the places of its texts show them: cells under one
     * another have the same column, what a merged cell covers is not known, and a person is to be
     * told.
     */
    INFERRED,
    /** Fields of lines, numbered as they follow one another; they may have been torn or shifted. */
    LOOSE
  }

  public Grid {
    List<List<Cell>> copies = new ArrayList<>(rows.size());
    for (List<Cell> row : rows) {
      copies.add(List.copyOf(row));
    }
    rows = Collections.unmodifiableList(copies);
  }
}
