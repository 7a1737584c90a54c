package org.jihe.rule.fact.group;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All targets that a department's projects give one indicator name. */
public final class NamedTargets extends GroupFact {

  private final String name;
  private final String subject;
  private final int different;
  private final Map<String, Integer> targets;

  NamedTargets(
      GroupFacts facts,
      String key,
      String name,
      String subject,
      int different,
      Map<String, Integer> targets,
      List<ProjectDigest> members) {
    super(facts, key, members);
    this.name = name;
    this.subject = subject;
    this.different = different;
    this.targets = new TreeMap<>(targets);
  }

  /** The name as the first form prints it. */
  public String name() {
    return name;
  }

  /** Path of the target in the first form. */
  public String subject() {
    return subject;
  }

  /** How many different targets there are. */
  public int differentTargets() {
    return different;
  }

  /** The targets, each with the number of projects. */
  public String targets() {
    return ReusedText.counts(targets);
  }
}
