package org.jihe.template.search;

import java.util.ArrayList;
import java.util.List;
import org.jihe.template.row.Token;

/**
 * Another way to cut the texts of a row into cells than it is printed: two cells that are one, one
 * cell that is two.
 *
 * @param tokens the texts after joining or separating
 * @param cost how unlikely the cut is before the columns are looked at
 */
record RowCut(List<Token> tokens, double cost) {

  /** The texts as they are printed. */
  static RowCut none(List<Token> tokens) {
    return new RowCut(tokens, 0);
  }

  /**
   * Every way to join two neighbours or to separate one text that costs no more than a limit.
   *
   * @param values texts that are known to stand as whole values
   */
  static List<RowCut> of(List<Token> tokens, KnownValues values, double limit) {
    List<RowCut> all = new ArrayList<>();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (CellJoin.cost(tokens, i) <= limit) {
        all.add(CellJoin.at(tokens, i));
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      new CellSplit(tokens, i, values, limit, all).addAll();
    }
    return all;
  }
}
