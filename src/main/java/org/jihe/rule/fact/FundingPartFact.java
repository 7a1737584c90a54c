package org.jihe.rule.fact;

import java.math.BigDecimal;
import org.drools.model.Drools;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.rule.cell.Cells;
import org.jspecify.annotations.Nullable;

/** One of the three parts of the funding, beside the total. Amounts in yuan; null where blank. */
public final class FundingPartFact {

  private final FormFact form;
  private final FundingRow part;

  FundingPartFact(FormFact form, FundingRow part) {
    this.form = form;
    this.part = part;
  }

  /** 年初预算数 of the part. */
  public @Nullable BigDecimal originalBudget() {
    return part.originalBudget().value();
  }

  /** 全年预算数 of the part. */
  public @Nullable BigDecimal finalBudget() {
    return part.finalBudget().value();
  }

  /** 全年执行数 of the part. */
  public @Nullable BigDecimal actualExpenditure() {
    return part.actualExpenditure().value();
  }

  /** 全年预算数 of the total. */
  public @Nullable BigDecimal totalFinalBudget() {
    return form.finalBudget();
  }

  /** 全年执行数 of the total. */
  public @Nullable BigDecimal totalActualExpenditure() {
    return form.actualExpenditure();
  }

  /** True where the part's 全年预算数 is above the total's; false where one is missing. */
  public boolean budgetExceedsTotal() {
    return exceeds(finalBudget(), totalFinalBudget());
  }

  /** True where the part's 全年执行数 is above the total's; false where one is missing. */
  public boolean expenditureExceedsTotal() {
    return exceeds(actualExpenditure(), totalActualExpenditure());
  }

  private static boolean exceeds(@Nullable BigDecimal part, @Nullable BigDecimal total) {
    return part != null && total != null && part.compareTo(total) > 0;
  }

  /** The total's amount in a column, such as {@code finalBudget}, for a message. */
  public @Nullable String totalAmount(String column) {
    return form.amount(Cells.fundingPath(FundingKind.TOTAL, column));
  }

  /** A threshold of the jurisdiction. */
  public BigDecimal limit(String name) {
    return form.limit(name);
  }

  /** Reports a cell of the part, such as {@code finalBudget}. */
  public Evidence report(Drools rule, String cell) {
    return form.report(rule, Cells.fundingPath(part.kind(), cell));
  }
}
