package org.jihe.rule.fact.group;

import java.math.BigDecimal;
import java.util.List;
import org.drools.model.Drools;
import org.jihe.form.Similarity;
import org.jihe.form.measure.Figures;
import org.jihe.rule.fact.Evidence;
import org.jspecify.annotations.Nullable;

/** One agency's project this year and last year. Amounts in yuan. */
public final class ProjectYears extends GroupFact {

  private final ProjectDigest now;
  private final ProjectDigest before;

  ProjectYears(GroupFacts facts, ProjectDigest now, ProjectDigest before) {
    super(facts, now.formId(), List.of(now));
    this.now = now;
    this.before = before;
  }

  /** Likeness of the planned objectives; null where one is blank. */
  public @Nullable BigDecimal objectiveSimilarity() {
    String planned = now.texts().planned();
    String last = before.texts().planned();
    return planned == null || last == null ? null : Similarity.dice(planned, last);
  }

  /** This year's original budget. */
  public @Nullable BigDecimal originalBudget() {
    return now.amounts().originalBudget();
  }

  /** Last year's final budget. */
  public @Nullable BigDecimal lastFinalBudget() {
    return before.amounts().finalBudget();
  }

  /** Last year's expenditure by its final budget. */
  public @Nullable BigDecimal lastExecutionRatio() {
    return before.amounts().executionRatio();
  }

  /** This year's final budget of 上年结转资金. */
  public @Nullable BigDecimal carryOver() {
    return now.amounts().carryOver().yuan();
  }

  /** What last year left: its final budget less its expenditure; nothing where more was spent. */
  public @Nullable BigDecimal lastYearLeft() {
    BigDecimal budget = before.amounts().finalBudget();
    BigDecimal spent = before.amounts().expenditure().yuan();
    return budget == null || spent == null ? null : budget.subtract(spent).max(BigDecimal.ZERO);
  }

  /** True where both are known and differ by more than the printed digits may have been rounded. */
  public boolean carryOverDiffers() {
    BigDecimal carried = carryOver();
    BigDecimal left = lastYearLeft();
    if (carried == null || left == null) {
      return false;
    }
    BigDecimal rounding =
        now.amounts().carryOver().step().max(before.amounts().expenditure().step());
    return carried.subtract(left).abs().compareTo(rounding) >= 0;
  }

  /** A ratio in percent. */
  public String percent(@Nullable BigDecimal ratio) {
    return Figures.percent(ratio);
  }

  /** Reports this year's form. */
  @Override
  public Evidence report(Drools rule, String subject) {
    return report(rule, subject, List.of(now, before)).with("lastYear", before.year());
  }
}
