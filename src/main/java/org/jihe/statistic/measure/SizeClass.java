package org.jihe.statistic.measure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How large a project is, by its final budget (全年预算数) in yuan. */
public enum SizeClass {
  /** The budget is blank or cannot be read. */
  UNKNOWN("unknown"),
  BELOW_HALF_MILLION("<0.5m"),
  BELOW_5_MILLION("0.5-5m"),
  BELOW_50_MILLION("5-50m"),
  FROM_50_MILLION(">=50m");

  private static final BigDecimal HALF_MILLION = BigDecimal.valueOf(500_000);
  private static final BigDecimal FIVE_MILLION = BigDecimal.valueOf(5_000_000);
  private static final BigDecimal FIFTY_MILLION = BigDecimal.valueOf(50_000_000);

  private final String label;

  SizeClass(String label) {
    this.label = label;
  }

  /** The class as tables name it, in millions of yuan. */
  public String label() {
    return label;
  }

  /** The class of a label; unknown where there is none of that name. */
  public static SizeClass labelled(String label) {
    for (SizeClass one : values()) {
      if (one.label.equals(label)) {
        return one;
      }
    }
    return UNKNOWN;
  }

  /** The class of a budget. */
  public static SizeClass of(@Nullable BigDecimal finalBudget) {
    if (finalBudget == null) {
      return UNKNOWN;
    }
    if (finalBudget.compareTo(HALF_MILLION) < 0) {
      return BELOW_HALF_MILLION;
    }
    if (finalBudget.compareTo(FIVE_MILLION) < 0) {
      return BELOW_5_MILLION;
    }
    return finalBudget.compareTo(FIFTY_MILLION) < 0 ? BELOW_50_MILLION : FROM_50_MILLION;
  }
}
