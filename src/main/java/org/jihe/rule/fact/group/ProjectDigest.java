package org.jihe.rule.fact.group;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.form.Field;
import org.jihe.form.Figures;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.ProjectNames;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.layout.Position;
import org.jihe.rule.fact.FormFact;
import org.jihe.rule.fact.FormFacts;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What rules on several forms need of one form: small enough for a department's forms to be held
 * together. Amounts in yuan.
 *
 * @param formId the form
 * @param year the budget year, or null where it cannot be read
 * @param jurisdiction id of the jurisdiction in force for the form
 * @param department 主管部门 without punctuation and spacing
 * @param printedDepartment 主管部门 as printed
 * @param agency 实施单位 without punctuation and spacing
 * @param project 项目名称 as printed, or null
 * @param origin the form's first cell
 * @param indicators the indicators in printed order
 * @param planned 预期目标 as printed, or null where blank
 * @param achieved 实际完成情况 as printed, or null where blank
 * @param originalBudget 年初预算数 of the total
 * @param finalBudget 全年预算数 of the total
 * @param expenditure 全年执行数 of the total
 * @param expenditurePrinted the same as printed
 * @param amountStep what the last printed digit of the expenditure is worth
 * @param carryOver 全年预算数 of 上年结转资金
 * @param carryOverStep what its last printed digit is worth
 * @param rounding how the printed execution rate rounds the exact one
 * @param score 总分
 * @param topGrade true where the score earns the best grade
 * @param deferral a word of deferral in what is said of the year, or null
 * @param fired the form's own rules that fired, whether or not their findings are accepted
 * @param waived those of them whose findings a waiver accepts
 * @param unmet outcomes of rules on several forms that lack a cell here
 */
public record ProjectDigest(
    String formId,
    @Nullable Integer year,
    String jurisdiction,
    String department,
    @Nullable String printedDepartment,
    String agency,
    @Nullable String project,
    Position origin,
    List<IndicatorDigest> indicators,
    @Nullable String planned,
    @Nullable String achieved,
    @Nullable BigDecimal originalBudget,
    @Nullable BigDecimal finalBudget,
    @Nullable BigDecimal expenditure,
    @Nullable String expenditurePrinted,
    BigDecimal amountStep,
    @Nullable BigDecimal carryOver,
    BigDecimal carryOverStep,
    Rounding rounding,
    @Nullable BigDecimal score,
    boolean topGrade,
    @Nullable String deferral,
    Set<String> fired,
    Set<String> waived,
    List<Outcome> unmet)
    implements Serializable {

  /** By name and year, then by what tells forms of one name apart. */
  public static final Comparator<ProjectDigest> ORDER =
      Comparator.<ProjectDigest, String>comparing(one -> String.valueOf(one.project))
          .thenComparing(one -> one.year == null ? 0 : one.year)
          .thenComparing(ProjectDigest::formId);

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  /** How a printed rate rounds the exact one. */
  public enum Rounding {
    /** The rate is exact at its decimals, or unknown, or no rounding of the exact one. */
    NONE,
    UP,
    DOWN
  }

  public ProjectDigest {
    indicators = List.copyOf(indicators);
    fired = Set.copyOf(fired);
    waived = Set.copyOf(waived);
    unmet = List.copyOf(unmet);
  }

  /** Draws the digest from a form and what its own rules said. */
  public static ProjectDigest of(
      SelfEvaluation form, FormFacts facts, Evaluation evaluation, List<Outcome> unmet) {
    Parameters parameters = facts.form().parameters();
    FundingRow total = form.funding().total();
    Field<BigDecimal> carryOver = form.funding().priorYearCarryOver().finalBudget();
    boolean tenThousands = String.valueOf(form.currencyUnit().printed()).contains("万");
    List<IndicatorDigest> rows = new ArrayList<>(form.indicators().size());
    for (int i = 0; i < form.indicators().size(); i++) {
      Indicator row = form.indicators().get(i);
      rows.add(IndicatorDigest.of(row, facts.form().indicators().row(i), parameters));
    }
    Set<String> fired = new TreeSet<>();
    Set<String> waived = new TreeSet<>();
    for (Finding finding : evaluation.findings()) {
      fired.add(finding.ruleId());
      if (!finding.stands()) {
        waived.add(finding.ruleId());
      }
    }
    BigDecimal score = form.total().score().value();
    Parameters.Grade grade = parameters.gradeOf(score);
    return new ProjectDigest(
        evaluation.formId(),
        form.year().value(),
        parameters.jurisdiction(),
        Texts.normalised(form.supervisingDepartment().printed()),
        form.supervisingDepartment().printed(),
        Texts.normalised(form.implementingAgency().printed()),
        form.projectName().isBlank() ? null : form.projectName().printed(),
        form.origin(),
        rows,
        text(form.annualObjective().planned()),
        text(form.annualObjective().achieved()),
        total.originalBudget().value(),
        total.finalBudget().value(),
        total.actualExpenditure().value(),
        total.actualExpenditure().printed(),
        step(total.actualExpenditure(), tenThousands),
        carryOver.value(),
        step(carryOver, tenThousands),
        rounding(facts.form()),
        score,
        grade != null && grade.equals(parameters.grades().get(0)),
        deferral(form, parameters),
        fired,
        waived,
        unmet);
  }

  private static @Nullable String text(Field<String> field) {
    return field.isBlank() ? null : field.printed();
  }

  /** Half a step is what rounding may have taken from a printed amount. */
  private static BigDecimal step(Field<BigDecimal> amount, boolean tenThousands) {
    String printed = amount.printed();
    int point = printed == null ? -1 : printed.replace('．', '.').indexOf('.');
    int decimals = 0;
    for (int i = point + 1; printed != null && point >= 0 && i < printed.length(); i++) {
      if (!Character.isDigit(printed.charAt(i))) {
        break;
      }
      decimals++;
    }
    BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
    return tenThousands ? step.multiply(TEN_THOUSAND) : step;
  }

  private static Rounding rounding(FormFact form) {
    BigDecimal printed = form.execution().rate();
    BigDecimal exact = form.execution().exactRate();
    if (printed == null || exact == null || !form.execution().rateFits()) {
      return Rounding.NONE;
    }
    BigDecimal inUnit = Figures.isRounding(printed, exact) ? exact : exact.movePointLeft(2);
    int scale = Math.max(printed.scale(), 0);
    if (inUnit.compareTo(inUnit.setScale(scale, RoundingMode.FLOOR)) == 0) {
      return Rounding.NONE;
    }
    return printed.compareTo(inUnit) > 0 ? Rounding.UP : Rounding.DOWN;
  }

  private static @Nullable String deferral(SelfEvaluation form, Parameters parameters) {
    String word = parameters.firstWord("deferral", form.annualObjective().achieved().printed());
    for (Indicator indicator : form.indicators()) {
      if (word == null) {
        word = parameters.firstWord("deferral", indicator.varianceExplanation().printed());
      }
      if (word == null) {
        word = parameters.firstWord("deferral", indicator.actual().printed());
      }
    }
    return word;
  }

  /** The same form with equal indicators that share their texts. */
  public ProjectDigest with(List<IndicatorDigest> rows) {
    return new ProjectDigest(
        formId,
        year,
        jurisdiction,
        department,
        printedDepartment,
        agency,
        project,
        origin,
        rows,
        planned,
        achieved,
        originalBudget,
        finalBudget,
        expenditure,
        expenditurePrinted,
        amountStep,
        carryOver,
        carryOverStep,
        rounding,
        score,
        topGrade,
        deferral,
        fired,
        waived,
        unmet);
  }

  /** The project's name for people. */
  public String label() {
    return project == null ? origin.file() + ":" + origin.row() : project;
  }

  /** The same project of the same agency in another year has the same. */
  String acrossYears() {
    return agency + "\u001f" + ProjectNames.acrossYears(project);
  }

  /** True where a rule has found something on the form that nobody has accepted. */
  boolean hasFinding(String rule) {
    return fired.contains(rule) && !waived.contains(rule);
  }

  /** Expenditure by final budget; null where unknown or the budget is not above 0. */
  @Nullable BigDecimal executionRatio() {
    return Figures.ratio(expenditure, finalBudget);
  }
}
