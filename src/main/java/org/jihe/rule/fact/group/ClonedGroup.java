package org.jihe.rule.fact.group;

import java.math.BigDecimal;
import java.util.List;

/** Projects whose sets of indicator names are nearly the same, directly or through another. */
public final class ClonedGroup extends GroupFact {

  private final BigDecimal similarity;

  ClonedGroup(GroupFacts facts, List<ProjectDigest> members, BigDecimal similarity) {
    super(facts, members.get(0).formId(), members);
    this.similarity = similarity;
  }

  /** The least Jaccard coefficient by which a project came to the group. */
  public BigDecimal similarity() {
    return similarity;
  }
}
