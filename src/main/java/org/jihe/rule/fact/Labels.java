package org.jihe.rule.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

  /** What one label names; several may hold, and then there is no one part. */
  private record Kind(
      boolean output,
      boolean benefit,
      boolean satisfaction,
      boolean cost,
      @Nullable PointsPart part) {

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

  /** True where the category's own label, whatever the aspect says, is none of the known ones. */
  boolean isUnknownCategoryLabel(Indicator indicator) {
    return category(indicator).isUnknown();
  }

  /**
   * The part of the form that the indicator's points belong to, by its category, else by its
   * aspect; null where that cannot be told.
   */
  @Nullable PointsPart partOf(Indicator indicator) {
    Kind category = category(indicator);
    if (!category.isUnknown()) {
      return category.part();
    }
    PointsPart part = aspect(indicator).part();
    // An aspect of cost may stand under output and under a category of its own.
    return part == PointsPart.COST ? null : part;
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
    boolean output = parameters.mentions("output" + level, text);
    boolean benefit = parameters.mentions("benefit" + level, text);
    boolean satisfaction = parameters.mentions("satisfaction" + level, text);
    boolean cost = parameters.mentions("cost" + level, text);
    List<PointsPart> parts = new ArrayList<>(1);
    add(parts, output, PointsPart.OUTPUT);
    add(parts, benefit, PointsPart.BENEFIT);
    add(parts, satisfaction, PointsPart.SATISFACTION);
    add(parts, cost, PointsPart.COST);
    return new Kind(output, benefit, satisfaction, cost, parts.size() == 1 ? parts.get(0) : null);
  }

  private static void add(List<PointsPart> parts, boolean named, PointsPart part) {
    if (named) {
      parts.add(part);
    }
  }
}
