package org.jihe.generate.defect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jihe.generate.draft.Draft;
import org.jihe.generate.draft.Drafting;
import org.jihe.generate.draft.Money;
import org.jihe.generate.draft.Row;

/** Sums, rates and points that do not agree. */
public final class ArithmeticDefects {

  private static final String BUDGET = "funding.total.finalBudget";

  private ArithmeticDefects() {}

  static void addTo(Map<String, Defect> all) {
    all.put("maxSum", ArithmeticDefects::maxSum);
    all.put("scoreSum", ArithmeticDefects::scoreSum);
    all.put("outOfRange", ArithmeticDefects::outOfRange);
    all.put("rate", ArithmeticDefects::rate);
    all.put("executionScore", ArithmeticDefects::executionScore);
    all.put("overExecution", ArithmeticDefects::overExecution);
    all.put("partsMissing", divided(ArithmeticDefects::partsMissing));
    all.put("partsDiffer", divided(ArithmeticDefects::partsDiffer));
    all.put("originalParts", divided(ArithmeticDefects::originalParts));
    all.put("partExceeds", divided(ArithmeticDefects::partExceeds));
    all.put("totalZero", divided(ArithmeticDefects::totalZero));
    all.put("magnitude", ArithmeticDefects::magnitude);
    all.put("grade", ArithmeticDefects::grade);
    all.put("categoryPoints", ArithmeticDefects::categoryPoints);
  }

  /** A defect of the parts, which only forms have that print them. */
  static Defect divided(Defect defect) {
    return form -> form.isDivided() && defect.into(form);
  }

  private static boolean maxSum(Planting form) {
    String wrong = form.chance.one("105", "110", "120");
    form.planted("MaxScoreSumMismatch", "total.maxScore");
    form.print(() -> form.draft.totalMax = wrong);
    return true;
  }

  private static boolean scoreSum(Planting form) {
    Draft draft = form.draft;
    BigDecimal wrong = BigDecimal.valueOf(form.chance.between(50, 300), 2);
    form.planted("ScoreSumMismatch", "total.score");
    form.print(
        () -> {
          BigDecimal sum = draft.sum();
          BigDecimal printed =
              sum.compareTo(BigDecimal.valueOf(96)) > 0 ? sum.subtract(wrong) : sum.add(wrong);
          draft.totalScore = printed.setScale(2).toPlainString();
          draft.grade = draft.isGraded() ? Draft.grade(printed) : null;
        });
    return true;
  }

  private static boolean outOfRange(Planting form) {
    Row row = form.row(Planting::isWords);
    Row other = form.row(one -> Planting.isPlain(one) && one.goal.intValue() >= 5);
    if (row == null || other == null) {
      return false;
    }
    Drafting.miss(form.draft, other, 0.5);
    row.earned = row.points.add(BigDecimal.valueOf(15, 1));
    form.planted("ScoreOutOfRange", row, "score");
    return true;
  }

  private static boolean rate(Planting form) {
    Draft draft = form.draft;
    BigDecimal wrong = BigDecimal.valueOf(form.chance.between(150, 900), 2);
    form.planted("ExecutionRateMismatch", "funding.total.executionRate");
    form.print(() -> draft.rate = draft.money.percent(RoundingMode.HALF_UP).subtract(wrong) + "%");
    return true;
  }

  private static boolean executionScore(Planting form) {
    Draft draft = form.draft;
    BigDecimal right = draft.money.score();
    draft.executionPoints =
        right.compareTo(BigDecimal.valueOf(97, 1)) < 0
            ? BigDecimal.TEN.setScale(2)
            : right.subtract(BigDecimal.valueOf(form.chance.between(30, 200), 2));
    form.planted("ExecutionScoreMismatch", "funding.total.score");
    return true;
  }

  private static boolean overExecution(Planting form) {
    form.spend(form.chance.between(1.04, 1.18));
    form.planted("OverExecution", "funding.total.actualExpenditure");
    return true;
  }

  private static boolean partsMissing(Planting form) {
    form.planted("FundingPartsMissing", BUDGET);
    form.print(() -> noParts(form.draft));
    return true;
  }

  /** The form says nothing of where the money comes from. */
  public static void noParts(Draft draft) {
    for (int part = Draft.CURRENT; part <= Draft.OTHER; part++) {
      for (int column = 0; column < draft.amounts[part].length; column++) {
        draft.amounts[part][column] = null;
      }
    }
  }

  private static boolean partsDiffer(Planting form) {
    Draft draft = form.draft;
    BigDecimal wrong = Money.share(draft.money.last, form.chance.between(0.1, 0.3));
    form.planted("FundingPartsDiffer", BUDGET);
    form.print(
        () -> {
          BigDecimal others = draft.money.column(draft.money.last)[Draft.OTHER];
          draft.amounts[Draft.OTHER][Draft.FINAL] = draft.sender.amount(others.add(wrong));
        });
    return true;
  }

  private static boolean originalParts(Planting form) {
    form.planted("FundingPartsOriginalMissing", "funding.total.originalBudget");
    form.print(
        () -> {
          for (int part = Draft.CURRENT; part <= Draft.OTHER; part++) {
            form.draft.amounts[part][Draft.ORIGINAL] = null;
          }
        });
    return true;
  }

  private static boolean partExceeds(Planting form) {
    Draft draft = form.draft;
    form.planted("FundingPartExceedsTotal", "funding.currentYearAppropriation.actualExpenditure");
    form.print(
        () ->
            draft.amounts[Draft.CURRENT][Draft.SPENT] =
                draft.sender.amount(Money.share(draft.money.spent, 1.2)));
    return true;
  }

  private static boolean totalZero(Planting form) {
    form.planted("FundingTotalZero", "funding.total.originalBudget");
    form.print(() -> form.draft.amounts[Draft.TOTAL][Draft.ORIGINAL] = null);
    return true;
  }

  /** The original budget as if it were counted in ten thousands. */
  private static boolean magnitude(Planting form) {
    Money money = form.draft.money;
    if (money.carried.signum() > 0 || money.last.compareTo(BigDecimal.valueOf(1000)) < 0) {
      return false;
    }
    money.original =
        money.last.divide(
            BigDecimal.valueOf(form.draft.sender.unit().equals("元") ? 10_000 : 100),
            2,
            RoundingMode.HALF_UP);
    form.planted("BudgetMagnitudeSuspect", BUDGET);
    form.follows("BudgetAdjustmentLarge", BUDGET);
    form.follows("outlier:adjustment", BUDGET);
    return true;
  }

  private static boolean grade(Planting form) {
    Draft draft = form.draft;
    if (!draft.isGraded()) {
      return false;
    }
    form.planted("GradeMismatch", "total.grade");
    form.print(() -> draft.grade = "优".equals(draft.grade) ? "良" : "优");
    return true;
  }

  private static boolean categoryPoints(Planting form) {
    Draft draft = form.draft;
    if (!draft.statesPoints()) {
      return false;
    }
    Row first = form.rows(Row::isOutput).get(0);
    form.planted("CategoryMaxScoreMismatch", first, "category");
    form.print(
        () -> {
          String right = first.category;
          for (Row row : draft.rows) {
            if (right != null && right.equals(row.category)) {
              row.category = "产出指标(45分)";
            }
          }
        });
    return true;
  }
}
