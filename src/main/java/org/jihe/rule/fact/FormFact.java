package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Drools;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.FundingRow;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.fact.group.ProjectName;
import org.jihe.rule.fact.wording.Explanations;
import org.jihe.rule.fact.wording.Lateness;
import org.jihe.rule.fact.wording.Markup;
import org.jihe.rule.fact.wording.Placeholders;
import org.jihe.rule.jurisdiction.ExecutionScore;
import org.jihe.rule.jurisdiction.Parameters;
import org.jihe.rule.sheet.CellChoice;
import org.jihe.rule.sheet.CellFact;
import org.jihe.rule.sheet.Comparison;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.RuleContext;

/**
 * One form as a whole. Amounts in yuan, scores in points; a figure is null where its cell is blank
 * or unreadable, and then no comparison with it holds.
 */
public final class FormFact {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final SelfEvaluation form;
  private final Parameters parameters;
  private final List<Evidence> evidence;
  private final FundingRow total;
  private final Sums sums;
  private final IndicatorSet indicators;
  private final Narrative narrative;
  private final Objective objective;
  private final Structure structure;
  private final Explanations explanations;
  private final @Nullable BigDecimal executionRatio;
  private final @Nullable BigDecimal originalExecutionRatio;
  private final @Nullable BigDecimal exactExecutionRate;
  private final @Nullable BigDecimal exactExecutionScore;
  private boolean latenessKnown;
  private @Nullable Lateness lateness;

  FormFact(
      SelfEvaluation form,
      Parameters parameters,
      IndicatorSet indicators,
      Structure structure,
      Explanations explanations,
      List<Evidence> evidence) {
    this.form = form;
    this.parameters = parameters;
    this.evidence = evidence;
    this.indicators = indicators;
    this.structure = structure;
    this.explanations = explanations;
    this.total = form.funding().total();
    this.sums = Sums.of(form);
    this.narrative = Narrative.of(form.annualObjective().achieved().printed(), parameters);
    this.objective = new Objective(form.annualObjective());
    this.executionRatio = Figures.ratio(actualExpenditure(), finalBudget());
    this.originalExecutionRatio = Figures.ratio(actualExpenditure(), originalBudget());
    this.exactExecutionRate = computedRate();
    this.exactExecutionScore = computedScore();
  }

  // --- the total funding row -------------------------------------------------------------------

  /** 年初预算数 of the total. */
  public @Nullable BigDecimal originalBudget() {
    return total.originalBudget().value();
  }

  /** 全年预算数 of the total. */
  public @Nullable BigDecimal finalBudget() {
    return total.finalBudget().value();
  }

  /** 全年执行数 of the total. */
  public @Nullable BigDecimal actualExpenditure() {
    return total.actualExpenditure().value();
  }

  /** 分值 of the funding row. */
  public @Nullable BigDecimal executionMaxScore() {
    return total.maxScore().value();
  }

  /** 得分 of the funding row. */
  public @Nullable BigDecimal executionScore() {
    return total.score().value();
  }

  /** 执行率 as printed, in percent. */
  public @Nullable BigDecimal executionRate() {
    return total.executionRate().value();
  }

  /** Expenditure by final budget; null where the budget is not above 0. */
  public @Nullable BigDecimal executionRatio() {
    return executionRatio;
  }

  /** Expenditure by original budget; null where that is not above 0. */
  public @Nullable BigDecimal originalExecutionRatio() {
    return originalExecutionRatio;
  }

  /** Change of the budget within the year by the original budget, without sign; both above 0. */
  public @Nullable BigDecimal budgetChange() {
    BigDecimal original = originalBudget();
    BigDecimal last = finalBudget();
    return original == null || last == null || last.signum() <= 0
        ? null
        : Figures.ratio(last.subtract(original).abs(), original);
  }

  /** The larger of the two budgets by the smaller; null unless both are above 0. */
  public @Nullable BigDecimal budgetFactor() {
    BigDecimal original = originalBudget();
    BigDecimal last = finalBudget();
    if (original == null || last == null || original.signum() <= 0 || last.signum() <= 0) {
      return null;
    }
    return Figures.ratio(original.max(last), original.min(last));
  }

  /** The exact execution rate in percent; 0 where the budget is 0, null where it is unknown. */
  public @Nullable BigDecimal exactExecutionRate() {
    return exactExecutionRate;
  }

  private @Nullable BigDecimal computedRate() {
    BigDecimal budget = finalBudget();
    BigDecimal spent = actualExpenditure();
    if (budget == null || spent == null) {
      return null;
    }
    return budget.signum() == 0
        ? BigDecimal.ZERO
        : Figures.quotient(HUNDRED.multiply(spent), budget);
  }

  /**
   * True where the printed rate is the exact one, rounded as the jurisdiction has it at its
   * decimals. A number without a percent sign may also be the ratio itself; a whole one only where
   * nothing was rounded, for 1 would else stand for every rate below 100 %.
   */
  public boolean executionRateFits() {
    BigDecimal exact = exactExecutionRate();
    BigDecimal printed = executionRate();
    if (exact == null || printed == null || parameters.rounding().accepts(printed, exact)) {
      return true;
    }
    String text = total.executionRate().printed();
    boolean percent = text != null && (text.contains("%") || text.contains("％"));
    BigDecimal ratio = exact.movePointLeft(2);
    return !percent
        && (printed.scale() > 0
            ? parameters.rounding().accepts(printed, ratio)
            : printed.compareTo(ratio) == 0);
  }

  /** The score that the jurisdiction's method gives, exact; null where it cannot be computed. */
  public @Nullable BigDecimal exactExecutionScore() {
    return exactExecutionScore;
  }

  private @Nullable BigDecimal computedScore() {
    BigDecimal budget = finalBudget();
    BigDecimal spent = actualExpenditure();
    BigDecimal max = executionMaxScore();
    return budget == null || spent == null || max == null || budget.signum() <= 0
        ? null
        : parameters.executionScore().of(max, spent, budget);
  }

  /** True where the printed score is the exact one, rounded as the jurisdiction has it. */
  public boolean executionScoreFits() {
    BigDecimal exact = exactExecutionScore();
    BigDecimal printed = executionScore();
    return exact == null || printed == null || parameters.rounding().accepts(printed, exact);
  }

  /** The rate as it should be printed, rounded at the printed rate's decimals. */
  public @Nullable String expectedExecutionRate() {
    BigDecimal exact = exactExecutionRate();
    BigDecimal printed = executionRate();
    return exact == null || printed == null
        ? null
        : parameters.rounding().like(printed, exact).toPlainString() + "%";
  }

  /** The printed rate less the one that should be printed, in percentage points. */
  public @Nullable BigDecimal executionRateDifference() {
    BigDecimal exact = exactExecutionRate();
    BigDecimal printed = executionRate();
    return exact == null || printed == null
        ? null
        : printed.subtract(parameters.rounding().like(printed, exact));
  }

  /** The score as it should be printed, rounded at the printed score's decimals. */
  public @Nullable BigDecimal expectedExecutionScore() {
    BigDecimal exact = exactExecutionScore();
    BigDecimal printed = executionScore();
    return exact == null || printed == null ? null : parameters.rounding().like(printed, exact);
  }

  /** How the score comes about, such as {@code 37.24 ÷ 43.20 × 10}. */
  public String executionScoreArithmetic() {
    String quotient = total.actualExpenditure().printed() + " ÷ " + total.finalBudget().printed();
    BigDecimal max = executionMaxScore();
    BigDecimal exact = exactExecutionScore();
    if (max == null || exact == null) {
      return quotient;
    }
    if (parameters.executionScore().method() == ExecutionScore.Method.BANDS) {
      return quotient + " = " + executionPercent() + " → " + Figures.text(exact);
    }
    String product = quotient + " × " + Figures.text(max);
    boolean capped = executionRatio != null && executionRatio.compareTo(BigDecimal.ONE) > 0;
    return capped ? "min(" + Figures.text(max) + ", " + product + ")" : product;
  }

  /** Expenditure by final budget in percent with two decimals. */
  public String executionPercent() {
    return Figures.percent(executionRatio);
  }

  /** True where expenditure by final budget is below a threshold. */
  public boolean executionRatioBelow(String threshold) {
    return executionRatio != null && executionRatio.compareTo(limit(threshold)) < 0;
  }

  // --- the parts of the funding ----------------------------------------------------------------

  /** Sum of the parts' 年初预算数, blank ones counted as 0; null where one is unreadable. */
  public @Nullable BigDecimal partsOriginalBudget() {
    return sums.partsOriginalBudget();
  }

  /** Sum of the parts' 全年预算数, blank ones counted as 0; null where one is unreadable. */
  public @Nullable BigDecimal partsFinalBudget() {
    return sums.partsFinalBudget();
  }

  /** 全年预算数 of 当年财政拨款. */
  public @Nullable BigDecimal currentYearFinalBudget() {
    return form.funding().currentYearAppropriation().finalBudget().value();
  }

  /** True where every part's 全年预算数 is 0 or blank. */
  public boolean partsFinalBudgetAllZero() {
    for (FundingRow part : form.funding().parts()) {
      Field<BigDecimal> field = part.finalBudget();
      BigDecimal value = field.value();
      if (!field.isBlank() && (value == null || value.signum() != 0)) {
        return false;
      }
    }
    return true;
  }

  /** True where one of the two budgets is at least so many times the other. */
  public boolean budgetFactorAtLeast(String threshold) {
    BigDecimal factor = budgetFactor();
    return factor != null && factor.compareTo(limit(threshold)) >= 0;
  }

  /** A part's 全年预算数 by the total's; null where one is missing or the total is not above 0. */
  public @Nullable BigDecimal shareOfFinalBudget(String path) {
    Field<?> part = Cells.fieldAt(form, path);
    return part != null && part.value() instanceof BigDecimal value
        ? Figures.ratio(value, finalBudget())
        : null;
  }

  /** Paths of the parts whose 全年预算数 is so many times the total's. */
  public List<String> partPathsOfAtLeast(BigDecimal factor) {
    List<String> paths = new ArrayList<>(0);
    for (FundingRow part : form.funding().parts()) {
      BigDecimal share = Figures.ratio(part.finalBudget().value(), finalBudget());
      if (share != null && share.compareTo(factor) >= 0) {
        paths.add(FormPath.funding(part.kind(), FormFields.FINAL_BUDGET).toString());
      }
    }
    return paths;
  }

  /** Budget columns of the total that are 0 or blank while their parts add up to more than 0. */
  public List<Sums.EmptyTotal> emptyTotals() {
    return sums.emptyTotals();
  }

  // --- points and scores -----------------------------------------------------------------------

  /** 总分 in points. */
  public @Nullable BigDecimal totalMaxScore() {
    return form.total().maxScore().value();
  }

  /** 总分 as scored. */
  public @Nullable BigDecimal totalScore() {
    return form.total().score().value();
  }

  /** Points of the funding row and all indicators; null where one is missing. */
  public @Nullable BigDecimal maxScoreSum() {
    return sums.maxScoreSum();
  }

  /** What 总分 should be: the sum where it differs, else what a jurisdiction's forms add up to. */
  public @Nullable BigDecimal expectedTotalMaxScore() {
    BigDecimal sum = maxScoreSum();
    BigDecimal printed = totalMaxScore();
    return sum == null || printed == null || sum.compareTo(printed) != 0
        ? sum
        : limit("MaxScoreSumMismatch.total");
  }

  /** Scores of all indicators; null where one is missing. */
  public @Nullable BigDecimal indicatorScoreSum() {
    BigDecimal sum = scoreSum();
    BigDecimal execution = executionScore();
    return sum == null || execution == null ? null : sum.subtract(execution);
  }

  /** Scores of the funding row and all indicators; null where one is missing. */
  public @Nullable BigDecimal scoreSum() {
    return sums.scoreSum();
  }

  /** How far the printed total is from the sum of scores, without sign; null where unknown. */
  public @Nullable BigDecimal scoreSumError() {
    BigDecimal sum = scoreSum();
    BigDecimal printed = totalScore();
    return sum == null || printed == null ? null : sum.subtract(printed).abs();
  }

  /** Path of the first score above 0, the total's before the others; null where there is none. */
  public @Nullable String firstPositiveScore() {
    return sums.firstPositiveScore();
  }

  /** True where a score of the form is above 0. */
  public boolean scored() {
    return sums.firstPositiveScore() != null;
  }

  /** Paths of points and scores that are blank. */
  public List<String> blankScores() {
    return sums.blankScores();
  }

  /** The grade that is printed, by the jurisdiction's name for it; null where none is. */
  public @Nullable String grade() {
    Parameters.Grade grade = parameters.gradeNamed(form.total().grade().printed());
    return grade == null ? null : grade.name();
  }

  /** The grade that the total score earns; null where the score is unknown. */
  public @Nullable String earnedGrade() {
    Parameters.Grade grade = parameters.gradeOf(totalScore());
    return grade == null ? null : grade.name();
  }

  // --- texts -----------------------------------------------------------------------------------

  /** Paths of the fields of the head that are blank. */
  public List<String> blankHeaderFields() {
    return HeaderFields.blank(form);
  }

  /** 预期目标 is blank. */
  public boolean plannedBlank() {
    return form.annualObjective().planned().isBlank();
  }

  /** 实际完成情况 is blank. */
  public boolean achievedBlank() {
    return form.annualObjective().achieved().isBlank();
  }

  /** 年度总体目标: what was planned beside what was achieved. */
  public Objective objective() {
    return objective;
  }

  /** Where the form says that something was late; null where it does not. */
  public @Nullable Lateness lateness() {
    if (!latenessKnown) {
      lateness = Lateness.of(form, indicators.rows(), parameters);
      latenessKnown = true;
    }
    return lateness;
  }

  /** True where 实际完成情况 contains one of the list's words. */
  public boolean achievedHas(String words) {
    return parameters.mentions(words, form.annualObjective().achieved().printed());
  }

  /** True where the project's name contains one of the list's words. */
  public boolean projectNameHas(String words) {
    return parameters.mentions(words, form.projectName().printed());
  }

  /** The project's name is blank. */
  public boolean projectNameBlank() {
    return form.projectName().isBlank();
  }

  /**
   * True where the project's name, without figures, bracketed years, punctuation and spaces, is one
   * of the list's words.
   */
  public boolean projectNameIs(String words) {
    String name = form.projectName().printed();
    return name != null && parameters.isOne(words, ProjectName.bare(name));
  }

  /** What 实际完成情况 says to be 0 and the table does not; null where they agree. */
  public Narrative.@Nullable Contradiction contradiction() {
    return narrative.contradiction(total);
  }

  /** Cells that still hold the template's own placeholder. */
  public List<Placeholders.Placeholder> placeholders() {
    return Placeholders.in(form, parameters);
  }

  /** Cells with tags of web pages or a quotation mark that has no other. */
  public List<Markup.Mark> marks() {
    return Markup.in(form, parameters);
  }

  /** What the indicators say under 偏差原因分析及改进措施. */
  public Explanations explanations() {
    return explanations;
  }

  // --- indicators as a set ---------------------------------------------------------------------

  /** The indicators as a set. */
  public IndicatorSet indicators() {
    return indicators;
  }

  /** How the indicators are built. */
  public Structure structure() {
    return structure;
  }

  // --- for every rule --------------------------------------------------------------------------

  /** A threshold of the jurisdiction, such as {@code LowExecution.noteBelow}. */
  public BigDecimal limit(String name) {
    return parameters.limit(name);
  }

  /** A threshold in percent, such as {@code 90%}. */
  public String percentLimit(String name) {
    return Figures.text(HUNDRED.multiply(limit(name))) + "%";
  }

  /** A ratio in percent with two decimals. */
  public String percent(@Nullable BigDecimal ratio) {
    return Figures.percent(ratio);
  }

  /** A number with at most two decimals, half up. */
  public @Nullable BigDecimal rounded(@Nullable BigDecimal number) {
    return number == null ? null : number.setScale(2, RoundingMode.HALF_UP);
  }

  /** What is printed at a path, or null. */
  public @Nullable String printed(String path) {
    Field<?> field = Cells.fieldAt(form, path);
    return field == null ? null : field.printed();
  }

  /**
   * The cells that a row of a rule table looks at. Where there is none, or one cannot be compared,
   * that is set down as well: it decides the rule's outcome where the rule does not fire.
   *
   * @param rule the rule's id
   * @param comparison name of a {@link Comparison}
   * @param unit unit of the number that is compared; may be empty
   */
  public List<CellFact> cells(
      String rule,
      String path,
      String category,
      String aspect,
      String name,
      String comparison,
      String unit) {
    List<CellFact> cells = new CellChoice(path, category, aspect, name).of(this, form);
    if (cells.isEmpty()) {
      evidence.add(Evidence.notApplicable(rule, "indicators: none"));
    }
    for (CellFact cell : cells) {
      String gap = cell.gap(Comparison.valueOf(comparison), unit);
      if (gap != null) {
        evidence.add(Evidence.notEvaluated(rule, gap));
        break;
      }
    }
    return cells;
  }

  public Parameters parameters() {
    return parameters;
  }

  /** Reports a subject of the form. */
  public Evidence report(Drools rule, String subject) {
    // What a compiled consequence is given is both.
    String name = ((RuleContext) rule).getRule().getName();
    Evidence reported = new Evidence(name, subject);
    evidence.add(reported);
    return reported;
  }
}
