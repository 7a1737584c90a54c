package org.jihe.rule.fact.group;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.drools.model.Drools;
import org.jihe.form.measure.Figures;
import org.jihe.rule.fact.Evidence;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.RuleContext;

/** Several forms that have something in common. */
public abstract class GroupFact {

  /** Names of projects that a message lists; all stand in the finding's related forms. */
  private static final int LISTED = 8;

  private final GroupFacts facts;
  private final String key;
  private final List<ProjectDigest> members;

  GroupFact(GroupFacts facts, String key, List<ProjectDigest> members) {
    this.facts = facts;
    this.key = key;
    this.members = members.stream().distinct().sorted(ProjectDigest.ORDER).toList();
  }

  /** How many projects there are. */
  public final int projects() {
    return members.size();
  }

  /** A threshold of the jurisdiction. */
  public final BigDecimal limit(String name) {
    return facts.parameters().limit(name);
  }

  /** A threshold of the jurisdiction in percent, such as {@code 70%}. */
  public final String percentLimit(String name) {
    return Figures.text(limit(name).movePointRight(2)) + "%";
  }

  /** An amount of money for a message, such as {@code 1,018,000}; null for null. */
  public final @Nullable String amount(@Nullable BigDecimal yuan) {
    return yuan == null ? null : Figures.amount(yuan);
  }

  final Parameters parameters() {
    return facts.parameters();
  }

  final List<ProjectDigest> members() {
    return members;
  }

  /** Reports the group, at a subject of the first form. */
  public Evidence report(Drools rule, String subject) {
    return report(rule, subject, members);
  }

  final Evidence report(Drools rule, String subject, List<ProjectDigest> concerned) {
    return report(rule, subject, concerned, facts.isOfThisYear(concerned));
  }

  private Evidence report(
      Drools rule, String subject, List<ProjectDigest> concerned, boolean firing) {
    String name = ((RuleContext) rule).getRule().getName();
    Evidence evidence =
        new Evidence(name, subject)
            .with("projects", names(concerned))
            .with("count", concerned.size());
    facts.add(new GroupEvidence(evidence, key, concerned, firing));
    return evidence;
  }

  private static String names(List<ProjectDigest> projects) {
    String listed =
        projects.stream().limit(LISTED).map(ProjectDigest::label).collect(Collectors.joining("、"));
    return projects.size() > LISTED ? listed + "…" : listed;
  }
}
