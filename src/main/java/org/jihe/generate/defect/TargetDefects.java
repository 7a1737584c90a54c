package org.jihe.generate.defect;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jihe.generate.draft.Drafting;
import org.jihe.generate.draft.Row;
import org.jihe.generate.draft.Shape;

/** Targets that ask nothing, and actual values that do not answer them. */
final class TargetDefects {

  private TargetDefects() {}

  static void addTo(Map<String, Defect> all) {
    all.put(
        "operator",
        cell(
            TargetDefects::isRate,
            "ActualRepeatsOperator",
            "actual",
            row -> row.actual = "≥" + row.actual));
    all.put(
        "noNumber",
        cell(
            TargetDefects::isCount,
            "QualitativeActualForQuantity",
            "actual",
            row -> row.actual = "已按计划全部完成"));
    all.put(
        "bareHundred",
        cell(Planting::isWords, "PercentActualForQuality", "actual", row -> row.actual = "100%"));
    all.put(
        "fuzzyCount",
        cell(
            TargetDefects::isCount,
            "FuzzyTarget",
            "target",
            row -> row.target = "约" + Row.plain(row.goal) + row.spec.unit()));
    all.put(
        "fuzzyWords",
        cell(Planting::isWords, "FuzzyTarget", "target", row -> row.target = "逐步" + row.target));
    all.put(
        "noUnit",
        cell(
            row -> isCount(row) && row.isAspect("数量"),
            "UnitMissing",
            "target",
            row -> row.target = "≥" + Row.plain(row.goal)));
    all.put(
        "otherUnit",
        cell(
            TargetDefects::isCount,
            "UnitMismatch",
            "actual",
            row ->
                row.actual =
                    Row.plain(row.reached) + (row.spec.unit().equals("公里") ? "平方米" : "公里")));
    all.put(
        "rateInWords",
        cell(
            TargetDefects::isRate,
            "RateNameWithoutRate",
            "target",
            row -> row.target = "达到同类地区先进水平"));
    all.put("circular", TargetDefects::circular);
    all.put(
        "satisfied",
        cell(
            TargetDefects::isSatisfied,
            "SatisfactionFull",
            "actual",
            row -> reach(row, BigDecimal.valueOf(100))));
    all.put(
        "asTarget",
        cell(
            TargetDefects::isSatisfied,
            "SatisfactionEqualsTarget",
            "actual",
            row -> reach(row, row.goal)));
    all.put(
        "costFromBelow",
        cell(
            row -> row.isAspect("成本") && row.isFull(),
            "CostDirectionWrong",
            "target",
            row -> {
              row.target = "≥" + Row.plain(row.goal) + row.spec.unit();
              row.actual =
                  Row.plain(row.goal.multiply(BigDecimal.valueOf(105, 2))) + row.spec.unit();
            }));
    all.put("constant", TargetDefects::constant);
    all.put("late", TargetDefects::late);
    all.put("beforeAcceptance", TargetDefects::beforeAcceptance);
  }

  private static boolean isCount(Row row) {
    return Planting.isPlain(row) && row.shape() == Shape.COUNT;
  }

  private static boolean isRate(Row row) {
    return Planting.isPlain(row) && row.shape() == Shape.RATE;
  }

  private static boolean isSatisfied(Row row) {
    return row.isSatisfaction() && row.isFull();
  }

  /** A change of one cell that one rule finds. */
  private static Defect cell(
      Predicate<Row> wanted, String rule, String cell, Consumer<Row> change) {
    return form -> {
      Row row = form.row(wanted);
      if (row == null) {
        return false;
      }
      change.accept(row);
      form.planted(rule, row, cell);
      return true;
    };
  }

  private static void reach(Row row, BigDecimal reached) {
    row.reached = reached;
    row.print();
  }

  private static boolean circular(Planting form) {
    Row row = form.row(Planting::isWords);
    if (row == null) {
      return false;
    }
    String name = row.named();
    row.target = name.substring(name.length() - 3);
    form.planted("CircularTarget", row, "target");
    return true;
  }

  private static boolean constant(Planting form) {
    Row first = form.draft.rows.get(0);
    for (Row row : form.draft.rows) {
      row.full();
      row.actual = "已完成";
      row.reached = BigDecimal.ZERO;
      if (row.shape() != Shape.WORDS && row.shape() != Shape.DATE) {
        form.follows("QualitativeActualForQuantity", row, "actual");
      }
    }
    form.planted("ConstantActuals", first, "actual");
    return true;
  }

  /** An indicator of timeliness with full marks that says itself that something was late. */
  private static boolean late(Planting form) {
    Row row = form.row(one -> one.isAspect("时效") && one.isFull());
    if (row == null) {
      return false;
    }
    row.explanation =
        form.project().topic()
            + "部分批次"
            + form.chance.one("延期交付", "进度滞后", "未按期完成")
            + "，"
            + form.draft.budgetYear
            + "年起加强督促。";
    form.planted("TimelyButLate", row, "score");
    return true;
  }

  private static boolean beforeAcceptance(Planting form) {
    Row row = form.row(one -> one.named().endsWith("验收合格率") && Planting.isPlain(one));
    List<Row> benefits = form.rows(Row::isBenefit);
    if (row == null || benefits.isEmpty() || !benefits.stream().allMatch(Row::isFull)) {
      return false;
    }
    Drafting.miss(form.draft, row, 0.9);
    row.earned = BigDecimal.ZERO;
    row.reached = BigDecimal.ZERO;
    row.actual = "尚未组织验收";
    form.planted("EffectBeforeAcceptance", row, "actual");
    if (form.draft.execution() >= 0.95) {
      form.follows("PaidAheadOfDelivery", row, "actual");
    }
    return true;
  }
}
