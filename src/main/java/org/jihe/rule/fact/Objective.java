package org.jihe.rule.fact;

import java.math.BigDecimal;
import org.jihe.form.AnnualObjective;
import org.jihe.form.Similarity;
import org.jihe.form.Texts;
import org.jihe.form.measure.Figures;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** 年度总体目标: what was planned beside what was achieved. */
public final class Objective {

  private final AnnualObjective texts;
  private final Parameters parameters;
  private @Nullable BigDecimal similarity;

  Objective(AnnualObjective texts, Parameters parameters) {
    this.texts = texts;
    this.parameters = parameters;
  }

  /** 预期目标 is blank. */
  public boolean plannedBlank() {
    return texts.planned().isBlank();
  }

  /** 实际完成情况 is blank. */
  public boolean achievedBlank() {
    return texts.achieved().isBlank();
  }

  /** True where 实际完成情况 contains one of the list's words. */
  public boolean achievedHas(String words) {
    return parameters.mentions(words, texts.achieved().printed());
  }

  /** How alike the two texts are, from 0 to 1; 0 where one is blank. */
  public BigDecimal similarity() {
    BigDecimal known = similarity;
    if (known == null) {
      String planned = texts.planned().printed();
      String achieved = texts.achieved().printed();
      known =
          planned == null
                  || achieved == null
                  || texts.planned().isBlank()
                  || texts.achieved().isBlank()
              ? BigDecimal.ZERO
              : Similarity.dice(planned, achieved);
      similarity = known;
    }
    return known;
  }

  /** How alike they are in percent, rounded down so that it never exceeds a bound it is below. */
  public String similarityPercent() {
    return Figures.text(similarity().movePointRight(2)) + "%";
  }

  /** Characters of 预期目标, white space not counted. */
  public int plannedLength() {
    return Texts.length(texts.planned().printed());
  }

  /** Characters of 实际完成情况, white space not counted. */
  public int achievedLength() {
    return Texts.length(texts.achieved().printed());
  }

  /** Characters achieved by characters planned; null where nothing was planned. */
  public @Nullable BigDecimal lengthRatio() {
    return Figures.ratio(BigDecimal.valueOf(achievedLength()), BigDecimal.valueOf(plannedLength()));
  }
}
