package org.jihe.job;

import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jihe.statistic.GradeBands;
import org.jihe.statistic.Statistics;
import org.jihe.table.Run;
import org.jihe.table.Workspace;
import org.jihe.table.WorkspaceTable;

/** Adds up forms and findings: the statistics tables. */
final class Aggregate {

  private Aggregate() {}

  /** Renews the statistics of some dossiers. */
  static void run(Workspace workspace, Run run, Set<String> dossiers, GradeBands grades) {
    if (dossiers.isEmpty()) {
      return;
    }
    Column wanted = functions.col("dossier").isin(dossiers.toArray());
    Dataset<Row> forms = workspace.read(run, WorkspaceTable.FORMS).filter(wanted);
    Dataset<Row> findings = workspace.read(run, WorkspaceTable.FINDINGS).filter(wanted);
    workspace.replace(
        run,
        WorkspaceTable.DEPARTMENT_STATISTICS,
        Statistics.departments(forms, findings, grades).coalesce(1),
        dossiers);
    workspace.replace(
        run,
        WorkspaceTable.INDICATOR_STATISTICS,
        Statistics.indicators(forms, findings).coalesce(1),
        dossiers);
  }
}
