package org.jihe.rule.fact.group;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jihe.form.Field;
import org.jihe.form.FundingRow;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.measure.Figures;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a form that are held against others, in yuan.
 *
 * @param originalBudget 年初预算数 of the total
 * @param finalBudget 全年预算数 of the total
 * @param expenditure 全年执行数 of the total
 * @param carryOver 全年预算数 of 上年结转资金
 */
public record ReportedAmounts(
    @Nullable BigDecimal originalBudget,
    @Nullable BigDecimal finalBudget,
    Amount expenditure,
    Amount carryOver)
    implements Serializable {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  /**
   * An amount, and how fine it is printed.
   *
   * @param yuan the amount; null where it is blank or cannot be read
   * @param printed the same as printed
   * @param step what the last printed digit is worth
   */
  public record Amount(@Nullable BigDecimal yuan, @Nullable String printed, BigDecimal step)
      implements Serializable {

    private static Amount of(Field<BigDecimal> amount, boolean tenThousands) {
      return new Amount(amount.value(), amount.printed(), lastDigit(amount, tenThousands));
    }
  }

  static ReportedAmounts of(SelfEvaluation form) {
    FundingRow total = form.funding().total();
    boolean tenThousands = String.valueOf(form.currencyUnit().printed()).contains("万");
    return new ReportedAmounts(
        total.originalBudget().value(),
        total.finalBudget().value(),
        Amount.of(total.actualExpenditure(), tenThousands),
        Amount.of(form.funding().priorYearCarryOver().finalBudget(), tenThousands));
  }

  /** Half a step is what rounding may have taken from a printed amount. */
  private static BigDecimal lastDigit(Field<BigDecimal> amount, boolean tenThousands) {
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

  /** Expenditure by final budget; null where unknown or the budget is not above 0. */
  @Nullable BigDecimal executionRatio() {
    return Figures.ratio(expenditure.yuan(), finalBudget);
  }
}
