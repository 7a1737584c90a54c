package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.jihe.form.Indicator;
import org.jihe.rule.fact.wording.Labels;

/** Which indicators of a form have their full points. */
final class FullScores {

  private final List<Indicator> indicators;
  private final List<Labels> labels;
  private final boolean categoriesKnown;

  /**
   * @param labels the indicators' labels, in the same order
   */
  FullScores(List<Indicator> indicators, List<Labels> labels) {
    this.indicators = indicators;
    this.labels = labels;
    this.categoriesKnown = allKnown();
  }

  private boolean allKnown() {
    for (int row = 0; row < indicators.size(); row++) {
      if (indicators.get(row).category().isBlank() || labels.get(row).isUnknownCategory()) {
        return false;
      }
    }
    return true;
  }

  /** True where an indicator's score is its full points, which are above 0. */
  static boolean full(Indicator indicator) {
    BigDecimal max = indicator.maxScore().value();
    BigDecimal score = indicator.score().value();
    return max != null && score != null && max.signum() > 0 && score.compareTo(max) == 0;
  }

  /** True where every indicator's category can be told, by its own label or its aspect's. */
  boolean categoriesKnown() {
    return categoriesKnown;
  }

  /**
   * True where there are indicators of a kind and every one has its full points; false where a
   * category cannot be told.
   */
  boolean every(Predicate<Labels> kind) {
    if (!categoriesKnown) {
      return false;
    }
    boolean any = false;
    for (int row = 0; row < indicators.size(); row++) {
      if (kind.test(labels.get(row))) {
        any = true;
        if (!full(indicators.get(row))) {
          return false;
        }
      }
    }
    return any;
  }
}
