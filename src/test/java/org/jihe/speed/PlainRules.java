package org.jihe.speed;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.finding.Finding;
import org.jihe.finding.Fingerprints;
import org.jihe.finding.Severity;
import org.jihe.form.Field;
import org.jihe.form.FormPath;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.measure.Figures;
import org.jihe.layout.Position;
import org.jihe.rule.cell.Cells;
import org.jspecify.annotations.Nullable;

/**
 * Thirty rules of the catalogue once more, by hand and without the rule engine, for the national
 * jurisdiction: what its rules find must be what these find, and how fast these are is the measure
 * of its speed. Written from the rules' documents; it shares nothing with the engine but records.
 */
public final class PlainRules {

  /** The rules, by family. */
  static final Map<String, List<String>> RULES =
      Map.of(
          "completeness",
          List.of(
              "AchievedObjectiveMissing",
              "ActualValueMissing",
              "CategoryMissing",
              "CostIndicatorMissing",
              "HeaderFieldMissing",
              "LowExecutionUnexplained",
              "OutputAspectMissing",
              "PlaceholderText",
              "PlannedObjectiveMissing",
              "ScoreMissing",
              "ScoredWithoutActual",
              "TargetMissing",
              "VarianceExplanationMissing"),
          "arithmetic",
          List.of(
              "BudgetMagnitudeSuspect",
              "ExecutionRateMismatch",
              "ExecutionScoreMismatch",
              "FundingPartExceedsTotal",
              "FundingPartsDiffer",
              "FundingPartsMissing",
              "GradeMismatch",
              "MaxScoreSumMismatch",
              "OverExecution",
              "ScoreOutOfRange",
              "ScoreSumMismatch"),
          "execution",
          List.of(
              "BudgetAdjustmentLarge",
              "BudgetCutToFit",
              "LowExecution",
              "LowSpendFullOutput",
              "ZeroExecution",
              "ZeroExecutionScored"));

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final List<String> PART_NAMES = List.of("当年财政拨款", "上年结转资金", "其他资金");
  private static final List<String> CONSTRUCTION = List.of("建设", "改造", "购置", "修缮", "工程");
  private static final List<String> CAUSES =
      List.of(
          "原因 由于 因为 因疫情 因项目 因故 受疫情 受限 影响 取消 推迟 延期 延迟 滞后 暂缓 节约 节省 结余 结转 压减 核减 未支付 未结算 待支付 质保金 尾款 跨年 下年 次年"
              .split(" ", -1));
  private static final Pattern WHOLE_CELL =
      Pattern.compile("指标\\s*[0-9０-９一二三四五六七八九十]+\\s*[:：]?|[.…。·]+|[XxＸｘ×]{2,}|（略）");
  private static final Pattern WITHIN_CELL =
      Pattern.compile(
          "[（(]\\s*\\d+\\s*字(以内|左右)?\\s*[)）]|(?<![A-Za-z0-9])[XxＸｘ×]{2,}(?![A-Za-z0-9])");

  private final SelfEvaluation form;
  private final String formId;
  private final String ruleSet;
  private final List<Finding> findings = new ArrayList<>(2);
  private final FundingRow total;
  private final @Nullable BigDecimal ob;
  private final @Nullable BigDecimal fb;
  private final @Nullable BigDecimal ae;
  private final @Nullable BigDecimal rate;

  private PlainRules(String formId, SelfEvaluation form, String ruleSet) {
    this.form = form;
    this.formId = formId;
    this.ruleSet = ruleSet;
    total = form.funding().total();
    ob = total.originalBudget().value();
    fb = total.finalBudget().value();
    ae = total.actualExpenditure().value();
    rate = quotient(ae, fb);
  }

  /** What the thirty rules find on a form, by severity and rule. */
  public static List<Finding> check(String formId, SelfEvaluation form, String ruleSet) {
    PlainRules rules = new PlainRules(formId, form, ruleSet);
    rules.head();
    rules.placeholders();
    rules.indicators();
    rules.kinds();
    rules.money();
    rules.parts();
    rules.points();
    rules.execution();
    rules.findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::ruleId));
    return rules.findings;
  }

  // --- completeness ----------------------------------------------------------------------------

  private void head() {
    blankHead("currencyUnit", form.currencyUnit());
    blankHead("implementingAgency", form.implementingAgency());
    blankHead("projectName", form.projectName());
    blankHead("supervisingDepartment", form.supervisingDepartment());
    blankHead("year", form.year());
    Field<String> planned = form.annualObjective().planned();
    if (planned.isBlank()) {
      error("PlannedObjectiveMissing", "annualObjective.planned", planned, "年度总体目标·预期目标").add();
    }
    Field<String> achieved = form.annualObjective().achieved();
    if (achieved.isBlank()) {
      error("AchievedObjectiveMissing", "annualObjective.achieved", achieved, "年度总体目标·实际完成情况")
          .add();
    }
  }

  private void blankHead(String path, Field<?> field) {
    if (field.isBlank()) {
      error("HeaderFieldMissing", path, field, HEAD.get(path)).add();
    }
  }

  private static final Map<String, String> HEAD =
      Map.of(
          "projectName", "项目名称",
          "supervisingDepartment", "主管部门",
          "implementingAgency", "实施单位",
          "year", "年度",
          "currencyUnit", "金额单位");

  private void placeholders() {
    placeholder("annualObjective.achieved", form.annualObjective().achieved(), "年度总体目标·实际完成情况");
    placeholder("annualObjective.planned", form.annualObjective().planned(), "年度总体目标·预期目标");
    placeholder("currencyUnit", form.currencyUnit(), "金额单位");
    List<FundingRow> parts = form.funding().parts();
    List<String> keys = List.of("currentYearAppropriation", "priorYearCarryOver", "otherFunds");
    for (int i = 0; i < parts.size(); i++) {
      amounts("funding." + keys.get(i), parts.get(i), PART_NAMES.get(i));
    }
    amounts("funding.total", total, "年度资金总额");
    placeholder("funding.total.executionRate", total.executionRate(), "年度资金总额·执行率");
    placeholder("funding.total.maxScore", total.maxScore(), "年度资金总额·分值");
    placeholder("funding.total.score", total.score(), "年度资金总额·得分");
    placeholder("implementingAgency", form.implementingAgency(), "实施单位");
    placeholder("projectName", form.projectName(), "项目名称");
    placeholder("supervisingDepartment", form.supervisingDepartment(), "主管部门");
    placeholder("title", form.title(), "标题");
    placeholder("total.grade", form.total().grade(), "总分·等级");
    placeholder("total.maxScore", form.total().maxScore(), "总分·分值");
    placeholder("total.score", form.total().score(), "总分·得分");
    placeholder("year", form.year(), "年度");
    for (int i = 0; i < form.indicators().size(); i++) {
      Indicator one = form.indicators().get(i);
      placeholder(path(i, "actual"), one.actual(), label(i, "实际完成值"));
      placeholder(path(i, "aspect"), one.aspect(), label(i, "二级指标"));
      placeholder(path(i, "category"), one.category(), label(i, "一级指标"));
      placeholder(path(i, "maxScore"), one.maxScore(), label(i, "分值"));
      placeholder(path(i, "name"), one.name(), label(i, "三级指标"));
      placeholder(path(i, "score"), one.score(), label(i, "得分"));
      placeholder(path(i, "target"), one.target(), label(i, "年度指标值"));
      placeholder(
          path(i, "varianceExplanation"), one.varianceExplanation(), label(i, "偏差原因分析及改进措施"));
    }
  }

  private void amounts(String path, FundingRow row, String name) {
    placeholder(path + ".actualExpenditure", row.actualExpenditure(), name + "·全年执行数");
    placeholder(path + ".finalBudget", row.finalBudget(), name + "·全年预算数");
    placeholder(path + ".originalBudget", row.originalBudget(), name + "·年初预算数");
  }

  private void placeholder(String path, Field<?> field, String label) {
    String text = field.printed();
    if (text == null || field.value() instanceof Number) {
      return;
    }
    String found = null;
    if (WHOLE_CELL.matcher(text).matches()) {
      found = text;
    } else if (mayHold(text)) {
      Matcher within = WITHIN_CELL.matcher(text);
      found = within.find() ? within.group() : null;
    }
    if (found != null) {
      error("PlaceholderText", path, field, label).with("placeholder", found).add();
    }
  }

  private static boolean mayHold(String text) {
    return text.indexOf('字') >= 0
        || text.indexOf('X') >= 0
        || text.indexOf('x') >= 0
        || text.indexOf('Ｘ') >= 0
        || text.indexOf('ｘ') >= 0
        || text.indexOf('×') >= 0;
  }

  private void indicators() {
    for (int i = 0; i < form.indicators().size(); i++) {
      Indicator one = form.indicators().get(i);
      BigDecimal max = one.maxScore().value();
      BigDecimal score = one.score().value();
      boolean scored = score != null && score.signum() > 0;
      boolean none = one.score().isBlank() || (score != null && score.signum() == 0);
      if (one.actual().isBlank() && scored) {
        indicator("ScoredWithoutActual", i, "actual", one.actual(), "实际完成值").add();
      }
      // Where nothing was spent and nothing is claimed there is nothing to ask for.
      boolean idle = ae != null && ae.signum() == 0 && (score == null || score.signum() == 0);
      if (one.actual().isBlank() && none && max != null && max.signum() > 0 && !idle) {
        indicator("ActualValueMissing", i, "actual", one.actual(), "实际完成值").add();
      }
      if (one.target().isBlank()) {
        indicator("TargetMissing", i, "target", one.target(), "年度指标值").add();
      }
      if (one.varianceExplanation().isBlank()
          && !idle
          && score != null
          && max != null
          && score.compareTo(max) < 0) {
        indicator(
                "VarianceExplanationMissing",
                i,
                "varianceExplanation",
                one.varianceExplanation(),
                "偏差原因分析及改进措施")
            .with("lost", text(max.subtract(score)))
            .add();
      }
    }
  }

  private void kinds() {
    boolean categories = true;
    boolean aspects = true;
    boolean output = false;
    boolean benefit = false;
    boolean satisfaction = false;
    boolean cost = false;
    boolean quantity = false;
    boolean quality = false;
    boolean timeliness = false;
    for (Indicator one : form.indicators()) {
      String category = String.valueOf(one.category().printed());
      String aspect = String.valueOf(one.aspect().printed());
      boolean known = isKnown(aspect);
      categories &= !one.category().isBlank() && (isKnown(category) || known);
      aspects &= !one.aspect().isBlank() && known;
      output |= isOutput(one);
      benefit |= isBenefit(category) || isBenefit(aspect) || aspect.contains("可持续");
      satisfaction |= category.contains("满意") || aspect.contains("满意");
      cost |= category.contains("成本") || aspect.contains("成本");
      quantity |= aspect.contains("数量");
      quality |= aspect.contains("质量");
      timeliness |= aspect.contains("时效");
    }
    if (categories) {
      lacking(!benefit, "CategoryMissing", Severity.ERROR, "benefit", "category", "效益");
      lacking(!output, "CategoryMissing", Severity.ERROR, "output", "category", "产出");
      lacking(!satisfaction, "CategoryMissing", Severity.DOUBT, "satisfaction", "category", "满意度");
    }
    if (aspects) {
      lacking(!quality, "OutputAspectMissing", Severity.DOUBT, "quality", "aspect", "质量");
      lacking(!quantity, "OutputAspectMissing", Severity.DOUBT, "quantity", "aspect", "数量");
      lacking(!timeliness, "OutputAspectMissing", Severity.DOUBT, "timeliness", "aspect", "时效");
    }
    String project = form.projectName().printed();
    if (aspects && !form.projectName().isBlank() && project != null) {
      Severity severity = hasOne(project, CONSTRUCTION) ? Severity.DOUBT : Severity.NOTE;
      lacking(!cost, "CostIndicatorMissing", severity, "cost", "project", project);
    }
  }

  private void lacking(
      boolean fires, String rule, Severity severity, String what, String argument, String value) {
    if (fires) {
      new Draft(rule, severity, "indicators." + what, null, null).with(argument, value).add();
    }
  }

  private static boolean isKnown(String label) {
    return label.contains("产出")
        || label.contains("数量")
        || label.contains("质量")
        || label.contains("时效")
        || isBenefit(label)
        || label.contains("可持续")
        || label.contains("满意")
        || label.contains("成本");
  }

  private static boolean isBenefit(String label) {
    return label.contains("效益") || label.contains("效果");
  }

  private static boolean isOutput(Indicator one) {
    String category = one.category().printed();
    String aspect = one.aspect().printed();
    return (category != null && category.contains("产出"))
        || (aspect != null
            && (aspect.contains("数量") || aspect.contains("质量") || aspect.contains("时效")));
  }

  // --- arithmetic ------------------------------------------------------------------------------

  private void money() {
    Field<BigDecimal> printedRate = total.executionRate();
    BigDecimal printed = printedRate.value();
    if (fb != null && ae != null) {
      BigDecimal exact = fb.signum() == 0 ? ZERO : divide(HUNDRED.multiply(ae), fb);
      if (printed != null && !rateFits(printed, exact, String.valueOf(printedRate.printed()))) {
        BigDecimal right = like(printed, exact);
        error("ExecutionRateMismatch", "funding.total.executionRate", printedRate, "年度资金总额·执行率")
            .expected(right.toPlainString() + "%")
            .difference(printed.subtract(right))
            .with("expenditure", yuan(total.actualExpenditure()))
            .with("budget", yuan(total.finalBudget()))
            .add();
      }
      if (ae.compareTo(fb) > 0) {
        Field<BigDecimal> cell = total.actualExpenditure();
        error("OverExecution", "funding.total.actualExpenditure", cell, "年度资金总额·全年执行数")
            .difference(ae.subtract(fb))
            .with("budget", yuan(total.finalBudget()))
            .add();
      }
    }
    BigDecimal max = total.maxScore().value();
    BigDecimal score = total.score().value();
    if (rate != null && fb != null && ae != null && max != null && score != null) {
      BigDecimal exact = max.min(divide(max.multiply(ae), fb));
      boolean roundedToFull =
          score.scale() <= 0 && score.compareTo(max) == 0 && exact.compareTo(max) < 0;
      if (roundedToFull || !isRounded(score, exact)) {
        String product =
            yuan(total.actualExpenditure()) + " ÷ " + yuan(total.finalBudget()) + " × " + text(max);
        boolean capped = rate.compareTo(BigDecimal.ONE) > 0;
        error("ExecutionScoreMismatch", "funding.total.score", total.score(), "年度资金总额·得分")
            .expected(
                roundedToFull ? exact.setScale(2, RoundingMode.FLOOR) : like(score, exact), score)
            .with("arithmetic", capped ? "min(" + text(max) + ", " + product + ")" : product)
            .add();
      }
    }
  }

  private static boolean rateFits(BigDecimal printed, BigDecimal exact, String text) {
    if (isRounded(printed, exact)) {
      return true;
    }
    BigDecimal ratio = exact.movePointLeft(2);
    boolean fits = printed.scale() > 0 ? isRounded(printed, ratio) : printed.compareTo(ratio) == 0;
    return fits && text.indexOf('%') < 0 && text.indexOf('％') < 0;
  }

  private void parts() {
    List<FundingRow> parts = form.funding().parts();
    List<String> keys = List.of("currentYearAppropriation", "otherFunds", "priorYearCarryOver");
    List<FundingRow> byKey = List.of(parts.get(0), parts.get(2), parts.get(1));
    List<String> names = List.of("当年财政拨款", "其他资金", "上年结转资金");
    BigDecimal five = BigDecimal.valueOf(5);
    boolean allNone = true;
    boolean readable = true;
    BigDecimal sum = ZERO;
    for (int i = 0; i < byKey.size(); i++) {
      FundingRow part = byKey.get(i);
      String path = "funding." + keys.get(i) + ".";
      String label = names.get(i) + "·全年预算数";
      BigDecimal budget = part.finalBudget().value();
      BigDecimal spent = part.actualExpenditure().value();
      if (spent != null && ae != null && spent.compareTo(ae) > 0) {
        String column = names.get(i) + "·全年执行数";
        error(
                "FundingPartExceedsTotal",
                path + "actualExpenditure",
                part.actualExpenditure(),
                column)
            .difference(spent.subtract(ae))
            .with("total", yuan(total.actualExpenditure()))
            .add();
      }
      if (budget == null) {
        readable &= part.finalBudget().isBlank();
        allNone &= part.finalBudget().isBlank();
        continue;
      }
      sum = sum.add(budget);
      allNone &= budget.signum() == 0;
      if (fb != null && budget.compareTo(fb) > 0) {
        error("FundingPartExceedsTotal", path + "finalBudget", part.finalBudget(), label)
            .difference(budget.subtract(fb))
            .with("total", yuan(total.finalBudget()))
            .add();
      }
      BigDecimal factor = quotient(budget, fb);
      if (factor != null && factor.compareTo(five) >= 0) {
        doubt("BudgetMagnitudeSuspect", path + "finalBudget", part.finalBudget(), label)
            .with("other", yuan(total.finalBudget()))
            .with("factor", text(factor.setScale(2, RoundingMode.HALF_UP)))
            .add();
      }
    }
    Field<BigDecimal> cell = total.finalBudget();
    if (fb != null && ob != null && fb.signum() > 0 && ob.signum() > 0) {
      BigDecimal factor = divide(fb.max(ob), fb.min(ob));
      if (factor.compareTo(five) >= 0) {
        doubt("BudgetMagnitudeSuspect", "funding.total.finalBudget", cell, "年度资金总额·全年预算数")
            .with("other", yuan(total.originalBudget()))
            .with("factor", text(factor.setScale(2, RoundingMode.HALF_UP)))
            .add();
      }
    }
    if (fb != null && fb.signum() > 0 && allNone) {
      doubt("FundingPartsMissing", "funding.total.finalBudget", cell, "年度资金总额·全年预算数").add();
    }
    if (fb != null && readable && sum.signum() > 0 && sum.compareTo(fb) != 0) {
      doubt("FundingPartsDiffer", "funding.total.finalBudget", cell, "年度资金总额·全年预算数")
          .expected(sum, fb)
          .with("gap", Figures.amount(fb.subtract(sum).abs()))
          .add();
    }
  }

  private void points() {
    BigDecimal max = total.maxScore().value();
    BigDecimal score = total.score().value();
    inRange("funding.total.score", total.score(), max, "年度资金总额·得分");
    blankScore("funding.total.maxScore", total.maxScore(), "年度资金总额·分值");
    blankScore("funding.total.score", total.score(), "年度资金总额·得分");
    for (int i = 0; i < form.indicators().size(); i++) {
      Indicator one = form.indicators().get(i);
      max = plus(max, one.maxScore().value());
      score = plus(score, one.score().value());
      BigDecimal itsMax = one.maxScore().value();
      inRange(path(i, "score"), one.score(), itsMax, label(i, "得分"));
      blankScore(path(i, "maxScore"), one.maxScore(), label(i, "分值"));
      blankScore(path(i, "score"), one.score(), label(i, "得分"));
    }
    Field<BigDecimal> totalMax = form.total().maxScore();
    Field<BigDecimal> totalScore = form.total().score();
    inRange("total.score", totalScore, totalMax.value(), "总分·得分");
    blankScore("total.maxScore", totalMax, "总分·分值");
    blankScore("total.score", totalScore, "总分·得分");
    BigDecimal printed = totalMax.value();
    if (max != null && printed != null) {
      boolean adds = max.compareTo(printed) == 0;
      if (!adds || printed.compareTo(HUNDRED) != 0) {
        error("MaxScoreSumMismatch", "total.maxScore", totalMax, "总分·分值")
            .expected(adds ? HUNDRED : max, printed)
            .with("sum", text(max))
            .with("execution", text(total.maxScore().value()))
            .with("total", "100")
            .add();
      }
    }
    BigDecimal claimed = totalScore.value();
    BigDecimal execution = total.score().value();
    if (score != null && claimed != null && execution != null) {
      BigDecimal gap = score.subtract(claimed).abs();
      if (gap.compareTo(BigDecimal.valueOf(1, 2)) > 0) {
        error("ScoreSumMismatch", "total.score", totalScore, "总分·得分")
            .expected(score, claimed)
            .with("execution", text(execution))
            .with("indicators", text(score.subtract(execution)))
            .with("gap", text(gap))
            .add();
      }
    }
    grade(claimed);
  }

  private void grade(@Nullable BigDecimal score) {
    Field<String> cell = form.total().grade();
    String printed = cell.printed();
    if (score == null || printed == null || score.signum() < 0) {
      return;
    }
    String grade =
        switch (printed.strip()) {
          case "优", "优秀" -> "优";
          case "良", "良好" -> "良";
          case "中", "中等", "合格", "一般" -> "中";
          case "差", "较差", "不合格" -> "差";
          default -> "";
        };
    int points = score.setScale(0, RoundingMode.FLOOR).intValueExact();
    String earned = points >= 90 ? "优" : points >= 80 ? "良" : points >= 60 ? "中" : "差";
    if (!grade.isEmpty() && !grade.equals(earned)) {
      error("GradeMismatch", "total.grade", cell, "总分·等级")
          .expected(earned)
          .with("score", form.total().score().printed())
          .add();
    }
  }

  private void inRange(
      String path, Field<BigDecimal> field, @Nullable BigDecimal max, String label) {
    BigDecimal score = field.value();
    if (score != null && (score.signum() < 0 || (max != null && score.compareTo(max) > 0))) {
      error("ScoreOutOfRange", path, field, label)
          .expected(max == null ? "0–" : "0–" + text(max))
          .with("maxScore", text(max))
          .add();
    }
  }

  private void blankScore(String path, Field<BigDecimal> field, String label) {
    if (field.isBlank()) {
      error("ScoreMissing", path, field, label).add();
    }
  }

  // --- execution -------------------------------------------------------------------------------

  private void execution() {
    String budget = yuan(total.finalBudget());
    String spent = yuan(total.actualExpenditure());
    if (ae != null && ae.signum() == 0) {
      zeroExecution(ae, budget);
    }
    if (ob != null && fb != null && ob.signum() > 0 && fb.signum() > 0) {
      BigDecimal change = divide(fb.subtract(ob).abs(), ob);
      if (isAtLeast(change, "0.20")) {
        Field<BigDecimal> cell = total.finalBudget();
        doubt("BudgetAdjustmentLarge", "funding.total.finalBudget", cell, "年度资金总额·全年预算数")
            .difference(fb.subtract(ob))
            .with("direction", fb.compareTo(ob) > 0 ? "调增" : "调减")
            .with("gap", Figures.amount(fb.subtract(ob).abs()))
            .with("original", yuan(total.originalBudget()))
            .with("change", percent(change))
            .with("limit", "20%")
            .add();
      }
      BigDecimal ofOriginal = quotient(ae, ob);
      if (ofOriginal != null
          && rate != null
          && fb.compareTo(ob) < 0
          && !isAtLeast(ofOriginal, "0.90")
          && isAtLeast(rate, "0.95")) {
        doubt("BudgetCutToFit", "funding.total.finalBudget", total.finalBudget(), "年度资金总额·全年预算数")
            .with("original", yuan(total.originalBudget()))
            .with("expenditure", spent)
            .with("originalRate", percent(ofOriginal))
            .with("rate", percent(rate))
            .add();
      }
    }
    if (rate == null || rate.signum() < 0 || isAtLeast(rate, "0.90")) {
      return;
    }
    Field<BigDecimal> cell = total.executionRate();
    String achieved = form.annualObjective().achieved().printed();
    if (form.indicators().stream().allMatch(one -> one.varianceExplanation().isBlank())
        && (achieved == null || !hasOne(achieved, CAUSES))) {
      doubt("LowExecutionUnexplained", "funding.total.executionRate", cell, "年度资金总额·执行率")
          .with("rate", percent(rate))
          .with("expenditure", spent)
          .with("budget", budget)
          .with("limit", "90%")
          .add();
    }
    if (rate.signum() > 0) {
      boolean doubtful = !isAtLeast(rate, "0.80");
      Severity severity = doubtful ? Severity.DOUBT : Severity.NOTE;
      new Draft("LowExecution", severity, "funding.total.executionRate", cell, "年度资金总额·执行率")
          .with("rate", percent(rate))
          .with("expenditure", spent)
          .with("budget", budget)
          .with("limit", doubtful ? "80%" : "90%")
          .add();
      if (doubtful) {
        fullOutput(rate, budget);
      }
    }
  }

  private void zeroExecution(BigDecimal nothing, @Nullable String budget) {
    Field<BigDecimal> cell = total.actualExpenditure();
    if (fb != null && fb.compareTo(nothing) > 0) {
      doubt("ZeroExecution", "funding.total.actualExpenditure", cell, "年度资金总额·全年执行数")
          .with("budget", budget)
          .add();
    }
    if (isPositive(form.total().score())) {
      scored("total.score", form.total().score(), "总分·得分");
    } else if (isPositive(total.score())) {
      scored("funding.total.score", total.score(), "年度资金总额·得分");
    } else {
      for (int i = 0; i < form.indicators().size(); i++) {
        if (isPositive(form.indicators().get(i).score())) {
          scored(path(i, "score"), form.indicators().get(i).score(), label(i, "得分"));
          return;
        }
      }
    }
  }

  private void scored(String path, Field<BigDecimal> field, String label) {
    BigDecimal score = field.value();
    error("ZeroExecutionScored", path, field, label)
        .expected(ZERO, score == null ? ZERO : score)
        .add();
  }

  private void fullOutput(BigDecimal spent, @Nullable String budget) {
    int outputs = 0;
    for (Indicator one : form.indicators()) {
      String category = String.valueOf(one.category().printed());
      String aspect = String.valueOf(one.aspect().printed());
      if (one.category().isBlank() || !(isKnown(category) || isKnown(aspect))) {
        return;
      }
      if (isOutput(one)) {
        outputs++;
        BigDecimal max = one.maxScore().value();
        BigDecimal score = one.score().value();
        if (max == null || score == null || max.signum() <= 0 || score.compareTo(max) != 0) {
          return;
        }
      }
    }
    if (outputs > 0) {
      Field<BigDecimal> cell = total.actualExpenditure();
      doubt("LowSpendFullOutput", "funding.total.actualExpenditure", cell, "年度资金总额·全年执行数")
          .with("rate", percent(spent))
          .with("budget", budget)
          .with("outputs", String.valueOf(outputs))
          .add();
    }
  }

  // --- figures and texts -----------------------------------------------------------------------

  private static @Nullable BigDecimal quotient(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null || b.signum() <= 0 ? null : divide(a, b);
  }

  private static BigDecimal divide(BigDecimal a, BigDecimal b) {
    return a.divide(b, 40, RoundingMode.HALF_EVEN);
  }

  private static boolean isRounded(BigDecimal printed, BigDecimal exact) {
    BigDecimal down = exact.setScale(Math.max(0, printed.scale()), RoundingMode.FLOOR);
    BigDecimal up = exact.setScale(Math.max(0, printed.scale()), RoundingMode.CEILING);
    return printed.compareTo(down) >= 0 && printed.compareTo(up) <= 0;
  }

  private static BigDecimal like(BigDecimal printed, BigDecimal exact) {
    return exact.setScale(Math.max(0, printed.scale()), RoundingMode.HALF_UP);
  }

  private static boolean isAtLeast(BigDecimal ratio, String limit) {
    return ratio.compareTo(new BigDecimal(limit)) >= 0;
  }

  private static boolean isPositive(Field<BigDecimal> field) {
    BigDecimal value = field.value();
    return value != null && value.signum() > 0;
  }

  private static @Nullable BigDecimal plus(@Nullable BigDecimal sum, @Nullable BigDecimal next) {
    return sum == null || next == null ? null : sum.add(next);
  }

  private static String percent(BigDecimal ratio) {
    return ratio.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  /** As messages write amounts; what is no number stays as it is printed. */
  private static @Nullable String yuan(Field<?> field) {
    return field.value() instanceof BigDecimal number ? Figures.amount(number) : field.printed();
  }

  private static String amount(String number) {
    return number.matches("-?[0-9]+([.][0-9]+)?") ? Figures.amount(new BigDecimal(number)) : number;
  }

  private static @Nullable String text(@Nullable BigDecimal number) {
    return number == null ? null : plain(number).toPlainString();
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static boolean hasOne(String text, List<String> words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String path(int row, String cell) {
    return "indicators[" + row + "]." + cell;
  }

  private String label(int row, String column) {
    String name = form.indicators().get(row).name().printed();
    return (name == null ? "指标" + (row + 1) : name) + "·" + column;
  }

  // --- findings --------------------------------------------------------------------------------

  private Draft error(String rule, String subject, Field<?> cell, @Nullable String label) {
    return new Draft(rule, Severity.ERROR, subject, cell, label);
  }

  private Draft doubt(String rule, String subject, Field<?> cell, String label) {
    return new Draft(rule, Severity.DOUBT, subject, cell, label);
  }

  private Draft indicator(String rule, int row, String cell, Field<?> field, String column) {
    Indicator one = form.indicators().get(row);
    return error(rule, path(row, cell), field, label(row, column))
        .with("indicator", one.name().printed())
        .with("maxScore", text(one.maxScore().value()))
        .with("target", one.target().printed())
        .with("actual", one.actual().printed())
        .with("score", text(one.score().value()));
  }

  /** A finding that is being put together. */
  private final class Draft {

    private final String rule;
    private final Severity severity;
    private final String subject;
    private final @Nullable Field<?> cell;
    private final Map<String, String> arguments = new TreeMap<>();
    private @Nullable String expected;
    private @Nullable BigDecimal difference;

    Draft(
        String rule,
        Severity severity,
        String subject,
        @Nullable Field<?> cell,
        @Nullable String label) {
      this.rule = rule;
      this.severity = severity;
      this.subject = subject;
      this.cell = cell;
      with("place", label);
    }

    Draft with(String name, @Nullable String value) {
      if (value != null) {
        arguments.put(name, value);
      }
      return this;
    }

    Draft expected(String value) {
      expected = value;
      return this;
    }

    Draft expected(BigDecimal value, BigDecimal reported) {
      expected = text(value);
      return difference(reported.subtract(value));
    }

    Draft difference(BigDecimal value) {
      difference = plain(value);
      return this;
    }

    /** The cell, else the first of its row that stands somewhere, else where the form begins. */
    private @Nullable Position place() {
      if (cell != null && cell.position() != null) {
        return cell.position();
      }
      int row = FormPath.rowOf(subject);
      for (int i = 0; row >= 0 && i < Cells.printedIndicatorCount(); i++) {
        Position beside = Cells.indicatorField(form.indicators().get(row), i).position();
        if (beside != null) {
          return beside;
        }
      }
      return form.origin();
    }

    void add() {
      String reported = cell == null || cell.isBlank() ? null : cell.printed();
      boolean money = Cells.isAmount(subject);
      with("reported", money && reported != null && cell != null ? yuan(cell) : reported);
      with("expected", money && expected != null ? amount(expected) : expected);
      if (difference != null) {
        with("difference", money ? Figures.amount(difference) : difference.toPlainString());
      }
      findings.add(
          new Finding(
              formId,
              new Finding.Rule(rule, ruleSet, severity),
              new Finding.Place(subject, place()),
              new Finding.Values(reported, expected, difference),
              arguments,
              Fingerprints.of(formId, form, rule, subject)));
    }
  }
}
