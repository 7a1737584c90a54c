package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.drools.model.Drools;
import org.jihe.form.Indicator;
import org.jihe.form.Texts;
import org.jihe.form.measure.Measure;
import org.jihe.rule.fact.wording.LabelKinds;
import org.jihe.rule.fact.wording.Labels;
import org.jihe.rule.fact.wording.Lateness;
import org.jihe.rule.fact.wording.MisplacedName;
import org.jihe.rule.fact.wording.NegativeActual;
import org.jihe.rule.fact.wording.QualitativeBand;
import org.jihe.rule.fact.wording.WordedActual;
import org.jihe.rule.fact.wording.Wording;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * One indicator. Points and scores are null where their cells are blank or unreadable, and then no
 * comparison with them holds.
 */
public final class IndicatorFact {

  private final Indicator indicator;
  private final int row;
  private final Labels labels;
  private final boolean output;
  private final boolean negativeActual;
  private final boolean cost;
  private final boolean full;
  private final Parameters parameters;
  private @Nullable FormFact form;
  private @Nullable Attainment attainment;
  private @Nullable Wording wording;

  IndicatorFact(Indicator indicator, int row, LabelKinds kinds, Parameters parameters) {
    this.indicator = indicator;
    this.row = row;
    this.labels = new Labels(indicator, kinds, parameters);
    this.parameters = parameters;
    this.output = labels.isOutput();
    this.cost = labels.isCost();
    this.full = full(maxScore(), score());
    this.negativeActual = NegativeActual.is(indicator, parameters);
  }

  void belongsTo(FormFact whole) {
    form = whole;
  }

  Labels labels() {
    return labels;
  }

  public Indicator indicator() {
    return indicator;
  }

  /** 分值, in points. */
  public @Nullable BigDecimal maxScore() {
    return indicator.maxScore().value();
  }

  /** 得分, in points. */
  public @Nullable BigDecimal score() {
    return indicator.score().value();
  }

  /** 得分 is blank. */
  public boolean scoreBlank() {
    return indicator.score().isBlank();
  }

  /** 年度指标值 is blank. */
  public boolean targetBlank() {
    return indicator.target().isBlank();
  }

  /** 实际完成值 is blank. */
  public boolean actualBlank() {
    return indicator.actual().isBlank();
  }

  /** 偏差原因分析及改进措施 is blank. */
  public boolean explanationBlank() {
    return indicator.varianceExplanation().isBlank();
  }

  /** True where 三级指标 contains one of the list's words. */
  public boolean nameHas(String words) {
    return parameters.mentions(words, indicator.name().printed());
  }

  /** True where 三级指标, without punctuation and spaces, is one of the list's words. */
  public boolean nameIs(String words) {
    return parameters.isOne(words, Texts.normalised(indicator.name().printed()));
  }

  /** How many characters 三级指标 has, white space not counted. */
  public int nameLength() {
    return Texts.length(indicator.name().printed());
  }

  /** True where 偏差原因分析及改进措施 contains one of the list's words. */
  public boolean explanationHas(String words) {
    return parameters.mentions(words, indicator.varianceExplanation().printed());
  }

  /** True where 偏差原因分析及改进措施, without punctuation and spaces, is one of the list's words. */
  public boolean explanationIs(String words) {
    return parameters.isOne(words, Texts.normalised(indicator.varianceExplanation().printed()));
  }

  /** True where 偏差原因分析及改进措施 names a measure, not only a change that others made. */
  public boolean measureNamed() {
    String text = indicator.varianceExplanation().printed();
    return text != null && parameters.mentions("measure", parameters.without("notMeasure", text));
  }

  /** The first external cause that 偏差原因分析及改进措施 names; null where there is none. */
  public @Nullable String externalCause() {
    return parameters.firstWord("externalCause", indicator.varianceExplanation().printed());
  }

  /** The word of 三级指标 that belongs to another 二级指标; null where there is none. */
  public @Nullable String misplacedWord() {
    return MisplacedName.word(indicator, labels, parameters);
  }

  /** True for an indicator of 产出, by its category or its aspect. */
  public boolean output() {
    return output;
  }

  /** True where the score is the indicator's full points, which are above 0. */
  public boolean full() {
    return full;
  }

  private static boolean full(@Nullable BigDecimal max, @Nullable BigDecimal score) {
    return max != null && score != null && max.signum() > 0 && score.compareTo(max) == 0;
  }

  /** True where points are to be had and none was earned. */
  public boolean zeroScore() {
    BigDecimal max = maxScore();
    BigDecimal score = score();
    return max != null && score != null && max.signum() > 0 && score.signum() == 0;
  }

  /** Points less score; null where one is missing. */
  public @Nullable BigDecimal lostPoints() {
    BigDecimal max = maxScore();
    BigDecimal score = score();
    return max == null || score == null ? null : max.subtract(score);
  }

  /** How far the actual value reaches the target. */
  public Attainment attainment() {
    Attainment known = attainment;
    if (known == null) {
      known = Attainment.of(indicator, cost, parameters);
      attainment = known;
    }
    return known;
  }

  /** How name, target and actual value are worded. */
  public Wording wording() {
    Wording known = wording;
    if (known == null) {
      known = new Wording(indicator, attainment(), labels, parameters);
      wording = known;
    }
    return known;
  }

  /** What 年度指标值 says. */
  public Measure targetMeasure() {
    return attainment().target();
  }

  /** What 实际完成值 says. */
  public Measure actualMeasure() {
    return attainment().actual();
  }

  /** True where name or target is about something that should not happen, as 事故 or 投诉. */
  public boolean incident() {
    return attainment().incident();
  }

  /** Which way is better. */
  public Attainment.Direction direction() {
    return attainment().direction();
  }

  /**
   * True where actual and target can be compared and the target is met, or its words are repeated.
   */
  public boolean met() {
    return attainment().state() == Attainment.State.MET
        || (attainment().state() == Attainment.State.UNKNOWN
            && !negativeActual
            && !partialActual()
            && WordedActual.repeats(indicator));
  }

  /** True where nothing was reached of a target above 0 of which more is better. */
  public boolean nothingDone() {
    return attainment().direction() == Attainment.Direction.HIGHER
        && attainment().state() == Attainment.State.UNMET
        && attainment().actual().zero();
  }

  /**
   * True where the actual value says that the target was not met, is 0 of something that is wanted,
   * or earned none of its points.
   */
  public boolean undone() {
    Measure actual = actualMeasure();
    boolean none =
        actual.zero()
            && !targetMeasure().zero()
            && !targetMeasure().duration()
            && direction() != Attainment.Direction.LOWER;
    return negativeActual || none || zeroScore();
  }

  /** True for an indicator of 时效. */
  public boolean timeliness() {
    return labels.hasAspect("timelinessAspect");
  }

  /** True for an indicator of 效益. */
  boolean benefit() {
    return labels.isBenefit();
  }

  /** True where there are benefit indicators and every one has its full points. */
  public boolean everyBenefitFull() {
    return whole().indicators().everyBenefitFull();
  }

  /** Where the form says that something was late; null where it does not. */
  public @Nullable Lateness lateness() {
    return whole().lateness();
  }

  /** True where 实际完成值 says that only part was done, as {@code 基本完成}. */
  public boolean partialActual() {
    return WordedActual.partial(indicator, parameters);
  }

  /** A target that is met by doing nothing. */
  public boolean withoutPressure() {
    return attainment().withoutPressure();
  }

  /** Score less what the figures support; null where they decide nothing. */
  public @Nullable BigDecimal overscoredBy() {
    BigDecimal score = score();
    BigDecimal exact = score == null ? null : attainment().score(maxScore());
    return score == null || exact == null ? null : score.subtract(exact);
  }

  /** What the figures support less the score; null where they decide nothing. */
  public @Nullable BigDecimal underscoredBy() {
    BigDecimal over = overscoredBy();
    return over == null ? null : over.negate();
  }

  /** The score that the figures support with two decimals, half up; null where they decide none. */
  public @Nullable BigDecimal expectedScore() {
    BigDecimal exact = attainment().score(maxScore());
    return exact == null ? null : exact.setScale(2, RoundingMode.HALF_UP);
  }

  /** How that score comes about. */
  public String scoreArithmetic() {
    return attainment().arithmetic(maxScore());
  }

  /** Score by points; null where one is missing or the points are not above 0. */
  public @Nullable BigDecimal scoreShare() {
    return Figures.ratio(score(), maxScore());
  }

  /** Points times a threshold. */
  public String pointsAt(String threshold) {
    BigDecimal max = maxScore();
    return max == null ? "" : Figures.text(max.multiply(limit(threshold)));
  }

  /** The most that an indicator earns which was not done (未达成年度指标). */
  public String unmetCeiling() {
    BigDecimal max = maxScore();
    return max == null ? "" : Figures.text(max.multiply(QualitativeBand.UNMET.to()));
  }

  /** True where more is better and the actual is at least so many times the target. */
  public boolean attainmentAtLeast(String threshold) {
    return attainment().atLeast(limit(threshold));
  }

  /** True where less is better and the actual is at most so many times the target. */
  public boolean attainmentAtMost(String threshold) {
    return attainment().atMost(limit(threshold));
  }

  /** Actual by target in percent with two decimals. */
  public String attainmentPercent() {
    return Figures.percent(attainment().ratio());
  }

  /** A threshold in percent, such as {@code 80%}. */
  public String percentLimit(String name) {
    return whole().percentLimit(name);
  }

  /** Expenditure by final budget of the whole form, in percent with two decimals. */
  public String executionPercent() {
    return whole().executionPercent();
  }

  /** True where 实际完成值 says that the target was not met, as {@code 尚未完成验收}. */
  public boolean negativeActual() {
    return negativeActual;
  }

  /** Expenditure by final budget of the whole form; null where the budget is not above 0. */
  public @Nullable BigDecimal executionRatio() {
    return whole().executionRatio();
  }

  /** A threshold of the jurisdiction. */
  public BigDecimal limit(String name) {
    return whole().limit(name);
  }

  /** Path of one of the indicator's cells, such as {@code indicators[3].score}. */
  public String path(String cell) {
    return Cells.indicatorPath(row, cell);
  }

  /** Reports one of the indicator's cells, such as {@code score}. */
  public Evidence report(Drools rule, String cell) {
    return whole()
        .report(rule, path(cell))
        .with("indicator", indicator.name().printed())
        .with("maxScore", maxScore())
        .with("target", indicator.target().printed())
        .with("actual", indicator.actual().printed())
        .with("score", score());
  }

  private FormFact whole() {
    FormFact whole = form;
    if (whole == null) {
      throw new IllegalStateException("an indicator's fact is used before its form's is made");
    }
    return whole;
  }
}
