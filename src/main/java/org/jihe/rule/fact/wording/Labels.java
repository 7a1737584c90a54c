package org.jihe.rule.fact.wording;

import org.jihe.form.Indicator;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** What an indicator's category and aspect labels mean, by the jurisdiction's words. */
public final class Labels {

  private final Parameters parameters;
  private final @Nullable String printedAspect;
  private final LabelMeanings.Meaning category;
  private final LabelMeanings.Meaning aspect;

  public Labels(Indicator indicator, LabelMeanings meanings, Parameters parameters) {
    this.parameters = parameters;
    this.printedAspect = indicator.aspect().printed();
    this.category = meanings.category(indicator.category().printed());
    this.aspect = meanings.aspect(printedAspect);
  }

  public boolean isOutput() {
    return category.output() || aspect.output();
  }

  public boolean isBenefit() {
    return category.benefit() || aspect.benefit();
  }

  public boolean isSatisfaction() {
    return category.satisfaction() || aspect.satisfaction();
  }

  public boolean isCost() {
    return category.cost() || aspect.cost();
  }

  public boolean hasAspect(String words) {
    return parameters.mentions(words, printedAspect);
  }

  public boolean isUnknownCategory() {
    return category.isUnknown() && aspect.isUnknown();
  }

  /** True where the category's own label, whatever the aspect says, is none of the known ones. */
  public boolean isUnknownCategoryLabel() {
    return category.isUnknown();
  }

  /**
   * The part of the form that the indicator's points belong to, by its category, else by its
   * aspect; null where that cannot be told.
   */
  public @Nullable PointsPart part() {
    if (!category.isUnknown()) {
      return category.part();
    }
    // An aspect of cost may stand under output and under a category of its own.
    return aspect.part() == PointsPart.COST ? null : aspect.part();
  }

  public boolean isUnknownAspect() {
    return aspect.isUnknown();
  }
}
