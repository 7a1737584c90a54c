package org.jihe.rule.jurisdiction;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jihe.form.measure.Figures;

/**
 * How a jurisdiction scores the execution rate.
 *
 * @param method the arithmetic
 * @param bands for {@link Method#BANDS}, highest rate first; empty otherwise
 */
public record ExecutionScore(Method method, List<Band> bands) implements Serializable {

  /** The arithmetic of the score. */
  public enum Method {
    /** Points times expenditure by budget, at most the points. */
    LINEAR,
    /** A share of the points by the band that the rate falls into. */
    BANDS
  }

  /**
   * One band.
   *
   * @param from lowest rate of the band, as a ratio
   * @param share share of the points that it earns
   */
  public record Band(BigDecimal from, BigDecimal share) implements Serializable {}

  public ExecutionScore {
    bands = List.copyOf(bands);
  }

  /**
   * The exact score.
   *
   * @param maxScore points of the funding row
   * @param expenditure 全年执行数
   * @param budget 全年预算数, above 0
   */
  public BigDecimal of(BigDecimal maxScore, BigDecimal expenditure, BigDecimal budget) {
    if (method == Method.LINEAR) {
      return maxScore.min(Figures.quotient(maxScore.multiply(expenditure), budget));
    }
    for (Band band : bands) {
      if (expenditure.compareTo(band.from().multiply(budget)) >= 0) {
        return maxScore.multiply(band.share());
      }
    }
    return BigDecimal.ZERO;
  }
}
