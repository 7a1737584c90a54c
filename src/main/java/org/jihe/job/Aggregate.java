package org.jihe.job;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jihe.statistic.Statistics;
import org.jihe.table.Run;
import org.jihe.table.Together;
import org.jihe.table.Workspace;
import org.jihe.table.WorkspaceTable;

/** Adds up forms and findings: the statistics tables. */
final class Aggregate {

  private Aggregate() {}

  /**
   * Renews the statistics of every dossier that has been checked anew since.
   *
   * @return the dossiers whose statistics were renewed
   */
  static Set<String> run(Workspace workspace, Run run) {
    Map<String, String> due = new TreeMap<>(run.checked());
    due.entrySet().removeIf(one -> one.getValue().equals(run.aggregated().get(one.getKey())));
    Set<String> dossiers = due.keySet();
    if (dossiers.isEmpty()) {
      return dossiers;
    }
    Column wanted = functions.col("dossier").isin(dossiers.toArray());
    Dataset<Row> forms = workspace.read(run, WorkspaceTable.FORMS).filter(wanted);
    Dataset<Row> findings =
        workspace.read(run, WorkspaceTable.FINDINGS).filter(wanted).filter("waived is null");
    Dataset<Row> audits = workspace.read(run, WorkspaceTable.SCORE_AUDIT).filter(wanted);
    try (Statistics statistics = Statistics.of(forms, findings, audits)) {
      Together.run(
          () ->
              workspace.replace(
                  run, WorkspaceTable.DEPARTMENT_STATISTICS, statistics.departments(), dossiers),
          () ->
              workspace.replace(
                  run, WorkspaceTable.INDICATOR_STATISTICS, statistics.indicators(), dossiers));
    }
    run.aggregated().putAll(due);
    return dossiers;
  }
}
