package org.jihe.rule.fact.group;

import java.util.List;
import java.util.Set;
import org.drools.model.Drools;
import org.jihe.rule.fact.Evidence;
import org.jspecify.annotations.Nullable;

/** A project of last year that this year's forms do not have. */
public final class VanishedProject extends GroupFact {

  private static final Set<String> NOTHING_DONE = Set.of("ZeroExecution", "ProjectCancelled");

  private final ProjectDigest before;

  VanishedProject(GroupFacts facts, ProjectDigest before) {
    super(facts, before.formId(), List.of(before));
    this.before = before;
  }

  /** True where last year's form spent nothing or was cancelled. */
  public boolean nothingDone() {
    return before.verdicts().fired().stream().anyMatch(NOTHING_DONE::contains);
  }

  /** The word by which last year's form put the project off, or null. */
  public @Nullable String deferral() {
    return before.texts().deferral();
  }

  /** Reports that the project has no form this year. */
  public Evidence report(Drools rule) {
    return report(rule, "lastYear: " + before.label())
        .with("project", before.label())
        .with("lastYear", before.year())
        .with("word", before.texts().deferral());
  }
}
