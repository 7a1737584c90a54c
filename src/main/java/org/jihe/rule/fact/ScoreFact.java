package org.jihe.rule.fact;

import java.math.BigDecimal;
import org.drools.model.Drools;
import org.jihe.form.measure.Figures;
import org.jspecify.annotations.Nullable;

/** One score beside its points: of the funding row, of an indicator, or of the whole form. */
public final class ScoreFact {

  private final FormFact form;
  private final String subject;
  private final @Nullable BigDecimal maxScore;
  private final @Nullable BigDecimal score;

  ScoreFact(
      FormFact form, String subject, @Nullable BigDecimal maxScore, @Nullable BigDecimal score) {
    this.form = form;
    this.subject = subject;
    this.maxScore = maxScore;
    this.score = score;
  }

  /** 分值, in points. */
  public @Nullable BigDecimal maxScore() {
    return maxScore;
  }

  /** 得分, in points. */
  public @Nullable BigDecimal score() {
    return score;
  }

  /** Where the score should lie, such as {@code 0–10}; without points only from where. */
  public String range() {
    return maxScore == null ? "0–" : "0–" + Figures.text(maxScore);
  }

  /** Reports the score. */
  public Evidence report(Drools rule) {
    return form.report(rule, subject).with("maxScore", maxScore);
  }
}
