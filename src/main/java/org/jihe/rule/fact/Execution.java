package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jihe.form.Field;
import org.jihe.form.FundingRow;
import org.jihe.form.measure.Figures;
import org.jihe.rule.jurisdiction.ExecutionScore;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * 预算执行: the execution rate and the score that it earns, as printed in the row 年度资金总额 and as the
 * amounts and the jurisdiction's method give them.
 */
public final class Execution {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final FundingRow total;
  private final Parameters parameters;
  private final @Nullable BigDecimal ratio;
  private final @Nullable BigDecimal originalRatio;
  private final @Nullable BigDecimal exactRate;
  private final @Nullable BigDecimal exactScore;

  Execution(FundingRow total, Parameters parameters) {
    this.total = total;
    this.parameters = parameters;
    this.ratio = Figures.ratio(spent(), budget());
    this.originalRatio = Figures.ratio(spent(), total.originalBudget().value());
    this.exactRate = computedRate();
    this.exactScore = computedScore();
  }

  private @Nullable BigDecimal budget() {
    return total.finalBudget().value();
  }

  private @Nullable BigDecimal spent() {
    return total.actualExpenditure().value();
  }

  // --- the rate --------------------------------------------------------------------------------

  /** 执行率 as printed, in percent. */
  public @Nullable BigDecimal rate() {
    return total.executionRate().value();
  }

  /** Expenditure by final budget; null where the budget is not above 0. */
  public @Nullable BigDecimal ratio() {
    return ratio;
  }

  /** Expenditure by original budget; null where that is not above 0. */
  public @Nullable BigDecimal originalRatio() {
    return originalRatio;
  }

  /** Expenditure by final budget in percent with two decimals. */
  public String percent() {
    return Figures.percent(ratio);
  }

  /** True where expenditure by final budget is below a threshold. */
  public boolean ratioBelow(String threshold) {
    return ratio != null && ratio.compareTo(parameters.limit(threshold)) < 0;
  }

  /** The exact execution rate in percent; 0 where the budget is 0, null where it is unknown. */
  public @Nullable BigDecimal exactRate() {
    return exactRate;
  }

  private @Nullable BigDecimal computedRate() {
    BigDecimal budget = budget();
    BigDecimal spent = spent();
    if (budget == null || spent == null) {
      return null;
    }
    return budget.signum() == 0
        ? BigDecimal.ZERO
        : Figures.quotient(HUNDRED.multiply(spent), budget);
  }

  /**
   * True where the printed rate is the exact one, rounded as the jurisdiction has it at its
   * decimals. A number without a percent sign may also be the ratio itself; a whole one only where
   * nothing was rounded, for 1 would else stand for every rate below 100 %.
   */
  public boolean rateFits() {
    BigDecimal exact = exactRate;
    BigDecimal printed = rate();
    if (exact == null || printed == null || parameters.rounding().accepts(printed, exact)) {
      return true;
    }
    String text = total.executionRate().printed();
    boolean percent = text != null && (text.contains("%") || text.contains("％"));
    return !percent && isRatio(printed, exact.movePointLeft(2));
  }

  private boolean isRatio(BigDecimal printed, BigDecimal ratio) {
    return printed.scale() > 0
        ? parameters.rounding().accepts(printed, ratio)
        : printed.compareTo(ratio) == 0;
  }

  /** The rate as it should be printed, rounded at the printed rate's decimals. */
  public @Nullable String expectedRate() {
    BigDecimal expected = like(rate(), exactRate);
    return expected == null ? null : expected.toPlainString() + "%";
  }

  /** The printed rate less the one that should be printed, in percentage points. */
  public @Nullable BigDecimal rateDifference() {
    BigDecimal printed = rate();
    BigDecimal expected = like(printed, exactRate);
    return printed == null || expected == null ? null : printed.subtract(expected);
  }

  // --- the score -------------------------------------------------------------------------------

  /** 分值 of the funding row. */
  public @Nullable BigDecimal maxScore() {
    return total.maxScore().value();
  }

  /** 得分 of the funding row. */
  public @Nullable BigDecimal score() {
    return total.score().value();
  }

  /** The score that the jurisdiction's method gives, exact; null where it cannot be computed. */
  public @Nullable BigDecimal exactScore() {
    return exactScore;
  }

  private @Nullable BigDecimal computedScore() {
    BigDecimal budget = budget();
    BigDecimal spent = spent();
    BigDecimal max = maxScore();
    return budget == null || spent == null || max == null || budget.signum() <= 0
        ? null
        : parameters.executionScore().of(max, spent, budget);
  }

  /** True where the printed score is the exact one, rounded as the jurisdiction has it. */
  public boolean scoreFits() {
    BigDecimal printed = score();
    if (exactScore == null || printed == null) {
      return true;
    }
    return !roundedToFull(printed, exactScore)
        && parameters.rounding().accepts(printed, exactScore);
  }

  /** A whole number that reaches all points though not all was spent: rounding gave points away. */
  private boolean roundedToFull(BigDecimal printed, BigDecimal exact) {
    BigDecimal max = maxScore();
    return max != null
        && printed.scale() <= 0
        && printed.compareTo(max) == 0
        && exact.compareTo(max) < 0
        && parameters.executionScore().method() == ExecutionScore.Method.LINEAR;
  }

  /** The score as it should be printed, rounded at the printed score's decimals. */
  public @Nullable BigDecimal expectedScore() {
    BigDecimal printed = score();
    BigDecimal exact = exactScore;
    return printed != null && exact != null && roundedToFull(printed, exact)
        ? exact.setScale(2, RoundingMode.FLOOR)
        : like(printed, exact);
  }

  private @Nullable BigDecimal like(@Nullable BigDecimal printed, @Nullable BigDecimal exact) {
    return exact == null || printed == null ? null : parameters.rounding().like(printed, exact);
  }

  /** How the score comes about, such as {@code 37.24 ÷ 43.20 × 10}. */
  public String scoreArithmetic() {
    return arithmetic(total.actualExpenditure().printed() + " ÷ " + total.finalBudget().printed());
  }

  /** The same for a message, with the amounts in yuan: {@code 372,400 ÷ 432,000 × 10}. */
  public String officialArithmetic() {
    return arithmetic(amount(total.actualExpenditure()) + " ÷ " + amount(total.finalBudget()));
  }

  private String arithmetic(String quotient) {
    BigDecimal max = maxScore();
    if (max == null || exactScore == null) {
      return quotient;
    }
    if (parameters.executionScore().method() == ExecutionScore.Method.BANDS) {
      return quotient + " = " + percent() + " → " + Figures.text(exactScore);
    }
    String product = quotient + " × " + Figures.text(max);
    boolean capped = ratio != null && ratio.compareTo(BigDecimal.ONE) > 0;
    return capped ? "min(" + Figures.text(max) + ", " + product + ")" : product;
  }

  private static @Nullable String amount(Field<BigDecimal> field) {
    BigDecimal yuan = field.value();
    return yuan == null ? field.printed() : Figures.amount(yuan);
  }
}
