package org.jihe.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jihe.form.department.Departments;
import org.jihe.layout.Quarantined;
import org.jihe.message.JobException;
import org.jihe.process.Changes;
import org.jihe.review.comparison.Compare;
import org.jihe.review.summary.Identities;
import org.jihe.review.summary.IngestResult;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.rule.folder.RuleException;
import org.jihe.view.ReviewSummary.ListFigures;
import org.jihe.workspace.WorkspaceTable;

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
   * @param lists what became of the lists of an earlier check that were not given again
   */
  public record Result(
      String runId,
      Map<String, Long> counts,
      List<Quarantined> quarantined,
      String published,
      ListFigures lists) {

    private Result(
        String runId, Map<String, Long> counts, List<Quarantined> quarantined, String published) {
      this(runId, counts, quarantined, published, ListFigures.NONE);
    }
  }

  /** Reads the inputs into the tables. */
  public static Result ingest(ReviewRequest request) throws JobException {
    return ingest(request, Progress.NONE);
  }

  /** The same, telling how far it is. */
  public static Result ingest(ReviewRequest request, Progress progress) throws JobException {
    return Workbench.at(
        request,
        "ingest",
        (spark, workspace, run) -> {
          IngestResult read = Ingest.run(spark, workspace, run, request, progress);
          Identities.ofForms(workspace, run, read);
          run.counts().putAll(read.counts());
          Commit.of(workspace, run);
          Changes.are(Changes.State.DONE);
          Tidy.after(workspace);
          return new Result(run.id(), run.counts(), read.quarantined(), "");
        });
  }

  /** Checks every form of the tables that has not been checked with these rules. */
  public static Result check(ReviewRequest request) throws JobException, RuleException {
    RuleSet rules = request.rulesInForce();
    return Workbench.filled(
        request,
        "check",
        (spark, workspace, run) -> {
          KeptLists lists = KeptLists.of(workspace, run, rules, request.checking().lists());
          Set<String> checked = Check.run(spark, workspace, run, rules, lists.lists());
          Identities.ofOutcomes(workspace, run, rules, checked);
          run.counts().put("dossiers", (long) checked.size());
          run.counts().put("findings", workspace.read(run, WorkspaceTable.FINDINGS).count());
          lists.keep(workspace);
          Commit.of(workspace, run);
          Changes.are(Changes.State.DONE);
          Tidy.after(workspace);
          ListFigures figures = lists.figures(workspace, run, rules);
          return new Result(run.id(), run.counts(), List.of(), "", figures);
        });
  }

  /** Renews the statistics of everything that has been checked anew. */
  public static Result aggregate(ReviewRequest request) throws JobException, RuleException {
    RuleSet rules = request.rulesInForce();
    return Workbench.filled(
        request,
        "aggregate",
        (spark, workspace, run) -> {
          Departments names = KeptDepartments.of(workspace.folder(), run);
          Set<String> renewed = Aggregate.run(spark, workspace, run, names, rules);
          KeptLists lists = KeptLists.of(workspace, run, rules, RegistryLists.NONE);
          Compare.after(workspace, run, rules, lists.lists().naming(names), renewed);
          run.counts().put("dossiers", (long) renewed.size());
          Commit.of(workspace, run);
          Changes.are(Changes.State.DONE);
          Tidy.after(workspace);
          return new Result(run.id(), run.counts(), List.of(), "");
        });
  }

  /** Writes the outputs; the tables stay as they are. */
  public static Result publish(ReviewRequest request) throws JobException, RuleException {
    Review.requireFeed(request);
    RuleSet rules = request.rulesInForce();
    return Workbench.filled(
        request,
        "publish",
        (spark, workspace, run) -> {
          String published = Review.publish(spark, workspace, run, rules, request).toString();
          Review.feed(workspace, run, rules, request);
          Changes.are(Changes.State.DONE);
          Tidy.after(workspace);
          return new Result(run.id(), new TreeMap<>(), List.of(), published);
        });
  }
}
