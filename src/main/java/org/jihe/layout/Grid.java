package org.jihe.layout;

import java.io.Serializable;
import java.util.List;

/**
 * A table of cells; rows may differ in length.
 *
 * @param rows the rows from top to bottom, each from left to right
 */
public record Grid(List<List<Cell>> rows) implements Serializable {

  public Grid {
    rows = rows.stream().map(List::copyOf).toList();
  }
}
