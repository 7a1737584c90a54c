package org.jihe.view;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A department's year in one line.
 *
 * @param executionRate from 0 to 1
 * @param verdicts the measures by which it stands out, each high or low; empty where by none
 * @param compared false where it has too few forms, or nothing could be judged
 */
public record DepartmentTotal(
    String department,
    int year,
    long forms,
    long cancelledForms,
    BigDecimal finalBudget,
    BigDecimal actualExpenditure,
    @Nullable Double executionRate,
    @Nullable Double score,
    long errors,
    long overclaimed,
    Map<String, String> verdicts,
    boolean compared) {

  /** Errors of a form on average. */
  double errorsPerForm() {
    return forms == 0 ? 0 : (double) errors / forms;
  }
}
