package org.jihe.rule.fact;

import java.util.HashMap;
import java.util.Map;
import org.jihe.form.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * What category and aspect labels and grades mean, by the jurisdiction's words. Made for one form,
 * whose indicators share a few labels.
 */
final class Labels {

  private final Parameters parameters;
  private final Map<String, Kind> categories = new HashMap<>();
  private final Map<String, Kind> aspects = new HashMap<>();

  /** What one label names; several may hold. */
  private record Kind(boolean output, boolean benefit, boolean satisfaction, boolean cost) {

    boolean isUnknown() {
      return !output && !benefit && !satisfaction && !cost;
    }
  }

  Labels(Parameters parameters) {
    this.parameters = parameters;
  }

  boolean isGrade(@Nullable String printed) {
    return parameters.gradeNamed(printed) != null;
  }

  boolean isOutput(Indicator indicator) {
    return category(indicator).output() || aspect(indicator).output();
  }

  boolean isBenefit(Indicator indicator) {
    return category(indicator).benefit() || aspect(indicator).benefit();
  }

  boolean isSatisfaction(Indicator indicator) {
    return category(indicator).satisfaction() || aspect(indicator).satisfaction();
  }

  boolean isCost(Indicator indicator) {
    return category(indicator).cost() || aspect(indicator).cost();
  }

  boolean hasAspect(Indicator indicator, String words) {
    return parameters.mentions(words, indicator.aspect().printed());
  }

  boolean isUnknownCategory(Indicator indicator) {
    return category(indicator).isUnknown() && aspect(indicator).isUnknown();
  }

  boolean isUnknownAspect(Indicator indicator) {
    return aspect(indicator).isUnknown();
  }

  private Kind category(Indicator indicator) {
    return categories.computeIfAbsent(
        String.valueOf(indicator.category().printed()), text -> kind(text, "Category"));
  }

  private Kind aspect(Indicator indicator) {
    return aspects.computeIfAbsent(
        String.valueOf(indicator.aspect().printed()), text -> kind(text, "Aspect"));
  }

  private Kind kind(String text, String level) {
    return new Kind(
        parameters.mentions("output" + level, text),
        parameters.mentions("benefit" + level, text),
        parameters.mentions("satisfaction" + level, text),
        parameters.mentions("cost" + level, text));
  }
}
