package org.jihe.review;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.jihe.review.summary.Tally;
import org.jihe.workspace.Run;
import org.jihe.workspace.Together;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/** Adds up forms and findings: the statistics tables. */
final class Aggregate {

  private Aggregate() {}

  /** The dossiers that have been checked anew since their statistics were made. */
  static Set<String> due(Run run) {
    Map<String, String> due = new TreeMap<>(run.checked());
    due.entrySet().removeIf(one -> one.getValue().equals(run.aggregated().get(one.getKey())));
    run.aggregated().keySet().stream()
        .filter(dossier -> !run.checked().containsKey(dossier))
        .forEach(dossier -> due.put(dossier, "")); // nothing is left of it
    return due.keySet();
  }

  /**
   * Renews the statistics of every dossier that has been checked anew since.
   *
   * @return the dossiers whose statistics were renewed
   */
  static Set<String> run(SparkSession spark, Workspace workspace, Run run) {
    Set<String> due = due(run);
    write(workspace, run, due, Tally.of(spark, workspace, run, Set.of(), due));
    return due;
  }

  /**
   * Writes the statistics of some dossiers.
   *
   * @param tally what they come to
   */
  static void write(Workspace workspace, Run run, Set<String> due, Tally tally) {
    if (due.isEmpty()) {
      return;
    }
    Together.run(
        () ->
            workspace.replace(run, WorkspaceTable.DEPARTMENT_STATISTICS, tally.departments(), due),
        () -> workspace.replace(run, WorkspaceTable.INDICATOR_STATISTICS, tally.indicators(), due));
    run.aggregated().keySet().retainAll(run.checked().keySet());
    run.checked().forEach(run.aggregated()::put);
  }
}
