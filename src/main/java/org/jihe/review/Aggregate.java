package org.jihe.review;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.jihe.review.attention.AttentionTable;
import org.jihe.review.attention.Scales;
import org.jihe.review.summary.Tally;
import org.jihe.rule.engine.RuleSet;
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
   * @param rules how the findings are weighed
   * @return the dossiers whose statistics were renewed
   */
  static Set<String> run(SparkSession spark, Workspace workspace, Run run, RuleSet rules) {
    Set<String> due = due(run);
    Scales scales = Scales.of(rules);
    write(workspace, run, due, Tally.of(spark, workspace, run, Set.of(), due, scales), scales);
    return due;
  }

  /**
   * Writes the statistics of some dossiers.
   *
   * @param tally what they come to
   * @param scales how the findings are weighed
   */
  static void write(
      Workspace workspace, Run run, Set<String> due, Tally tally, Scales scales) {
    if (due.isEmpty()) {
      return;
    }
    Together.run(
        () ->
            workspace.replace(run, WorkspaceTable.DEPARTMENT_STATISTICS, tally.departments(), due),
        () -> workspace.replace(run, WorkspaceTable.INDICATOR_STATISTICS, tally.indicators(), due),
        () -> AttentionTable.write(workspace, run, due, tally.attention(), scales));
    run.aggregated().keySet().retainAll(run.checked().keySet());
    run.checked().forEach(run.aggregated()::put);
  }
}
