package org.jihe.notebook;

import java.util.List;

/**
 * A notebook.
 *
 * @param cells in their order
 */
public record Notebook(List<Cell> cells) {

  public Notebook {
    cells = List.copyOf(cells);
  }
}
