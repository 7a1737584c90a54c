package org.jihe.rule.fact;

import java.math.BigDecimal;
import org.drools.model.Drools;
import org.jihe.rule.cell.Cells;
import org.jspecify.annotations.Nullable;

/** How many errors stand on a form after the other rules: a fact that comes after them. */
public final class ErrorCount {

  private final FormFact form;
  private final int count;

  ErrorCount(FormFact form, int count) {
    this.form = form;
    this.count = count;
  }

  /** Findings of severity 错误; those of rules that are switched off and waived ones are none. */
  public int count() {
    return count;
  }

  /** 总分 as scored. */
  public @Nullable BigDecimal totalScore() {
    return form.totalScore();
  }

  /** A threshold of the jurisdiction. */
  public BigDecimal limit(String name) {
    return form.limit(name);
  }

  /** Reports the total score. */
  public Evidence report(Drools rule) {
    return form.report(rule, Cells.TOTAL_SCORE);
  }
}
