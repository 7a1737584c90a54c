package org.jihe.generate.defect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jihe.generate.draft.Draft;
import org.jihe.generate.draft.Drafting;
import org.jihe.generate.draft.Money;
import org.jihe.generate.draft.Phrases;
import org.jihe.generate.draft.Row;

/** Projects that stand out from their peers, and texts that come from elsewhere. */
final class Outliers {

  private Outliers() {}

  static void addTo(Map<String, Defect> all) {
    all.put("outlierRate", Outliers::rate);
    all.put("outlierAdjustment", Outliers::adjustment);
    all.put("outlierOverclaimed", Outliers::overclaimed);
    all.put("outlierScoreMinusRate", Outliers::scoreMinusRate);
    all.put("outlierUnitCost", Outliers::unitCost);
    all.put("outlierIndicators", Outliers::indicators);
    all.put("outlierFullMarks", Outliers::fullMarks);
    all.put("copiedFromElsewhere", Outliers::copied);
    all.put("copiedFromLastYear", Outliers::lastYears);
  }

  private static boolean rate(Planting form) {
    form.missAnOutput();
    if (form.rows(Row::isOutput).stream().allMatch(Row::isFull)) {
      return false;
    }
    form.spend(form.chance.between(0.15, 0.45));
    form.sayWhy();
    form.planted("outlier:executionRate", "funding.total.executionRate");
    form.follows("LowExecution", "funding.total.executionRate");
    form.follows("OriginalBudgetExecutionLow", "funding.total.actualExpenditure");
    form.follows("outlier:scoreMinusRate", "total.score");
    return true;
  }

  private static boolean adjustment(Planting form) {
    Money money = form.draft.money;
    money.last = Money.share(money.original, form.chance.between(2.4, 4.5));
    money.spent = Money.share(money.last, form.chance.between(0.93, 0.99));
    form.planted("outlier:adjustment", "funding.total.finalBudget");
    form.follows("BudgetAdjustmentLarge", "funding.total.finalBudget");
    return true;
  }

  private static boolean overclaimed(Planting form) {
    List<Row> rows = form.rows(row -> Planting.isPlain(row) && row.goal.intValue() >= 5);
    if (rows.size() < 4) {
      return false;
    }
    for (Row row : rows.subList(0, Math.min(6, rows.size()))) {
      ScoringDefects.overscore(form, row);
    }
    form.planted("outlier:overclaimed", "total.score");
    return true;
  }

  private static boolean scoreMinusRate(Planting form) {
    if (!form.draft.isAllFull()) {
      return false;
    }
    form.spend(form.chance.between(0.2, 0.5));
    form.sayWhy();
    form.planted("outlier:scoreMinusRate", "total.score");
    form.follows("outlier:executionRate", "funding.total.executionRate");
    form.follows("LowExecution", "funding.total.executionRate");
    form.follows("OriginalBudgetExecutionLow", "funding.total.actualExpenditure");
    form.follows("LowSpendFullOutput", "funding.total.actualExpenditure");
    return true;
  }

  private static boolean unitCost(Planting form) {
    Row row = form.draft.rows.get(0);
    if (form.project().last != null || !row.isFull() || row.goal.intValue() < 60) {
      return false;
    }
    row.goal =
        row.goal.divide(BigDecimal.valueOf(form.chance.between(25, 40)), 0, RoundingMode.CEILING);
    row.reached = row.goal;
    row.print();
    form.planted("outlier:unitCost", row, "actual");
    return true;
  }

  private static boolean indicators(Planting form) {
    List<Row> like = form.rows(row -> row.isAspect("质量") && Planting.isPlain(row));
    boolean costs = form.rows(row -> "成本指标".equals(row.category)).isEmpty();
    if (like.isEmpty() || !costs || form.project().last != null) {
      return false;
    }
    CompletenessDefects.add(form.draft, like.get(0), 24 - form.draft.rows.size());
    form.planted("outlier:indicators", "indicators");
    return true;
  }

  private static boolean fullMarks(Planting form) {
    List<Row> rows =
        form.rows(row -> row.shape().isHigher() && row.isFull() && row.goal.intValue() >= 5);
    int wanted = form.draft.rows.size() * 6 / 10;
    if (rows.size() < wanted) {
      return false;
    }
    for (Row row : rows.subList(0, wanted)) {
      Drafting.miss(form.draft, row, form.chance.between(0.8, 0.97));
    }
    form.planted("outlier:fullMarks", "indicators");
    return true;
  }

  /** A text that one form of several departments has each. */
  private static boolean copied(Planting form) {
    int text = form.year().foreignText();
    if (text < 0) {
      return false;
    }
    form.draft.achieved =
        "各项工作按照实施方案稳步开展，第"
            + (text + 2)
            + "批任务清单所列事项均有专人负责，"
            + Phrases.of(List.of("按季召开协调会并形成纪要", "委托专业机构开展跟踪监测", "建立问题销号台账并逐一核验"), text)
            + "，取得了较好的社会反响，为今后工作积累了经验。";
    form.planted("copied:" + (text + 1), "annualObjective.achieved");
    return true;
  }

  private static boolean lastYears(Planting form) {
    Draft last = form.project().last;
    if (last == null || !Phrases.achieved(last.project, last.budgetYear).equals(last.achieved)) {
      return false;
    }
    form.draft.achieved = last.achieved;
    form.planted("copied:lastYear", "annualObjective.achieved");
    return true;
  }
}
