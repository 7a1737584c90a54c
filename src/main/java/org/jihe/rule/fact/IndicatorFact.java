package org.jihe.rule.fact;

import java.math.BigDecimal;
import org.drools.model.Drools;
import org.jihe.form.Indicator;
import org.jihe.form.Texts;
import org.jihe.form.measure.Figures;
import org.jihe.form.measure.Measure;
import org.jihe.rule.answer.Answer;
import org.jihe.rule.answer.Answers;
import org.jihe.rule.answer.Attainment;
import org.jihe.rule.answer.Question;
import org.jihe.rule.answer.Repetition;
import org.jihe.rule.answer.Verdict;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.fact.wording.Defects;
import org.jihe.rule.fact.wording.Excuse;
import org.jihe.rule.fact.wording.Labels;
import org.jihe.rule.fact.wording.Lateness;
import org.jihe.rule.fact.wording.MisplacedName;
import org.jihe.rule.fact.wording.Placeholders;
import org.jihe.rule.fact.wording.Plausibility;
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
  private final FormContext context;
  private final Parameters parameters;
  private final IndicatorPoints points;
  private final boolean output;
  private final boolean cost;
  private @Nullable Attainment attainment;
  private @Nullable Answer answer;
  private @Nullable Wording wording;
  private @Nullable Plausibility plausibility;

  IndicatorFact(Indicator indicator, int row, Labels labels, FormContext context) {
    this.indicator = indicator;
    this.row = row;
    this.labels = labels;
    this.context = context;
    this.parameters = context.parameters();
    this.points = new IndicatorPoints(indicator, this::attainment, parameters);
    this.output = labels.isOutput();
    this.cost = labels.isCost();
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

  /** True for a row of the template that nobody filled in; what it lacks is said once. */
  public boolean leftOver() {
    return Placeholders.leftOver(indicator, parameters);
  }

  /** True where 三级指标 contains one of the list's words. */
  public boolean nameHas(String words) {
    return parameters.mentions(words, indicator.name().printed());
  }

  /** True where 年度指标值 contains one of the list's words. */
  public boolean targetHas(String words) {
    return parameters.mentions(words, indicator.target().printed());
  }

  /** True where 三级指标, without punctuation and spaces, is one of the list's words. */
  public boolean nameIs(String words) {
    return parameters.isOne(words, Texts.normalised(indicator.name().printed()));
  }

  /** True where 一级指标 contains one of the list's words. */
  public boolean labelHas(String words) {
    return parameters.mentions(words, indicator.category().printed());
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
    return text != null && Excuse.namesMeasure(text, parameters);
  }

  /**
   * True where 偏差原因分析及改进措施 says that something was wrong: points were then lost for a reason, and
   * nothing is to be raised.
   */
  public boolean defectAdmitted() {
    String text = indicator.varianceExplanation().printed();
    return text != null && !explanationIs("noDeviation") && Defects.admitted(text, parameters);
  }

  /** The first external cause that 偏差原因分析及改进措施 names; null where there is none. */
  public @Nullable String externalCause() {
    return Excuse.externalCause(indicator.varianceExplanation().printed(), parameters);
  }

  /** What of 三级指标 belongs to another 二级指标, and to which; null where nothing does. */
  public @Nullable MisplacedName misplaced() {
    return MisplacedName.of(indicator, labels, parameters);
  }

  /** True for an indicator of 产出, by its category or its aspect. */
  public boolean output() {
    return output;
  }

  /** True where the score is the indicator's full points, which are above 0. */
  public boolean full() {
    return points.full();
  }

  /** 分值 and 得分 beside each other, and beside what the figures support. */
  public IndicatorPoints points() {
    return points;
  }

  /** How far the actual value reaches the target. */
  public Attainment attainment() {
    Attainment known = attainment;
    if (known == null) {
      known = Attainment.of(question(), parameters);
      attainment = known;
    }
    return known;
  }

  private Question question() {
    Question.Aspect aspect =
        cost
            ? Question.Aspect.COST
            : timeliness() ? Question.Aspect.TIMELINESS : Question.Aspect.OTHER;
    return Question.of(indicator, aspect);
  }

  /** What the actual value means beside the target. */
  public Answer answer() {
    Answer known = answer;
    if (known == null) {
      known = new Answers(parameters).read(question(), attainment());
      answer = known;
    }
    return known;
  }

  /** How name, target and actual value are worded. */
  public Wording wording() {
    Wording known = wording;
    if (known == null) {
      known = new Wording(indicator, targetMeasure(), actualMeasure(), labels, parameters);
      wording = known;
    }
    return known;
  }

  /** Whether target and actual value can be meant as they stand. */
  public Plausibility plausibility() {
    Plausibility known = plausibility;
    if (known == null) {
      known =
          new Plausibility(indicator, targetMeasure(), actualMeasure(), labels, parameters, year());
      plausibility = known;
    }
    return known;
  }

  /** The form's year; null where it cannot be read. */
  public @Nullable Integer year() {
    return context.form().year().value();
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
        || answer().metInNumbers()
        || (attainment().state() == Attainment.State.UNKNOWN
            && !negativeActual()
            && !partialActual()
            && Repetition.in(indicator));
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
    return negativeActual() || none || points.none();
  }

  /** True where the target is missed, by however little. */
  public boolean missed() {
    return attainment().state() == Attainment.State.UNMET;
  }

  /** True where a 0 is printed as the whole form's expenditure: the project was not carried out. */
  public boolean unspent() {
    return context.unspent();
  }

  /** True where nothing was spent on the form, and nothing claimed here: it was not carried out. */
  public boolean idle() {
    BigDecimal score = score();
    return unspent() && (score == null || score.signum() == 0);
  }

  /**
   * True where an acceptance was {@link #undone}. Where it is one of 时效, being late is no lack of
   * acceptance, and only words that deny it count.
   */
  public boolean unaccepted() {
    if (!timeliness()) {
      return undone();
    }
    String actual = indicator.actual().printed();
    return negativeActual()
        && answer().reason() == Answer.Reason.WORDS
        && !parameters.mentions("late", actual)
        && !parameters.mentions("inTime", actual);
  }

  /** True for an indicator of 时效. */
  public boolean timeliness() {
    return labels.hasAspect("timelinessAspect");
  }

  /** True where there are benefit indicators and every one has its full points. */
  public boolean everyBenefitFull() {
    return context.fullScores().every(Labels::isBenefit);
  }

  /** Where this indicator's explanation, or 实际完成情况, says that it was late; else null. */
  public @Nullable Lateness lateness() {
    Lateness own = Lateness.of(indicator, row, parameters);
    return own == null ? context.lateness() : own;
  }

  /** True where 实际完成值 says that only part was done, as {@code 基本完成}. */
  public boolean partialActual() {
    return answer().verdict() == Verdict.PARTLY;
  }

  /** A target that is met by doing nothing. */
  public boolean withoutPressure() {
    return attainment().withoutPressure();
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
    return context.percentLimit(name);
  }

  /** Expenditure by final budget of the whole form, in percent with two decimals. */
  public String executionPercent() {
    return context.execution().percent();
  }

  /** True where 实际完成值 says that the target was not met, as {@code 尚未完成验收}. */
  public boolean negativeActual() {
    return answer().deniedInWords();
  }

  /** Expenditure by final budget of the whole form; null where the budget is not above 0. */
  public @Nullable BigDecimal executionRatio() {
    return context.execution().ratio();
  }

  /** A threshold of the jurisdiction. */
  public BigDecimal limit(String name) {
    return context.limit(name);
  }

  /** Path of one of the indicator's cells, such as {@code indicators[3].score}. */
  public String path(String cell) {
    return Cells.indicatorPath(row, cell);
  }

  /** Reports one of the indicator's cells, such as {@code score}. */
  public Evidence report(Drools rule, String cell) {
    return context
        .report(rule, path(cell))
        .with("indicator", indicator.name().printed())
        .with("maxScore", maxScore())
        .with("target", indicator.target().printed())
        .with("actual", indicator.actual().printed())
        .with("score", score());
  }
}
