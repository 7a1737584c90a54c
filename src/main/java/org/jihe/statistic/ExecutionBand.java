package org.jihe.statistic;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Bands of the execution rate (执行率), expenditure over final budget. */
public enum ExecutionBand {
  /** Budget or expenditure is blank or cannot be read. */
  UNKNOWN("unknown"),
  /** The final budget is zero. */
  NO_BUDGET("noBudget"),
  /** Nothing was spent. */
  ZERO("0"),
  BELOW_60("(0,60)"),
  FROM_60("[60,80)"),
  FROM_80("[80,90)"),
  FROM_90("[90,100)"),
  FULL("100"),
  /** More was spent than budgeted. */
  ABOVE("(100,∞)");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String label;

  ExecutionBand(String label) {
    this.label = label;
  }

  /** The band as an interval of percents. */
  public String label() {
    return label;
  }

  /** The band of a form's amounts, in yuan. */
  public static ExecutionBand of(
      @Nullable BigDecimal finalBudget, @Nullable BigDecimal actualExpenditure) {
    if (finalBudget == null || actualExpenditure == null) {
      return UNKNOWN;
    }
    if (finalBudget.signum() == 0) {
      return NO_BUDGET;
    }
    if (actualExpenditure.signum() == 0) {
      return ZERO;
    }
    int full = actualExpenditure.compareTo(finalBudget);
    if (full >= 0) {
      return full == 0 ? FULL : ABOVE;
    }
    BigDecimal hundredfold = actualExpenditure.multiply(HUNDRED);
    if (hundredfold.compareTo(finalBudget.multiply(BigDecimal.valueOf(60))) < 0) {
      return BELOW_60;
    }
    if (hundredfold.compareTo(finalBudget.multiply(BigDecimal.valueOf(80))) < 0) {
      return FROM_60;
    }
    return hundredfold.compareTo(finalBudget.multiply(BigDecimal.valueOf(90))) < 0
        ? FROM_80
        : FROM_90;
  }
}
