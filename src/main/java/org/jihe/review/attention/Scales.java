package org.jihe.review.attention;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.jurisdiction.Priorities;

/**
 * What the weight of a finding depends on, for tasks.
 *
 * @param priorities what the jurisdictions say
 * @param bases on what each rule rests, by its id
 */
public record Scales(Priorities priorities, Map<String, String> bases) implements Serializable {

  /** Those of the rules in force. */
  public static Scales of(RuleSet rules) {
    Map<String, String> bases = new TreeMap<>();
    rules.rules().forEach(rule -> bases.put(rule.id(), rule.basis()));
    return new Scales(rules.priorities(), bases);
  }

  /** On what a rule rests; empty where it is not among those in force. */
  String basis(String ruleId) {
    return bases.getOrDefault(ruleId, "");
  }
}
