package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.drools.model.Drools;
import org.jihe.form.Field;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.measure.Figures;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.fact.wording.Explanations;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * One form as a whole, the entry for rules: what can be asked of it stands with its subject, such
 * as {@link #execution} or {@link #scores}. Amounts in yuan, scores in points; a figure is null
 * where its cell is blank or unreadable, and then no comparison with it holds.
 */
public final class FormFact {

  private final FormContext context;
  private final FundingTotal funding;
  private final FundingParts parts;
  private final FormScores scores;
  private final FormTexts texts;
  private final Objective objective;
  private final Explanations explanations;
  private final IndicatorSet indicators;
  private final Structure structure;
  private final Narrated narrated;
  private @Nullable Delivery delivery;

  FormFact(FormContext context, IndicatorSet indicators) {
    SelfEvaluation form = context.form();
    Parameters parameters = context.parameters();
    this.context = context;
    this.funding = new FundingTotal(form.funding().total(), parameters);
    this.parts = new FundingParts(form.funding());
    this.scores = new FormScores(form, parameters);
    this.texts = new FormTexts(context);
    this.objective = new Objective(form.annualObjective(), parameters);
    this.explanations = new Explanations(form.indicators(), parameters);
    this.indicators = indicators;
    this.structure = new Structure(context.execution().maxScore(), indicators.rows(), parameters);
    this.narrated = new Narrated(form, parameters);
  }

  // --- subjects --------------------------------------------------------------------------------

  /** 年度资金总额: amounts, and how the budget changed. */
  public FundingTotal funding() {
    return funding;
  }

  /** The three parts of the funding taken together. */
  public FundingParts parts() {
    return parts;
  }

  /** 预算执行: the execution rate and its score. */
  public Execution execution() {
    return context.execution();
  }

  /** 总分, the sums of points and scores, the grade. */
  public FormScores scores() {
    return scores;
  }

  /** The head, the project's name, and words across all cells. */
  public FormTexts texts() {
    return texts;
  }

  /** 年度总体目标: what was planned beside what was achieved. */
  public Objective objective() {
    return objective;
  }

  /** What the indicators say under 偏差原因分析及改进措施. */
  public Explanations explanations() {
    return explanations;
  }

  /** The indicators as a set. */
  public IndicatorSet indicators() {
    return indicators;
  }

  /** How the indicators are built. */
  public Structure structure() {
    return structure;
  }

  /** What 年度总体目标 says of money and places. */
  public Narrated narrated() {
    return narrated;
  }

  /** How much of the outputs was delivered, and what was only copied from the targets. */
  public Delivery delivery() {
    Delivery known = delivery;
    if (known == null) {
      known = new Delivery(indicators.rows());
      delivery = known;
    }
    return known;
  }

  // --- what most rules ask ---------------------------------------------------------------------

  /** 年初预算数 of the total. */
  public @Nullable BigDecimal originalBudget() {
    return funding.originalBudget();
  }

  /** 全年预算数 of the total. */
  public @Nullable BigDecimal finalBudget() {
    return funding.finalBudget();
  }

  /** 全年执行数 of the total. */
  public @Nullable BigDecimal actualExpenditure() {
    return funding.actualExpenditure();
  }

  /** Expenditure by final budget; null where the budget is not above 0. */
  public @Nullable BigDecimal executionRatio() {
    return context.execution().ratio();
  }

  /** Expenditure by final budget in percent with two decimals. */
  public String executionPercent() {
    return context.execution().percent();
  }

  /** True where a 0 is printed as expenditure: the project was not carried out. */
  public boolean unspent() {
    return context.unspent();
  }

  /** True for a project with a budget that was taken back before anything was spent. */
  public boolean cancelled() {
    BigDecimal original = originalBudget();
    BigDecimal budget = finalBudget();
    return unspent()
        && original != null
        && original.signum() > 0
        && budget != null
        && budget.signum() == 0;
  }

  /** 总分 in points. */
  public @Nullable BigDecimal totalMaxScore() {
    return scores.totalMaxScore();
  }

  /** 总分 as scored. */
  public @Nullable BigDecimal totalScore() {
    return scores.totalScore();
  }

  // --- for every rule --------------------------------------------------------------------------

  /** A threshold of the jurisdiction, such as {@code LowExecution.noteBelow}. */
  public BigDecimal limit(String name) {
    return context.limit(name);
  }

  /** A threshold in percent, such as {@code 90%}. */
  public String percentLimit(String name) {
    return context.percentLimit(name);
  }

  /** A ratio in percent with two decimals. */
  public String percent(@Nullable BigDecimal ratio) {
    return Figures.percent(ratio);
  }

  /** A number with at most two decimals, half up. */
  public @Nullable BigDecimal rounded(@Nullable BigDecimal number) {
    return number == null ? null : number.setScale(2, RoundingMode.HALF_UP);
  }

  /** An amount of money for a message, such as {@code 1,018,000}. */
  public @Nullable String amount(@Nullable BigDecimal yuan) {
    return yuan == null ? null : Figures.amount(yuan);
  }

  /** The same of a cell; what it prints where that is no number, null where it is blank. */
  public @Nullable String amount(String path) {
    Field<?> field = Cells.fieldAt(context.form(), path);
    return field != null && field.value() instanceof BigDecimal yuan
        ? Figures.amount(yuan)
        : printed(path);
  }

  /** What is printed at a path, or null. */
  public @Nullable String printed(String path) {
    Field<?> field = Cells.fieldAt(context.form(), path);
    return field == null ? null : field.printed();
  }

  /** The form as it was read. */
  public SelfEvaluation form() {
    return context.form();
  }

  public Parameters parameters() {
    return context.parameters();
  }

  /** Reports a subject of the form. */
  public Evidence report(Drools rule, String subject) {
    return context.report(rule, subject);
  }

  /**
   * Sets down that a rule does not apply to the form, where it does not fire.
   *
   * @param rule the rule's id
   * @param reason as a path and a code, such as {@code indicators: none}
   */
  public void notApplicable(String rule, String reason) {
    context.add(Evidence.notApplicable(rule, reason));
  }

  /**
   * Sets down that a rule could not be evaluated on the form, where it does not fire.
   *
   * @param rule the rule's id
   * @param reason as a path and a code, such as {@code total.score: blank}
   */
  public void notEvaluated(String rule, String reason) {
    context.add(Evidence.notEvaluated(rule, reason));
  }
}
