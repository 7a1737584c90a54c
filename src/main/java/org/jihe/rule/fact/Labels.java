package org.jihe.rule.fact;

import org.jihe.form.Indicator;
import org.jspecify.annotations.Nullable;

/** What category and aspect labels and grades mean, by the jurisdiction's words. */
final class Labels {

  private final Parameters parameters;

  Labels(Parameters parameters) {
    this.parameters = parameters;
  }

  boolean isGrade(@Nullable String printed) {
    return parameters.gradeNamed(printed) != null;
  }

  boolean isOutput(Indicator indicator) {
    return means(indicator, "outputCategory", "outputAspect");
  }

  boolean isBenefit(Indicator indicator) {
    return means(indicator, "benefitCategory", "benefitAspect");
  }

  boolean isSatisfaction(Indicator indicator) {
    return means(indicator, "satisfactionCategory", "satisfactionAspect");
  }

  boolean isCost(Indicator indicator) {
    return means(indicator, "costCategory", "costAspect");
  }

  boolean hasAspect(Indicator indicator, String words) {
    return parameters.mentions(words, indicator.aspect().printed());
  }

  boolean isUnknownCategory(Indicator indicator) {
    return !isOutput(indicator)
        && !isBenefit(indicator)
        && !isSatisfaction(indicator)
        && !isCost(indicator);
  }

  boolean isUnknownAspect(Indicator indicator) {
    String aspect = indicator.aspect().printed();
    return !parameters.mentions("outputAspect", aspect)
        && !parameters.mentions("benefitAspect", aspect)
        && !parameters.mentions("satisfactionAspect", aspect)
        && !parameters.mentions("costAspect", aspect);
  }

  private boolean means(Indicator indicator, String categoryWords, String aspectWords) {
    return parameters.mentions(categoryWords, indicator.category().printed())
        || parameters.mentions(aspectWords, indicator.aspect().printed());
  }
}
