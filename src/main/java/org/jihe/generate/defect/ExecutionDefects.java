package org.jihe.generate.defect;

import java.math.BigDecimal;
import java.util.Map;
import org.jihe.generate.draft.Draft;
import org.jihe.generate.draft.Drafting;
import org.jihe.generate.draft.Money;
import org.jihe.generate.draft.Row;

/** Money that was not spent, or not as the form says. */
final class ExecutionDefects {

  private static final String BUDGET = "funding.total.finalBudget";
  private static final String SPENT = "funding.total.actualExpenditure";
  private static final String RATE = "funding.total.executionRate";

  private ExecutionDefects() {}

  static void addTo(Map<String, Defect> all) {
    all.put("zeroScored", ExecutionDefects::zeroScored);
    all.put("zero", ExecutionDefects::zero);
    all.put("cancelled", ExecutionDefects::cancelled);
    all.put("low", ExecutionDefects::low);
    all.put("adjusted", ExecutionDefects::adjusted);
    all.put("cutToFit", ExecutionDefects::cutToFit);
    all.put("originalLow", ExecutionDefects::originalLow);
    all.put("lowFull", ExecutionDefects::lowFull);
    all.put("narrative", ExecutionDefects::narrative);
    all.put("paidAhead", ExecutionDefects::paidAhead);
    all.put("partEqualsSpent", ArithmeticDefects.divided(ExecutionDefects::partEqualsSpent));
  }

  private static boolean zeroScored(Planting form) {
    form.spend(0);
    form.sayWhy();
    form.planted("ZeroExecutionScored", "total.score");
    form.follows("ZeroExecution", SPENT);
    form.followsOfLowRate();
    return true;
  }

  private static boolean zero(Planting form) {
    form.spend(0);
    form.sayWhy();
    form.nothingDone();
    form.planted("ZeroExecution", SPENT);
    form.followsOfLowRate();
    return true;
  }

  private static boolean cancelled(Planting form) {
    Money money = form.draft.money;
    if (money.carried.signum() > 0) {
      return false;
    }
    money.last = BigDecimal.ZERO.setScale(2);
    money.spent = money.last;
    form.draft.achieved =
        "经研究，" + form.project().topic() + "相关工作不再实施，已签订的意向协议全部解除，预算由财政部门全额收回，有关人员和设备划转其他科室统一安排使用。";
    form.nothingDone();
    form.planted("ProjectCancelled", BUDGET);
    form.follows("OriginalBudgetExecutionLow", SPENT);
    return true;
  }

  private static boolean low(Planting form) {
    form.spend(form.chance.between(0.62, 0.89));
    form.sayWhy();
    form.missAnOutput();
    if (form.rows(Row::isOutput).stream().allMatch(Row::isFull)) {
      return false;
    }
    form.planted("LowExecution", RATE);
    if (form.draft.execution() < 0.85) {
      form.follows("outlier:executionRate", RATE);
      form.follows("outlier:scoreMinusRate", "total.score");
    }
    return true;
  }

  private static boolean adjusted(Planting form) {
    Money money = form.draft.money;
    money.last = Money.share(money.original, form.chance.between(1.24, 1.5));
    money.spent = Money.share(money.last, form.chance.between(0.92, 0.99));
    form.planted("BudgetAdjustmentLarge", BUDGET);
    return true;
  }

  private static boolean cutToFit(Planting form) {
    Money money = form.draft.money;
    BigDecimal cut = Money.share(money.original, form.chance.between(0.82, 0.87));
    if (cut.compareTo(money.carried) < 0) {
      return false;
    }
    money.last = cut;
    money.spent = Money.share(cut, form.chance.between(0.96, 0.99));
    form.planted("BudgetCutToFit", BUDGET);
    return true;
  }

  private static boolean originalLow(Planting form) {
    Money money = form.draft.money;
    BigDecimal cut = Money.share(money.original, form.chance.between(0.58, 0.62));
    if (cut.compareTo(money.carried) < 0) {
      return false;
    }
    money.last = cut;
    money.spent = Money.share(cut, form.chance.between(0.91, 0.94));
    form.planted("OriginalBudgetExecutionLow", SPENT);
    form.follows("BudgetAdjustmentLarge", BUDGET);
    return true;
  }

  private static boolean lowFull(Planting form) {
    if (!form.rows(Row::isOutput).stream().allMatch(Row::isFull)) {
      return false;
    }
    form.spend(form.chance.between(0.62, 0.78));
    form.sayWhy();
    form.planted("LowSpendFullOutput", SPENT);
    form.followsOfLowRate();
    return true;
  }

  private static boolean narrative(Planting form) {
    form.draft.achieved =
        form.draft.achieved + form.chance.one("该项工作年初预算为0，经费另行解决。", "全年执行数为0元，由其他渠道列支。");
    form.planted("NarrativeContradictsFunding", "annualObjective.achieved");
    return true;
  }

  private static boolean paidAhead(Planting form) {
    Row row =
        form.row(one -> one.isOutput() && Planting.isPlain(one) && !one.named().contains("验收"));
    if (row == null) {
      return false;
    }
    form.spend(form.chance.between(0.96, 1));
    Drafting.miss(form.draft, row, 0.9);
    row.earned = BigDecimal.ZERO;
    row.reached = BigDecimal.ZERO;
    row.actual = "尚未完成" + row.spec.suffix() + "统计对应的工作";
    form.planted("PaidAheadOfDelivery", row, "actual");
    return true;
  }

  private static boolean partEqualsSpent(Planting form) {
    Draft draft = form.draft;
    Money money = draft.money;
    if (money.carried.signum() > 0 || money.ratio() >= 0.999) {
      return false;
    }
    form.planted("PartEqualsSpent", "funding.currentYearAppropriation.finalBudget");
    form.print(
        () -> {
          draft.amounts[Draft.CURRENT][Draft.FINAL] = draft.sender.amount(money.spent);
          draft.amounts[Draft.OTHER][Draft.FINAL] =
              draft.sender.amount(money.last.subtract(money.spent));
        });
    return true;
  }
}
