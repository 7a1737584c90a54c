package org.jihe.generate.defect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jihe.generate.draft.Draft;
import org.jihe.generate.draft.Drafting;
import org.jihe.generate.draft.Money;
import org.jihe.generate.draft.Row;
import org.jspecify.annotations.Nullable;

/** Forms that do not fit last year's, or repeat it. */
final class HistoryDefects {

  private static final BigDecimal LEAST = BigDecimal.valueOf(20);

  private HistoryDefects() {}

  static void addTo(Map<String, Defect> all) {
    all.put("targetBelow", HistoryDefects::target);
    all.put("objectiveUnchanged", HistoryDefects::objective);
    all.put("budgetUp", HistoryDefects::budget);
    all.put("explanationUnchanged", HistoryDefects::explanation);
    all.put("deferred", HistoryDefects::deferred);
    all.put("carryOver", ArithmeticDefects.divided(HistoryDefects::carryOver));
  }

  private static @Nullable Row lastYears(Draft last, Row row) {
    return last.rows.stream()
        .filter(one -> one.named().equals(row.named()))
        .findFirst()
        .orElse(null);
  }

  /** A form of last year that can be found again. */
  private static @Nullable Draft last(Planting form) {
    Draft last = form.project().last;
    return last == null
            || form.year().isStray(last)
            || !form.draft.project.name(last.budgetYear).equals(last.name)
        ? null
        : last;
  }

  private static boolean target(Planting form) {
    Draft last = last(form);
    Row row =
        last == null
            ? null
            : form.row(
                one -> {
                  Row before = lastYears(last, one);
                  return Planting.isPlain(one)
                      && one.goal.compareTo(LEAST) >= 0
                      && before != null
                      && before.reached.compareTo(LEAST) >= 0
                      && before.actual != null
                      && before.actual.equals(Row.plain(before.reached) + before.spec.unit());
                });
    if (last == null || row == null) {
      return false;
    }
    Row before = lastYears(last, row);
    BigDecimal reached = before == null ? row.goal : before.reached;
    row.goal = reached.multiply(BigDecimal.valueOf(88, 2)).setScale(0, RoundingMode.FLOOR);
    row.reached = row.goal.add(BigDecimal.ONE);
    row.print();
    form.planted("TargetBelowLastYear", row, "target");
    return true;
  }

  private static boolean objective(Planting form) {
    Draft last = last(form);
    if (last == null
        || last.planned == null
        || last.planned.contains("<")
        || last.planned.contains("100字")) {
      return false;
    }
    form.draft.planned = last.planned;
    form.planted("ObjectiveUnchanged", "annualObjective.planned");
    return true;
  }

  private static boolean budget(Planting form) {
    Draft last = last(form);
    if (last == null
        || last.money.last.signum() == 0
        || last.execution() >= 0.8
        || last.unit == null) {
      return false;
    }
    Money money = form.draft.money;
    money.original = Money.share(last.money.last, form.chance.between(1.05, 1.3));
    money.last = money.original;
    money.spent = Money.share(money.last, form.chance.between(0.93, 0.99));
    form.planted("BudgetUpAfterLowExecution", "funding.total.originalBudget");
    return true;
  }

  private static boolean explanation(Planting form) {
    Draft last = last(form);
    Row row =
        last == null
            ? null
            : form.row(
                one -> {
                  Row before = lastYears(last, one);
                  return Planting.isPlain(one)
                      && one.goal.intValue() >= 5
                      && before != null
                      && before.explanation != null
                      && before.explanation.contains("；");
                });
    Row before = last == null || row == null ? null : lastYears(last, row);
    if (row == null || before == null) {
      return false;
    }
    Drafting.miss(form.draft, row, form.chance.between(0.85, 0.95));
    row.explanation = before.explanation;
    form.planted("ExplanationUnchanged", row, "varianceExplanation");
    return true;
  }

  /** Nothing was done, next year is named, and next year nothing is heard of it. */
  private static boolean deferred(Planting form) {
    Draft draft = form.draft;
    if (!form.year().hasNext()) {
      return false;
    }
    form.spend(0);
    form.nothingDone();
    draft.achieved =
        "因"
            + draft.project.place()
            + "点场地尚在协调，"
            + draft.project.topic()
            + "相关工作推迟，拟于下年统一组织实施，前期论证材料已存档，经费按规定办理结转手续。";
    form.planted("ZeroExecution", "funding.total.actualExpenditure");
    form.followsOfLowRate();
    draft.project.lastYear = draft.budgetYear;
    form.year().vanishes(draft);
    return true;
  }

  private static boolean carryOver(Planting form) {
    Draft draft = form.draft;
    Draft last = last(form);
    if (last == null || draft.isWithoutCarryOver() || last.unit == null) {
      return false;
    }
    Money money = draft.money;
    BigDecimal wrong = money.carried.add(Money.share(money.last, form.chance.between(0.05, 0.2)));
    if (wrong.compareTo(money.last) > 0 || wrong.compareTo(money.original) > 0) {
      return false;
    }
    money.carried = wrong;
    form.planted("CarryOverMismatch", "funding.priorYearCarryOver.finalBudget");
    return true;
  }
}
