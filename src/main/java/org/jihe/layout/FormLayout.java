package org.jihe.layout;

import java.io.Serializable;
import java.util.List;

/**
 * The rows of one form as its source prints them: labels, values and blank cells, with the rows and
 * columns that they cover, in the source's order.
 *
 * @param origin the form's first cell
 * @param grids the parts of the source's grids in which the form stands
 */
public record FormLayout(Position origin, List<Grid> grids) implements Serializable {

  public FormLayout {
    grids = List.copyOf(grids);
  }
}
