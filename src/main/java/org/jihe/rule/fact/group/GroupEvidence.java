package org.jihe.rule.fact.group;

import java.util.List;
import org.jihe.rule.fact.Evidence;

/**
 * What a rule reports of several forms.
 *
 * @param evidence what it says
 * @param key what tells the group from others of the rule, stable across runs
 * @param members the forms that it concerns, by name; the finding is told of the first
 * @param firing true where the members' outcome is that the rule fired
 */
public record GroupEvidence(
    Evidence evidence, String key, List<ProjectDigest> members, boolean firing) {

  public GroupEvidence {
    members = List.copyOf(members);
  }
}
