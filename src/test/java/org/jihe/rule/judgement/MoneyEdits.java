package org.jihe.rule.judgement;

import java.util.ArrayList;
import java.util.List;

/** Budgets and expenditures over a grid, with the rules' arithmetic done here a second time. */
final class MoneyEdits {

  private static final String FUNDING = "funding.";
  private static final long[] BUDGETS = {0, 200_000, 790_000, 1_000_000, 1_250_000, 5_000_000};
  private static final int[] PER_MILLE = {0, 300, 599, 799, 800, 899, 900, 949, 950, 1000, 1001};

  private MoneyEdits() {}

  static List<Edit> all() {
    List<Edit> edits = new ArrayList<>();
    for (long original : BUDGETS) {
      for (long last : BUDGETS) {
        for (int share : PER_MILLE) {
          if (original > 0 && (last > 0 || share == 0)) {
            edits.add(edit(original, last, last * share / 1000));
          }
        }
      }
    }
    return edits;
  }

  private static Edit edit(long original, long last, long spent) {
    Edit edit = new Edit("money");
    column(edit, "originalBudget", original);
    column(edit, "finalBudget", last);
    column(edit, "actualExpenditure", spent);
    edit.set(3, "actual", "1.9%").set(3, "score", "10");
    boolean budget = last > 0;
    long change = Math.abs(last - original);
    boolean factor = budget && (last >= 5 * original || original >= 5 * last);
    return edit.says("OverExecution", spent > last)
        .says("ZeroExecution", spent == 0 && budget)
        .says("ProjectCancelled", last == 0 && spent == 0)
        .says("ZeroExecutionScored", spent == 0)
        .says("LowExecution", spent > 0 && spent * 10 < last * 9)
        .says("LowSpendFullOutput", spent > 0 && spent * 10 < last * 8)
        .says("BudgetAdjustmentLarge", budget && change * 10 >= original * 2)
        .says(
            "BudgetCutToFit",
            budget && last < original && spent * 10 < original * 9 && spent * 100 >= last * 95)
        .says("OriginalBudgetExecutionLow", spent * 10 < original * 6)
        .says("BudgetMagnitudeSuspect", factor)
        .quiet("ExecutionRateMismatch", "FundingPartsDiffer", "FundingTotalZero");
  }

  private static void column(Edit edit, String column, long amount) {
    String text = Long.toString(amount);
    edit.set(FUNDING + "total." + column, text)
        .set(FUNDING + "currentYearAppropriation." + column, text)
        .set(FUNDING + "priorYearCarryOver." + column, "0")
        .set(FUNDING + "otherFunds." + column, "0");
  }
}
