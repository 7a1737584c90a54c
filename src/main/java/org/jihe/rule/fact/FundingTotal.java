package org.jihe.rule.fact;

import java.math.BigDecimal;
import org.jihe.form.FundingRow;
import org.jihe.form.measure.Figures;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** 年度资金总额: the amounts of the total, in yuan, and how the budget changed within the year. */
public final class FundingTotal {

  private final FundingRow total;
  private final Parameters parameters;

  FundingTotal(FundingRow total, Parameters parameters) {
    this.total = total;
    this.parameters = parameters;
  }

  /** 年初预算数. */
  public @Nullable BigDecimal originalBudget() {
    return total.originalBudget().value();
  }

  /** 全年预算数. */
  public @Nullable BigDecimal finalBudget() {
    return total.finalBudget().value();
  }

  /** 全年执行数. */
  public @Nullable BigDecimal actualExpenditure() {
    return total.actualExpenditure().value();
  }

  /** Change of the budget within the year by the original budget, without sign; both above 0. */
  public @Nullable BigDecimal budgetChange() {
    BigDecimal original = originalBudget();
    BigDecimal last = finalBudget();
    return original == null || last == null || last.signum() <= 0
        ? null
        : Figures.ratio(last.subtract(original).abs(), original);
  }

  /** True where the final budget is above the original one; both must be known. */
  public boolean raised() {
    BigDecimal original = originalBudget();
    BigDecimal last = finalBudget();
    return original != null && last != null && last.compareTo(original) > 0;
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

  /** True where one of the two budgets is at least so many times the other. */
  public boolean budgetFactorAtLeast(String threshold) {
    BigDecimal factor = budgetFactor();
    return factor != null && factor.compareTo(parameters.limit(threshold)) >= 0;
  }
}
