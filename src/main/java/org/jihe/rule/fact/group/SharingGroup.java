package org.jihe.rule.fact.group;

import java.math.BigDecimal;
import java.util.List;

/**
 * Projects that share many indicator names, directly or through another, and are no {@link
 * ClonedGroup}.
 */
public final class SharingGroup extends GroupFact {

  private final BigDecimal similarity;

  SharingGroup(GroupFacts facts, List<ProjectDigest> members, BigDecimal similarity) {
    super(facts, members.get(0).formId(), members);
    this.similarity = similarity;
  }

  /** The least Jaccard coefficient by which a project came to the group. */
  public BigDecimal similarity() {
    return similarity;
  }
}
