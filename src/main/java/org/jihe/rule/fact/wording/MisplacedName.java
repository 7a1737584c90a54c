package org.jihe.rule.fact.wording;

import org.jihe.form.Indicator;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** Names (三级指标) that say something else than the label (二级指标) that they stand under. */
public final class MisplacedName {

  private MisplacedName() {}

  /** The word that gives the name away; null where it fits, or its label is not known. */
  public static @Nullable String word(Indicator indicator, Labels labels, Parameters parameters) {
    String name = indicator.name().printed();
    if (name == null) {
      return null;
    }
    String word = parameters.firstWord("satisfactionName", name);
    if (word != null
        && !labels.isUnknownAspect()
        && !labels.isSatisfaction()
        && !parameters.mentions("aboutSatisfactionName", name)) {
      return word;
    }
    word = parameters.firstWord("notCostName", name);
    if (word != null && labels.isCost()) {
      return word;
    }
    word = parameters.firstWord("notEconomicName", name);
    return word != null && labels.hasAspect("economicAspect") ? word : null;
  }
}
