package org.jihe.rule.jurisdiction;

import java.math.BigDecimal;
import org.jihe.form.measure.Figures;

/** How a jurisdiction scores an indicator of which less is better and which missed its target. */
public enum ReverseScore {
  /** Points times target by actual. */
  RATIO,
  /** Points less the share by which the actual exceeds the target: none from twice the target. */
  LINEAR;

  /**
   * The exact score.
   *
   * @param maxScore points of the indicator
   * @param target 年度指标值, 0 or more
   * @param actual 实际完成值, above the target
   */
  public BigDecimal of(BigDecimal maxScore, BigDecimal target, BigDecimal actual) {
    if (this == RATIO) {
      return Figures.quotient(maxScore.multiply(target), actual);
    }
    if (target.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal left = target.add(target).subtract(actual).max(BigDecimal.ZERO);
    return Figures.quotient(maxScore.multiply(left), target);
  }
}
