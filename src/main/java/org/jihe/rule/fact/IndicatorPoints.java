package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Supplier;
import org.jihe.form.Indicator;
import org.jihe.form.measure.Figures;
import org.jihe.rule.answer.Attainment;
import org.jihe.rule.fact.wording.QualitativeBand;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** 分值 and 得分 of one indicator beside each other, and beside what its figures support. */
public final class IndicatorPoints {

  private final Indicator indicator;
  private final Supplier<Attainment> attainment;
  private final Parameters parameters;
  private final boolean full;

  /**
   * @param attainment how far the actual value reaches the target, read when it is asked for
   */
  IndicatorPoints(Indicator indicator, Supplier<Attainment> attainment, Parameters parameters) {
    this.indicator = indicator;
    this.attainment = attainment;
    this.parameters = parameters;
    this.full = FullScores.full(indicator);
  }

  private @Nullable BigDecimal max() {
    return indicator.maxScore().value();
  }

  private @Nullable BigDecimal score() {
    return indicator.score().value();
  }

  /** True where the score is the indicator's full points, which are above 0. */
  public boolean full() {
    return full;
  }

  /** True where points are to be had and none was earned. */
  public boolean none() {
    BigDecimal max = max();
    BigDecimal score = score();
    return max != null && score != null && max.signum() > 0 && score.signum() == 0;
  }

  /** Points less score; null where one is missing. */
  public @Nullable BigDecimal lost() {
    BigDecimal max = max();
    BigDecimal score = score();
    return max == null || score == null ? null : max.subtract(score);
  }

  /** Score by points; null where one is missing or the points are not above 0. */
  public @Nullable BigDecimal share() {
    return Figures.ratio(score(), max());
  }

  /** Score less what the figures support; null where they decide nothing. */
  public @Nullable BigDecimal overscoredBy() {
    BigDecimal score = score();
    BigDecimal exact = score == null ? null : supported();
    return score == null || exact == null ? null : score.subtract(exact);
  }

  /** What the figures support less the score; null where they decide nothing. */
  public @Nullable BigDecimal underscoredBy() {
    BigDecimal over = overscoredBy();
    return over == null ? null : over.negate();
  }

  /** The score that the figures support with two decimals, half up; null where they decide none. */
  public @Nullable BigDecimal expectedScore() {
    BigDecimal exact = supported();
    return exact == null ? null : exact.setScale(2, RoundingMode.HALF_UP);
  }

  private @Nullable BigDecimal supported() {
    return attainment.get().score(max());
  }

  /** How that score comes about, such as {@code 88 ÷ 90 × 10 = 9.78}. */
  public String arithmetic() {
    return attainment.get().arithmetic(max());
  }

  /** Points times a threshold. */
  public String pointsAt(String threshold) {
    return times(parameters.limit(threshold));
  }

  /** The most that an indicator earns which was not done (未达成年度指标). */
  public String unmetCeiling() {
    return times(QualitativeBand.UNMET.to());
  }

  private String times(BigDecimal share) {
    BigDecimal max = max();
    return max == null ? "" : Figures.text(max.multiply(share));
  }
}
