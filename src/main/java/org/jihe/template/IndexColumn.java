package org.jihe.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.template.row.PrintedRow;
import org.jihe.template.row.Token;
import org.jspecify.annotations.Nullable;

/**
 * A column in front of a table that only counts its rows, as exports of systems have it: its
 * numbers are no cells of a form.
 */
final class IndexColumn {

  /** A table with fewer rows may count something else. */
  private static final int LEAST = 8;

  private IndexColumn() {}

  /** The rows without such numbers; themselves where no table has them. */
  static List<PrintedRow> takenOut(List<PrintedRow> rows) {
    Map<Integer, Integer> last = new HashMap<>();
    Map<Integer, Integer> counted = new HashMap<>();
    Set<Integer> others = new HashSet<>();
    for (PrintedRow row : rows) {
      Integer number = row.fixed() ? number(row.tokens().get(0)) : null;
      Integer before = last.get(row.grid());
      if (number != null) {
        boolean next = before == null || number == before + 1 || number == 1;
        if (!next || row.tokens().size() < 2) {
          others.add(row.grid());
        }
        last.put(row.grid(), number);
        counted.merge(row.grid(), 1, Integer::sum);
      } else if (before != null && row.tokens().size() > 1 && row.tokens().get(0).column() == 1) {
        others.add(row.grid());
      }
    }
    Set<Integer> indexed = new HashSet<>();
    counted.forEach(
        (grid, count) -> {
          if (count >= LEAST && !others.contains(grid)) {
            indexed.add(grid);
          }
        });
    return indexed.isEmpty() ? rows : without(rows, indexed);
  }

  private static List<PrintedRow> without(List<PrintedRow> rows, Set<Integer> grids) {
    List<PrintedRow> kept = new ArrayList<>(rows.size());
    for (PrintedRow row : rows) {
      boolean indexed = grids.contains(row.grid()) && number(row.tokens().get(0)) != null;
      kept.add(indexed ? row.with(row.tokens().subList(1, row.tokens().size())) : row);
    }
    return kept;
  }

  /** The number in the first column, or null where none stands there alone. */
  private static @Nullable Integer number(Token token) {
    String text = token.text();
    boolean digits =
        token.column() == 1
            && token.columns() == 1
            && text.length() <= 4
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.valueOf(text) : null;
  }
}
