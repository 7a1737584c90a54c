package org.jihe.rule.catalogue;

import java.io.Serializable;
import java.util.List;

/**
 * What a rule's annotations say.
 *
 * @param info what the catalogue shows
 * @param concerns cells without which the rule does not apply to a form, such as {@code
 *     total.grade}, or {@code funding.total.finalBudget > 0}
 */
public record RuleHeader(RuleInfo info, List<String> concerns) implements Serializable {

  public RuleHeader {
    concerns = List.copyOf(concerns);
  }
}
