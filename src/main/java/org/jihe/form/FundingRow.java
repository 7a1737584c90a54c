package org.jihe.form;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One funding row. The three parts carry amounts alone; their other fields are blank.
 *
 * @param kind which row
 * @param originalBudget 年初预算数, in yuan
 * @param finalBudget 全年预算数, in yuan
 * @param actualExpenditure 全年执行数, in yuan
 * @param maxScore 分值, in points
 * @param executionRate 执行率, in percent as printed (89.06 for 89.06%)
 * @param score 得分, in points
 */
public record FundingRow(
    FundingKind kind,
    Field<BigDecimal> originalBudget,
    Field<BigDecimal> finalBudget,
    Field<BigDecimal> actualExpenditure,
    Field<BigDecimal> maxScore,
    Field<BigDecimal> executionRate,
    Field<BigDecimal> score)
    implements Serializable {

  /** A row of fields from elsewhere. */
  public static FundingRow of(FundingKind kind, FieldSource fields) {
    return new FundingRow(
        kind,
        fields.of(FormFields.ORIGINAL_BUDGET),
        fields.of(FormFields.FINAL_BUDGET),
        fields.of(FormFields.ACTUAL_EXPENDITURE),
        fields.of(FormFields.FUNDING_MAX_SCORE),
        fields.of(FormFields.EXECUTION_RATE),
        fields.of(FormFields.FUNDING_SCORE));
  }

  /** The same row with one field changed. */
  public FundingRow with(FormColumn<?, ?> column, Field<?> field) {
    return of(kind, new Replaced<>(this, FormFields.FUNDING, column, field));
  }
}
