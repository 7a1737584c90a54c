package org.jihe.template.exact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jihe.form.FundingKind;
import org.jihe.form.Similarity;
import org.jihe.template.row.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Which of the model's funding rows a row is whose label no declaration knows: its label is like a
 * known one, it alone has points, or it stands in the place of the only row that is missing and the
 * amounts add up with it.
 */
final class UnknownRows {

  /** A label that is less like any known one is not recognised by it. */
  private static final double LIKE = 0.45;

  private final Map<FundingKind, FundingLine> rows;
  private final Map<String, List<String>> known;

  /** Looks among the rows that are known so far. */
  UnknownRows(Map<FundingKind, FundingLine> rows, Map<String, List<String>> known) {
    this.rows = rows;
    this.known = known;
  }

  /** Rows of the model that the form lacks. */
  List<FundingKind> missing() {
    List<FundingKind> missing = new ArrayList<>(List.of(FundingKind.values()));
    missing.removeAll(rows.keySet());
    return missing;
  }

  /** What a row is by its label; null where that does not say. */
  @Nullable FundingKind byLabel(FundingLine line) {
    FundingKind best = null;
    double most = LIKE;
    String bare = Labels.bareKey(line.label());
    for (FundingKind kind : missing()) {
      for (String label : known.getOrDefault(kind.key(), List.of())) {
        double like = Similarity.dice(bare, Labels.bare(label)).doubleValue();
        if (like > most) {
          best = kind;
          most = like;
        }
      }
    }
    return best;
  }

  /**
   * What a row is by its cells, its place and the sum; null where those do not say.
   *
   * @param others rows that are none of the model's, this one apart
   */
  @Nullable FundingKind byCells(FundingLine line, Collection<FundingLine> others) {
    List<FundingKind> missing = missing();
    if (missing.contains(FundingKind.TOTAL)) {
      boolean points = line.number("maxScore") != null || line.number("score") != null;
      boolean alone =
          others.stream().allMatch(other -> other.number("maxScore") == null)
              && rows.values().stream().allMatch(row -> row.number("maxScore") == null);
      return points && alone && isAbove(line, rows.values()) && isAbove(line, others)
          ? FundingKind.TOTAL
          : null;
    }
    boolean only = missing.size() == 1 && others.isEmpty();
    return only && isInPlace(line, missing.get(0)) && addsUp(line) ? missing.get(0) : null;
  }

  private static boolean isAbove(FundingLine line, Collection<FundingLine> rest) {
    return rest.stream().allMatch(other -> line.place().row() < other.place().row());
  }

  private boolean isInPlace(FundingLine line, FundingKind kind) {
    for (FundingLine other : rows.values()) {
      FundingKind there = other.kind();
      boolean below = line.place().row() > other.place().row();
      if (there != null && (kind.compareTo(there) > 0) != below) {
        return false;
      }
    }
    return true;
  }

  /** True where the amounts of the parts are those of the total with the row's, and not without. */
  private boolean addsUp(FundingLine line) {
    boolean decides = false;
    for (String column : List.of("finalBudget", "actualExpenditure", "originalBudget")) {
      BigDecimal own = line.number(column);
      BigDecimal sum = own;
      BigDecimal total = null;
      for (Map.Entry<FundingKind, FundingLine> row : rows.entrySet()) {
        BigDecimal there = row.getValue().number(column);
        if (row.getKey() == FundingKind.TOTAL) {
          total = there;
        } else if (sum != null && there != null) {
          sum = sum.add(there);
        }
      }
      if (own != null && sum != null && total != null) {
        if (sum.compareTo(total) != 0) {
          return false;
        }
        decides |= own.signum() != 0;
      }
    }
    return decides;
  }
}
