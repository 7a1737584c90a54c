package org.jihe.template;

import java.util.List;

/**
 * A row in which something is printed.
 *
 * @param line row in its grid, counted from 1
 * @param afterBreak true where an empty row or the end of a page stands before it
 * @param tokens the cells that are not empty
 * @param grid number of its grid in the document
 * @param fixed true where the cells' columns are the source's own
 * @param covering merged cells that begin in a row above and reach into this one
 */
record Row(
    int line,
    boolean afterBreak,
    List<Token> tokens,
    int grid,
    boolean fixed,
    List<Token> covering) {

  Row {
    tokens = List.copyOf(tokens);
    covering = List.copyOf(covering);
  }

  /** The row where something was taken out before it. */
  Row behindBreak() {
    return new Row(line, true, tokens, grid, fixed, covering);
  }

  Row with(List<Token> others) {
    return new Row(line, afterBreak, others, grid, fixed, covering);
  }
}
