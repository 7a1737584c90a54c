package org.jihe.rule.fact.group;

import java.math.BigDecimal;
import java.util.List;
import org.drools.model.Drools;
import org.jihe.form.Figures;
import org.jihe.form.Similarity;
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
    String planned = now.planned();
    String last = before.planned();
    return planned == null || last == null ? null : Similarity.dice(planned, last);
  }

  /** This year's original budget. */
  public @Nullable BigDecimal originalBudget() {
    return now.originalBudget();
  }

  /** Last year's final budget. */
  public @Nullable BigDecimal lastFinalBudget() {
    return before.finalBudget();
  }

  /** Last year's expenditure by its final budget. */
  public @Nullable BigDecimal lastExecutionRatio() {
    return before.executionRatio();
  }

  /** This year's final budget of 上年结转资金. */
  public @Nullable BigDecimal carryOver() {
    return now.carryOver();
  }

  /** What last year left: its final budget less its expenditure; nothing where more was spent. */
  public @Nullable BigDecimal lastYearLeft() {
    BigDecimal budget = before.finalBudget();
    BigDecimal spent = before.expenditure();
    return budget == null || spent == null ? null : budget.subtract(spent).max(BigDecimal.ZERO);
  }

  /** True where both are known and differ by more than the printed digits may have been rounded. */
  public boolean carryOverDiffers() {
    BigDecimal carried = carryOver();
    BigDecimal left = lastYearLeft();
    if (carried == null || left == null) {
      return false;
    }
    BigDecimal rounding = now.carryOverStep().max(before.amountStep());
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
