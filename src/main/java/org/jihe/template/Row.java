package org.jihe.template;

import java.util.List;

/**
 * A row in which something is printed.
 *
 * @param line row in its grid, counted from 1
 * @param afterBreak true where an empty row or the end of a page stands before it
 * @param tokens the cells that are not empty
 */
record Row(int line, boolean afterBreak, List<Token> tokens) {

  Row {
    tokens = List.copyOf(tokens);
  }

  Row with(List<Token> others) {
    return new Row(line, afterBreak, others);
  }
}
