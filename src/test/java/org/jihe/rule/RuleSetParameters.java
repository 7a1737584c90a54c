package org.jihe.rule;

import org.jihe.rule.fact.Parameters;

/** Opens a rule set's parameters to the tests of the facts. */
public final class RuleSetParameters {

  private RuleSetParameters() {}

  public static Parameters of(RuleSet set) {
    return set.parameters();
  }
}
