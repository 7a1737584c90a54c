package org.jihe.view;

import java.math.BigDecimal;
import java.util.List;
import org.jihe.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What became of the findings of one form, or of a department's on no form, between two runs.
 *
 * @param dossier key of the department and year
 * @param formId the form; empty where there is none
 * @param project the project as printed
 * @param resolved what is not found any more
 * @param added what is found now
 * @param waived what a waiver accepts now
 * @param remaining how many are as they were
 * @param before the form's figures then; null where it was not there
 * @param after its figures now; null where it is gone
 */
public record FindingChange(
    String dossier,
    String formId,
    @Nullable String project,
    List<Line> resolved,
    List<Line> added,
    List<Line> waived,
    long remaining,
    @Nullable Sides before,
    @Nullable Sides after) {

  public FindingChange {
    resolved = List.copyOf(resolved);
    added = List.copyOf(added);
    waived = List.copyOf(waived);
  }

  /** True where anything is another than it was. */
  public boolean isAny() {
    return !(resolved.isEmpty() && added.isEmpty() && waived.isEmpty());
  }

  /**
   * A finding.
   *
   * @param place the cell as the form prints it, or its path
   * @param text the rule's message
   */
  public record Line(
      String fingerprint, String ruleId, Severity severity, String place, String text) {}

  /**
   * The figures of a form at one time. Amounts in yuan.
   *
   * @param place its first cell
   */
  public record Sides(
      String place,
      @Nullable BigDecimal finalBudget,
      @Nullable BigDecimal expenditure,
      @Nullable BigDecimal score) {}

  /**
   * The same of a department and year.
   *
   * @param forms those of which anything is another than it was, and what is on no form
   * @param remaining how many findings are as they were
   * @param before its figures then; null where it was not there
   * @param after its figures now; null where it is gone
   */
  public record Department(
      String dossier,
      @Nullable String department,
      @Nullable Integer year,
      List<FindingChange> forms,
      long resolved,
      long added,
      long waived,
      long remaining,
      @Nullable Figures before,
      @Nullable Figures after) {}

  /** The figures of a department at one time. Amounts in yuan, the rate in percent. */
  public record Figures(
      long forms,
      BigDecimal finalBudget,
      BigDecimal expenditure,
      @Nullable BigDecimal executionRate,
      @Nullable BigDecimal scoreMean,
      long errors,
      long doubts,
      long notes) {}
}
