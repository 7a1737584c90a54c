package org.jihe.statistic.sampling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A form that was reviewed once more.
 *
 * @param score the total that the agency gave itself
 * @param review the total of the second review
 */
public record Rereviewed(
    String formId,
    String department,
    @Nullable Integer year,
    @Nullable String project,
    @Nullable BigDecimal score,
    BigDecimal review) {

  /** Above this share of the own total, a deviation is named. */
  public static final BigDecimal NAMED = new BigDecimal("0.10");

  /** (自评 − 复核) ÷ 自评; null where there is no own total above 0. */
  public @Nullable BigDecimal deviation() {
    return share(score, review);
  }

  /** True where it is over ten per cent. */
  public boolean isNamed() {
    BigDecimal deviation = deviation();
    return deviation != null && deviation.compareTo(NAMED) > 0;
  }

  static @Nullable BigDecimal share(@Nullable BigDecimal own, BigDecimal review) {
    return own == null || own.signum() <= 0
        ? null
        : own.subtract(review).divide(own, 6, RoundingMode.HALF_UP);
  }
}
