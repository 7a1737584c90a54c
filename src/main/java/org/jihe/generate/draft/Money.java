package org.jihe.generate.draft;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A form's amounts in the unit that it prints, and where the money comes from. */
public final class Money {

  /** How an execution rate is brought to its decimals. */
  public RoundingMode rounding = RoundingMode.HALF_UP;

  public BigDecimal original = BigDecimal.ZERO;
  public BigDecimal last = BigDecimal.ZERO;
  public BigDecimal spent = BigDecimal.ZERO;

  /** What last year left. */
  public BigDecimal carried = BigDecimal.ZERO;

  /** What comes from others, of budget and expenditure alike, as a share of what is new. */
  BigDecimal otherShare = BigDecimal.ZERO;

  public static BigDecimal share(BigDecimal amount, double share) {
    return amount
        .multiply(BigDecimal.valueOf(Math.round(share * 1_000_000), 6))
        .setScale(2, RoundingMode.HALF_UP);
  }

  /** The amounts of a column: total, this year's, carried over, others'. */
  public BigDecimal[] column(BigDecimal total) {
    BigDecimal carry = carried.min(total);
    BigDecimal fresh = total.subtract(carry);
    BigDecimal others = fresh.multiply(otherShare).setScale(2, RoundingMode.HALF_UP);
    return new BigDecimal[] {total, fresh.subtract(others), carry, others};
  }

  /** Expenditure by budget in percent with so many decimals; 0 without a budget. */
  public BigDecimal percent(RoundingMode mode) {
    return last.signum() == 0
        ? BigDecimal.ZERO.setScale(2)
        : spent.multiply(BigDecimal.valueOf(100)).divide(last, 2, mode);
  }

  /** Points for execution out of ten. */
  public BigDecimal score() {
    return last.signum() == 0
        ? BigDecimal.ZERO.setScale(2)
        : spent
            .multiply(BigDecimal.TEN)
            .divide(last, 2, RoundingMode.HALF_UP)
            .min(BigDecimal.TEN.setScale(2));
  }

  public double ratio() {
    return last.signum() == 0 ? 0 : spent.doubleValue() / last.doubleValue();
  }

  public BigDecimal left() {
    return last.subtract(spent).max(BigDecimal.ZERO);
  }
}
