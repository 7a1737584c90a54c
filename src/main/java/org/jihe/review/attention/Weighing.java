package org.jihe.review.attention;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Objects;
import org.jihe.finding.Attention;
import org.jihe.rule.jurisdiction.Priority;
import org.jihe.table.Decimals;
import org.jspecify.annotations.Nullable;

/** The last step of a priority: points times the magnitude of the money. */
final class Weighing {

  /** Digits behind the point; the same double on every machine makes the same decimal. */
  private static final int SCALE = 4;

  /** The first to look at first. */
  static final Comparator<Attention> FIRST =
      Comparator.comparing(Attention::priority).reversed().thenComparing(Attention::formId);

  private Weighing() {}

  /**
   * Points times the money's magnitude.
   *
   * @param amount in yuan; null counts as the least amount
   */
  static BigDecimal priority(BigDecimal points, @Nullable BigDecimal amount, Priority scale) {
    double factor = scale.factor(amount == null ? BigDecimal.ZERO : amount);
    BigDecimal product =
        BigDecimal.valueOf(points.doubleValue() * factor).setScale(SCALE, RoundingMode.HALF_UP);
    return Objects.requireNonNull(Decimals.plain(product));
  }

  /** The same form with the median of all projects for its money. */
  static Attention withMedian(Attention one, @Nullable BigDecimal median, Priority scale) {
    return new Attention(
        one.dossier(),
        one.formId(),
        one.projectName(),
        one.department(),
        one.year(),
        one.jurisdiction(),
        one.terms(),
        one.points(),
        new Attention.Money(median, true),
        priority(one.points(), median, scale));
  }
}
