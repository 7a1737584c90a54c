package org.jihe.rule;

import java.io.Serializable;
import java.util.List;

/**
 * What a rule's annotations say.
 *
 * @param info what the catalogue shows
 * @param concerns cells without which the rule does not apply to a form, such as {@code
 *     total.grade}, or {@code funding.total.finalBudget > 0}
 */
record RuleHeader(RuleInfo info, List<String> concerns) implements Serializable {

  RuleHeader {
    concerns = List.copyOf(concerns);
  }
}
