package org.jihe.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.process.Changes;
import org.jihe.publish.Publications;
import org.jihe.publish.ReviewData;
import org.jihe.review.summary.IngestResult;
import org.jihe.review.summary.Summary;
import org.jihe.review.summary.Tally;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.view.ReviewSummary;
import org.jihe.workspace.Run;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

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
  public static ReviewSummary run(ReviewRequest request, Progress progress)
      throws JobException, RuleException {
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
    Set<String> due = Aggregate.due(run);
    Tally tally = Tally.of(spark, workspace, run, shown, due);
    Aggregate.write(workspace, run, due, tally);
    ReviewSummary summary =
        new Summary(workspace, run, shown, tally, KeptDepartments.of(workspace.folder(), run))
            .of(read, rules, lists.figures(workspace, run, rules), request.language());
    run.counts().putAll(read.counts());
    run.counts().put("findings", summary.accounting().findings());
    lists.keep(workspace);
    Commit.of(workspace, run);
    progress.begins(Progress.Step.PUBLISH);
    String published = publish(spark, workspace, run, rules, request.language()).toString();
    Changes.are(Changes.State.DONE);
    return summary.publishedIn(published);
  }

  /** Writes the outputs of all that the run's tables hold. */
  static Path publish(
      SparkSession spark, Workspace workspace, Run run, RuleSet rules, Language language)
      throws IOException, JobException {
    Map<WorkspaceTable, StoredRows> tables = new EnumMap<>(WorkspaceTable.class);
    for (WorkspaceTable table : WorkspaceTable.values()) {
      tables.put(table, workspace.stored(run, table));
    }
    return Publications.write(
        spark,
        new ReviewData(
            tables,
            rules.messages(language),
            Messages.of(language, "reasons"),
            KeptDepartments.of(workspace.folder(), run)),
        workspace.folder());
  }
}
