package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jihe.form.Texts;
import org.jihe.form.measure.Figures;
import org.jihe.rule.answer.Attainment;
import org.jspecify.annotations.Nullable;

/** How much of the outputs was delivered, and how many actual values are their targets' words. */
public final class Delivery {

  private final List<IndicatorFact> rows;
  private final @Nullable BigDecimal share;
  private final int printed;
  private final List<IndicatorFact> copied;

  Delivery(List<IndicatorFact> rows) {
    this.rows = rows;
    this.share = computedShare();
    List<IndicatorFact> same = new ArrayList<>(0);
    int actuals = 0;
    for (IndicatorFact row : rows) {
      actuals += row.actualBlank() || row.targetBlank() ? 0 : 1;
      if (isCopied(row)) {
        same.add(row);
      }
    }
    this.printed = actuals;
    this.copied = same;
  }

  /**
   * The outputs' attainment, weighed by their points, from 0 to 1: of a number the actual by the
   * target, of what was not done 0, of anything else the score by the points; null where an output
   * has no points, or there is none.
   */
  public @Nullable BigDecimal share() {
    return share;
  }

  private @Nullable BigDecimal computedShare() {
    BigDecimal points = BigDecimal.ZERO;
    BigDecimal delivered = BigDecimal.ZERO;
    for (IndicatorFact row : rows) {
      if (!row.output() || row.leftOver()) {
        continue;
      }
      BigDecimal max = row.maxScore();
      BigDecimal part = max == null ? null : part(row, max);
      if (max == null || part == null) {
        return null;
      }
      points = points.add(max);
      delivered = delivered.add(max.multiply(part));
    }
    return Figures.ratio(delivered, points);
  }

  private static @Nullable BigDecimal part(IndicatorFact row, BigDecimal max) {
    if (row.undone()) {
      return BigDecimal.ZERO;
    }
    Attainment attainment = row.attainment();
    if (attainment.state() == Attainment.State.UNMET
        && attainment.direction() == Attainment.Direction.HIGHER
        && attainment.ratio() != null) {
      return BigDecimal.ONE.min(attainment.ratio());
    }
    return max.signum() == 0 ? BigDecimal.ZERO : Figures.ratio(row.score(), max);
  }

  /** How many indicators have both a target and an actual value. */
  public int answered() {
    return printed;
  }

  /** How many actual values are their target's text, sign and brackets and all. */
  public int copied() {
    return copied.size();
  }

  /** The same by all that have both; null where none has. */
  public @Nullable BigDecimal copiedShare() {
    return Figures.ratio(BigDecimal.valueOf(copied.size()), BigDecimal.valueOf(printed));
  }

  /** Path of the first actual value that is its target's text; null where none is. */
  public @Nullable String firstCopied() {
    return copied.isEmpty() ? null : copied.get(0).path("actual");
  }

  private static boolean isCopied(IndicatorFact row) {
    return !row.actualBlank()
        && !row.targetBlank()
        && Texts.folded(row.indicator().target().printed())
            .equals(Texts.folded(row.indicator().actual().printed()));
  }
}
