package org.jihe.rule.fact;

import org.jihe.form.Indicator;
import org.jspecify.annotations.Nullable;

/** What an indicator's category and aspect labels mean, by the jurisdiction's words. */
final class Labels {

  private final Parameters parameters;
  private final @Nullable String printedAspect;
  private final LabelKinds.Kind category;
  private final LabelKinds.Kind aspect;

  Labels(Indicator indicator, LabelKinds kinds, Parameters parameters) {
    this.parameters = parameters;
    this.printedAspect = indicator.aspect().printed();
    this.category = kinds.category(indicator.category().printed());
    this.aspect = kinds.aspect(printedAspect);
  }

  boolean isOutput() {
    return category.output() || aspect.output();
  }

  boolean isBenefit() {
    return category.benefit() || aspect.benefit();
  }

  boolean isSatisfaction() {
    return category.satisfaction() || aspect.satisfaction();
  }

  boolean isCost() {
    return category.cost() || aspect.cost();
  }

  boolean hasAspect(String words) {
    return parameters.mentions(words, printedAspect);
  }

  boolean isUnknownCategory() {
    return category.isUnknown() && aspect.isUnknown();
  }

  /** True where the category's own label, whatever the aspect says, is none of the known ones. */
  boolean isUnknownCategoryLabel() {
    return category.isUnknown();
  }

  /**
   * The part of the form that the indicator's points belong to, by its category, else by its
   * aspect; null where that cannot be told.
   */
  @Nullable PointsPart part() {
    if (!category.isUnknown()) {
      return category.part();
    }
    // An aspect of cost may stand under output and under a category of its own.
    return aspect.part() == PointsPart.COST ? null : aspect.part();
  }

  boolean isUnknownAspect() {
    return aspect.isUnknown();
  }
}
