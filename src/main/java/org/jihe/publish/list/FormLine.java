package org.jihe.publish.list;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A form in one line. Amounts in yuan, scores in points; null where they cannot be told.
 *
 * @param project the project as printed; may be empty
 * @param agency the implementing agency as printed; may be empty
 * @param kind key of what it evaluates
 * @param file the source
 * @param place its first cell
 * @param score 总分 as printed
 * @param grade the grade that the score earns; may be empty
 * @param low least total that is supported
 * @param high most total that is supported
 * @param overClaimed points above that
 * @param arithmetic how the range of the total comes about
 */
public record FormLine(
    String formId,
    String project,
    String agency,
    String kind,
    String file,
    String place,
    @Nullable BigDecimal originalBudget,
    @Nullable BigDecimal finalBudget,
    @Nullable BigDecimal expenditure,
    @Nullable BigDecimal score,
    String grade,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    @Nullable BigDecimal overClaimed,
    String arithmetic) {

  private static final int SCALE = 4;

  /** Expenditure in parts of the final budget; null where there is no budget. */
  public @Nullable BigDecimal executionRate() {
    BigDecimal budget = finalBudget;
    return expenditure == null || budget == null || budget.signum() == 0
        ? null
        : expenditure.divide(budget, SCALE, RoundingMode.HALF_UP);
  }
}
