package org.jihe.template.row;

import java.util.List;
import java.util.Map;

/**
 * A row in which something is printed.
 *
 * @param line row in its grid, counted from 1
 * @param afterBreak true where an empty row or the end of a page stands before it
 * @param tokens the cells that are not empty
 * @param grid number of its grid in the document
 * @param fixed true where the cells' columns are the source's own
 * @param covering merged cells that begin in a row above and reach into this one
 * @param blank columns of blank cells that begin in this row, with the rows that they cover; none
 *     are known where pages have no rules
 * @param outside true for a line of a page that stands outside of its ruled tables
 */
public record PrintedRow(
    int line,
    boolean afterBreak,
    List<Token> tokens,
    int grid,
    boolean fixed,
    List<Token> covering,
    Map<Integer, Integer> blank,
    boolean outside) {

  public PrintedRow {
    tokens = List.copyOf(tokens);
    covering = List.copyOf(covering);
    blank = Map.copyOf(blank);
  }

  /** The row where something was taken out before it. */
  public PrintedRow behindBreak() {
    return new PrintedRow(line, true, tokens, grid, fixed, covering, blank, outside);
  }

  /** The row with other texts in its place. */
  public PrintedRow with(List<Token> others) {
    return new PrintedRow(line, afterBreak, others, grid, fixed, covering, blank, outside);
  }
}
