package org.jihe.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.SparkSession;
import org.jihe.form.department.Departments;
import org.jihe.message.JobException;
import org.jihe.process.Changes;
import org.jihe.process.RunFacts;
import org.jihe.publish.HeldPublicationException;
import org.jihe.publish.Publications;
import org.jihe.publish.database.Feed;
import org.jihe.publish.database.FeedTarget;
import org.jihe.review.attention.Scales;
import org.jihe.review.change.Followups;
import org.jihe.review.comparison.Compare;
import org.jihe.review.summary.IngestResult;
import org.jihe.review.summary.Summary;
import org.jihe.review.summary.Tally;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.view.ReviewSummary;
import org.jihe.workspace.Run;
import org.jihe.workspace.StorageFault;
import org.jihe.workspace.Workspace;

/**
 * Ingest, check, aggregate and publish in one run: what it wrote becomes visible together, when all
 * of it is done and accounted for.
 */
public final class Review {

  private Review() {}

  /**
   * Reviews on the session that is running, or on an embedded one.
   *
   * @throws RuleException where the rules or parameters are wrong; no form was read
   * @throws JobException where the review cannot be done; the tables show what they showed before
   */
  public static ReviewSummary run(ReviewRequest request) throws JobException, RuleException {
    return run(request, Progress.NONE);
  }

  /** The same, telling how far it is. */
  public static ReviewSummary run(ReviewRequest request, Progress heard)
      throws JobException, RuleException {
    Progress progress = new Progress.Timed(heard);
    requireFeed(request);
    Sessions.warmUp();
    RuleSet rules = request.rulesInForce();
    Sessions.warmUp(rules);
    return Workbench.at(
        request,
        "review",
        (spark, workspace, run) -> run(spark, workspace, run, request, rules, progress));
  }

  private static ReviewSummary run(
      SparkSession spark,
      Workspace workspace,
      Run run,
      ReviewRequest request,
      RuleSet rules,
      Progress progress)
      throws JobException, IOException {
    Run before = workspace.tables().last();
    IngestResult read = Ingest.run(spark, workspace, run, request, progress);
    progress.begins(Progress.Step.CHECK);
    KeptLists lists = KeptLists.of(workspace, run, rules, request.checking().lists());
    Check.run(spark, workspace, run, rules, lists.lists());
    Set<String> shown = new TreeSet<>(read.dossiers());
    // Departments on the bureau's list that have sent no form at all.
    run.checked().keySet().stream()
        .filter(dossier -> !run.dossiers().containsKey(dossier))
        .forEach(shown::add);
    progress.begins(Progress.Step.AGGREGATE);
    Departments names = KeptDepartments.of(workspace.folder(), run);
    Set<String> due = Aggregate.due(run, names);
    Scales scales = Scales.of(rules);
    Tally tally = Tally.of(spark, workspace, run, shown, due, names, rules.projectKinds(), scales);
    Aggregate.write(workspace, run, names, due, tally, scales);
    Compare.after(workspace, run, rules, lists.lists().naming(names), due);
    ReviewSummary summary =
        new Summary(workspace, run, shown, tally, names)
            .of(read, rules, lists.figures(workspace, run, rules), request.language())
            .with(Followups.of(workspace, before, run, shown, rules.messages(request.language())));
    run.counts().putAll(read.counts());
    run.counts().put("findings", summary.accounting().findings());
    lists.keep(workspace);
    Commit.of(workspace, run);
    RunFacts.counted(run.id(), run.counts());
    progress.begins(Progress.Step.PUBLISH);
    String published = publish(spark, workspace, run, rules, request).toString();
    feed(workspace, run, rules, request);
    Changes.are(Changes.State.DONE);
    Tidy.after(workspace);
    return summary.publishedIn(published);
  }

  /**
   * Writes the outputs of all that the run's tables hold.
   *
   * @throws JobException where that fails; the former outputs stay, and the tables count
   */
  public static Path publish(
      SparkSession spark, Workspace workspace, Run run, RuleSet rules, ReviewRequest request)
      throws JobException {
    try {
      return Publications.write(
          spark, Outputs.of(workspace, run, rules, request), workspace.folder());
    } catch (IOException | FSError e) {
      throw unpublished(workspace, e);
    } catch (RuntimeException e) {
      StorageFault fault = StorageFault.of(e);
      if (fault == null || fault.kind() != StorageFault.Kind.DISK) {
        throw e;
      }
      throw unpublished(workspace, fault.cause());
    }
  }

  /** Looks whether the database can be fed before anything is read. */
  static void requireFeed(ReviewRequest request) throws JobException {
    FeedTarget target = request.feed();
    if (target != null) {
      Feed.check(target);
    }
  }

  /**
   * Feeds the database with all that the run's tables hold, where one is named.
   *
   * @throws JobException where that fails; readers of the database see what they saw, and the
   *     tables and the published files count
   */
  static void feed(Workspace workspace, Run run, RuleSet rules, ReviewRequest request)
      throws JobException, IOException {
    FeedTarget target = request.feed();
    if (target != null) {
      RunFacts.begins("database");
      Feed.load(Outputs.of(workspace, run, rules, request), target);
    }
  }

  private static JobException unpublished(Workspace workspace, Throwable failure) {
    StorageFault fault = StorageFault.of(failure);
    Throwable cause = fault == null ? failure : fault.cause();
    String detail = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new JobException(
        failure instanceof HeldPublicationException ? "publish.held" : "publish.failed",
        Map.of("workspace", workspace.folder().toString(), "detail", detail),
        failure);
  }
}
