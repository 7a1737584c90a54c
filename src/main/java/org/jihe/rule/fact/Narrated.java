package org.jihe.rule.fact;

import java.math.BigDecimal;
import org.jihe.form.FundingRow;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.fact.wording.Elsewhere;
import org.jihe.rule.fact.wording.FiguresTold;
import org.jihe.rule.fact.wording.MoneyTold;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** What 年度总体目标 says of money and places, beside the table and the head. Amounts in yuan. */
public final class Narrated {

  private final SelfEvaluation form;
  private final Parameters parameters;
  private @Nullable MoneyTold money;

  Narrated(SelfEvaluation form, Parameters parameters) {
    this.form = form;
    this.parameters = parameters;
  }

  private MoneyTold money() {
    MoneyTold known = money;
    if (known == null) {
      known = new MoneyTold(achieved(), parameters);
      money = known;
    }
    return known;
  }

  private @Nullable String achieved() {
    return form.annualObjective().achieved().isBlank()
        ? null
        : form.annualObjective().achieved().printed();
  }

  /** 全年预算数 less 全年执行数; null where one is unknown. */
  public @Nullable BigDecimal remainder() {
    FundingRow total = form.funding().total();
    BigDecimal budget = total.finalBudget().value();
    BigDecimal spent = total.actualExpenditure().value();
    return budget == null || spent == null ? null : budget.subtract(spent);
  }

  /** The largest amount that is said to be still unpaid (待支付、质保金、尾款); null where none is. */
  public MoneyTold.@Nullable Told outstanding() {
    return money().outstanding();
  }

  /** True where more is said to be unpaid than the budget has left, rounding allowed for. */
  public boolean outstandingExceedsRemainder() {
    MoneyTold.Told unpaid = outstanding();
    BigDecimal left = remainder();
    return unpaid != null
        && left != null
        && unpaid.yuan().subtract(left).compareTo(unpaid.step()) >= 0;
  }

  /** True where what is unpaid is said to be a part of what was paid, which cannot be. */
  public boolean outstandingAmongPaid() {
    MoneyTold.Told unpaid = outstanding();
    return unpaid != null && (unpaid.included() || money().paidInFull() != null);
  }

  /** The words that say that all was paid, where the budget has something left; else null. */
  public @Nullable String paidInFull() {
    BigDecimal left = remainder();
    return left == null || left.signum() <= 0 || outstanding() != null
        ? null
        : money().paidInFull();
  }

  /** A budget, expenditure or rate of the text that is not the table's; null where all agree. */
  public FiguresTold.@Nullable Difference difference() {
    return new FiguresTold(achieved(), form.funding().total(), parameters).difference();
  }

  /** The name of another place or branch in 年度总体目标; null where there is none. */
  public Elsewhere.@Nullable Name elsewhere() {
    return Elsewhere.in(form, parameters);
  }
}
