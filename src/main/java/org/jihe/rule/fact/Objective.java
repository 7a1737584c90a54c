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

  /** So many characters have no room for an objective beside the words that refer to it. */
  private static final int REFERENCE = 20;

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

  /**
   * True where 实际完成情况 says something, and nothing but words of the list and figures, as
   * 本项目2022年已完成，款项已全部支付.
   */
  public boolean achievedOnlyHas(String words) {
    String text = texts.achieved().printed();
    if (text == null || texts.achieved().isBlank()) {
      return false;
    }
    String rest = parameters.without(words, Texts.normalised(text)).replaceAll("\\d", "");
    return rest.isEmpty();
  }

  /** True where 预期目标, without punctuation and spaces, is one of the list's words. */
  public boolean plannedIs(String words) {
    return parameters.isOne(words, Texts.normalised(texts.planned().printed()));
  }

  /** True where 实际完成情况, without punctuation and spaces, is one of the list's words. */
  public boolean achievedIs(String words) {
    return parameters.isOne(words, Texts.normalised(texts.achieved().printed()));
  }

  /** True where 预期目标 is short and has one of the list's words: it is told elsewhere. */
  public boolean plannedOnlyRefersHas(String words) {
    return onlyRefers(texts.planned().printed(), words);
  }

  /** True where 实际完成情况 is short and has one of the list's words: it is told elsewhere. */
  public boolean achievedOnlyRefersHas(String words) {
    return onlyRefers(texts.achieved().printed(), words);
  }

  private boolean onlyRefers(@Nullable String text, String words) {
    return Texts.length(text) <= REFERENCE && parameters.mentions(words, text);
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
