package org.jihe.rule.fact.wording;

import org.jihe.form.Indicator;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A name (三级指标) that says something else than the label (二级指标) that it stands under.
 *
 * @param word the word that gives it away
 * @param where the label that it belongs under
 */
public record MisplacedName(String word, String where) {

  private static final String SATISFACTION = "满意度指标";
  private static final String QUALITY = "质量指标";
  private static final String SOCIAL = "社会效益指标";

  /** What gives a name away; null where it fits, or its label is not known. */
  public static @Nullable MisplacedName of(
      Indicator indicator, Labels labels, Parameters parameters) {
    String name = indicator.name().printed();
    if (name == null) {
      return null;
    }
    String word = parameters.firstWord("satisfactionName", name);
    if (word != null
        && !labels.isUnknownAspect()
        && !labels.isSatisfaction()
        && !parameters.mentions("aboutSatisfactionName", name)) {
      return new MisplacedName(word, SATISFACTION);
    }
    word = parameters.firstWord("notCostName", name);
    if (word != null && labels.isCost()) {
      return new MisplacedName(word, QUALITY);
    }
    word = parameters.firstWord("notEconomicName", name);
    if (word == null || !labels.hasAspect("economicAspect")) {
      return null;
    }
    boolean social = parameters.mentions("socialName", name);
    return new MisplacedName(word, social ? SOCIAL : QUALITY);
  }
}
