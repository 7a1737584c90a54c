package org.jihe.job;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jihe.layout.Quarantined;
import org.jihe.rule.RuleException;
import org.jihe.rule.RuleSet;
import org.jihe.table.WorkspaceTable;

/**
 * The stages of a review as jobs of their own, each a run that builds on what the last one left.
 */
public final class Stages {

  private Stages() {}

  /**
   * What a stage did.
   *
   * @param runId the run's name in the workspace
   * @param counts how many of what, by name
   * @param quarantined what waits for a person
   * @param published folder of the outputs; empty where none were written
   */
  public record Result(
      String runId, Map<String, Long> counts, List<Quarantined> quarantined, String published) {}

  /** Reads the inputs into the tables. */
  public static Result ingest(ReviewRequest request) throws JobException {
    return ingest(request, Progress.NONE);
  }

  /** The same, telling how far it is. */
  public static Result ingest(ReviewRequest request, Progress progress) throws JobException {
    return Workbench.at(
        request.workspace(),
        "ingest",
        (spark, workspace, run) -> {
          Ingest.Result read = Ingest.run(spark, workspace, run, request, progress);
          Identities.ofForms(workspace, run, read);
          run.counts().putAll(read.counts());
          workspace.commit(run);
          return new Result(run.id(), run.counts(), read.quarantined(), "");
        });
  }

  /** Checks every form of the tables that has not been checked with these rules. */
  public static Result check(ReviewRequest request) throws JobException, RuleException {
    RuleSet rules = request.rulesInForce();
    return Workbench.filled(
        request.workspace(),
        "check",
        (spark, workspace, run) -> {
          Set<String> checked = Check.run(spark, workspace, run, rules, request.checking().lists());
          Identities.ofOutcomes(workspace, run, rules, checked);
          run.counts().put("dossiers", (long) checked.size());
          run.counts().put("findings", workspace.read(run, WorkspaceTable.FINDINGS).count());
          workspace.commit(run);
          return new Result(run.id(), run.counts(), List.of(), "");
        });
  }

  /** Renews the statistics of everything that has been checked anew. */
  public static Result aggregate(ReviewRequest request) throws JobException {
    return Workbench.filled(
        request.workspace(),
        "aggregate",
        (spark, workspace, run) -> {
          int renewed = Aggregate.run(spark, workspace, run).size();
          run.counts().put("dossiers", (long) renewed);
          workspace.commit(run);
          return new Result(run.id(), run.counts(), List.of(), "");
        });
  }

  /** Writes the outputs; the tables stay as they are. */
  public static Result publish(ReviewRequest request) throws JobException, RuleException {
    RuleSet rules = request.rulesInForce();
    return Workbench.filled(
        request.workspace(),
        "publish",
        (spark, workspace, run) -> {
          String published =
              Review.publish(spark, workspace, run, rules, request.language()).toString();
          return new Result(run.id(), new TreeMap<>(), List.of(), published);
        });
  }
}
