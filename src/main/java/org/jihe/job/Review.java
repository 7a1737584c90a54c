package org.jihe.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jihe.publish.Publications;
import org.jihe.publish.ReviewData;
import org.jihe.publish.ReviewSummary;
import org.jihe.rule.RuleException;
import org.jihe.rule.RuleSet;
import org.jihe.statistic.GradeBands;
import org.jihe.table.Run;
import org.jihe.table.Workspace;
import org.jihe.table.WorkspaceBusyException;
import org.jihe.table.WorkspaceTable;

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
   * @throws JobException where the review cannot be done; the workspace is as it was
   */
  public static ReviewSummary run(ReviewRequest request) throws JobException, RuleException {
    RuleSet rules = RuleSet.open(request.rules(), request.jurisdiction());
    requireWritable(request.workspace());
    SparkSession spark = Sessions.embedded();
    try (Workspace workspace = Workspace.open(spark, request.workspace())) {
      return run(spark, workspace, request, rules);
    } catch (IOException e) {
      throw unwritable(request.workspace(), e);
    } catch (WorkspaceBusyException e) {
      throw new JobException(
          "workspace.busy", Map.of("workspace", request.workspace().toString()), e);
    }
  }

  private static ReviewSummary run(
      SparkSession spark, Workspace workspace, ReviewRequest request, RuleSet rules)
      throws JobException, IOException {
    Run run = workspace.begin("review");
    Ingest.Result read = Ingest.run(spark, workspace, run, request.inputs());
    Set<String> checked = Check.run(spark, workspace, run, rules, read.changed());
    Aggregate.run(workspace, run, checked, GradeBands.NATIONAL);
    ReviewSummary summary = Summary.of(workspace, run, read, rules);
    run.counts().put("sources", read.sources());
    run.counts().put("forms", read.formsAccepted());
    run.counts().put("quarantined", (long) read.quarantined().size());
    run.counts().put("findings", summary.accounting().findings());
    workspace.commit(run);
    Path published = publish(workspace, run, rules, request);
    return summary.publishedIn(published.toString());
  }

  private static Path publish(Workspace workspace, Run run, RuleSet rules, ReviewRequest request)
      throws IOException {
    Map<WorkspaceTable, Dataset<Row>> tables = new EnumMap<>(WorkspaceTable.class);
    for (WorkspaceTable table : WorkspaceTable.values()) {
      tables.put(table, workspace.read(run, table));
    }
    return Publications.write(
        new ReviewData(tables, rules.messages(request.language())), workspace.folder());
  }

  /** Tries the folder before Spark is started and anything is read. */
  private static void requireWritable(Path folder) throws JobException {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".writable", null));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static JobException unwritable(Path folder, IOException cause) {
    return new JobException(
        "workspace.unwritable",
        Map.of("workspace", folder.toString(), "detail", String.valueOf(cause.getMessage())),
        cause);
  }
}
