package org.jihe.rule;

import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.jurisdiction.Parameters;

/** Opens a rule set's parameters to the tests of the facts. */
public final class RuleSetParameters {

  private RuleSetParameters() {}

  public static Parameters of(RuleSet set) {
    return set.parameters();
  }
}
