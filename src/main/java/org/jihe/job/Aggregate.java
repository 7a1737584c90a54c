package org.jihe.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jihe.finding.Severity;
import org.jihe.statistic.Statistics;
import org.jihe.table.FormCodec;
import org.jihe.table.PartitionFiles;
import org.jihe.table.PartitionFiles.Stored;
import org.jihe.table.Run;
import org.jihe.table.Together;
import org.jihe.table.Workspace;
import org.jihe.table.WorkspaceTable;

/**
 * Adds up forms and findings: the statistics tables. All rows of a dossier are in files of its own,
 * so a task adds up whole dossiers as their rows go by, and nothing is joined or kept.
 */
final class Aggregate {

  private Aggregate() {}

  /**
   * Renews the statistics of every dossier that has been checked anew since.
   *
   * @return the dossiers whose statistics were renewed
   */
  static Set<String> run(SparkSession spark, Workspace workspace, Run run) {
    Map<String, String> due = new TreeMap<>(run.checked());
    due.entrySet().removeIf(one -> one.getValue().equals(run.aggregated().get(one.getKey())));
    Set<String> dossiers = due.keySet();
    if (dossiers.isEmpty()) {
      return dossiers;
    }
    Added all =
        added(
            JavaSparkContext.fromSparkContext(spark.sparkContext()),
            new Tables(
                workspace.partitionFiles(WorkspaceTable.FORMS),
                workspace.partitionFiles(WorkspaceTable.FINDINGS),
                workspace.partitionFiles(WorkspaceTable.SCORE_AUDIT)),
            files(workspace, run, dossiers));
    Together.run(
        () ->
            workspace.replace(run, WorkspaceTable.DEPARTMENT_STATISTICS, all.departments, dossiers),
        () ->
            workspace.replace(run, WorkspaceTable.INDICATOR_STATISTICS, all.indicators, dossiers));
    run.aggregated().putAll(due);
    return dossiers;
  }

  /** Where the rows of a dossier are. */
  private record Files(List<Stored> forms, List<Stored> findings, List<Stored> audits)
      implements Serializable {

    long bytes() {
      return forms.stream().mapToLong(Stored::bytes).sum();
    }
  }

  private static List<Files> files(Workspace workspace, Run run, Set<String> dossiers) {
    Map<String, List<Stored>> forms = workspace.filesByKey(run, WorkspaceTable.FORMS);
    Map<String, List<Stored>> findings = workspace.filesByKey(run, WorkspaceTable.FINDINGS);
    Map<String, List<Stored>> audits = workspace.filesByKey(run, WorkspaceTable.SCORE_AUDIT);
    List<Files> files = new ArrayList<>();
    for (String dossier : dossiers) {
      List<Stored> its = forms.get(dossier);
      if (its != null) {
        files.add(
            new Files(
                its,
                findings.getOrDefault(dossier, List.of()),
                audits.getOrDefault(dossier, List.of())));
      }
    }
    return files;
  }

  /** Rows of the two tables. */
  private record Added(List<Row> departments, List<Row> indicators) implements Serializable {

    static Added nothing() {
      return new Added(new ArrayList<>(), new ArrayList<>());
    }

    void add(List<Row> moreDepartments, List<Row> moreIndicators) {
      departments.addAll(moreDepartments);
      indicators.addAll(moreIndicators);
    }
  }

  private static Added added(JavaSparkContext context, Tables tables, List<Files> files) {
    Added all = Added.nothing();
    if (files.isEmpty()) {
      return all;
    }
    Broadcast<Tables> shared = context.broadcast(tables);
    List<List<Files>> tasks = Shares.of(context, files, Files::bytes);
    context
        .parallelize(tasks, tasks.size())
        .map(
            share -> {
              Added added = Added.nothing();
              for (Files dossier : share) {
                Statistics statistics = shared.value().add(dossier);
                added.add(statistics.departments(), statistics.indicators());
              }
              return added;
            })
        .collect()
        .forEach(part -> all.add(part.departments, part.indicators));
    return all;
  }

  /** The tables that are added up. */
  private record Tables(PartitionFiles forms, PartitionFiles findings, PartitionFiles audits)
      implements Serializable {

    private static final List<String> GRADE = List.of("formId", "grade");
    private static final List<String> FOUND =
        List.of("formId", "ruleId", "severity", "subject", "waived");

    Statistics add(Files dossier) {
      Map<String, String> grades = new HashMap<>();
      for (Stored file : dossier.audits) {
        audits.read(
            file,
            GRADE,
            row -> {
              String grade = row.getAs("grade");
              if (grade != null) {
                grades.put(row.getAs("formId"), grade);
              }
            });
      }
      Statistics statistics = new Statistics();
      for (Stored file : dossier.forms) {
        forms.read(
            file,
            row -> {
              String formId = row.getAs("formId");
              statistics.add(FormCodec.fromRow(row), grades.get(formId));
            });
      }
      for (Stored file : dossier.findings) {
        findings.read(
            file,
            FOUND,
            row -> {
              if (row.getAs("waived") == null) {
                statistics.add(
                    row.getAs("formId"),
                    row.getAs("ruleId"),
                    Severity.valueOf(row.getAs("severity")),
                    row.getAs("subject"));
              }
            });
      }
      return statistics;
    }
  }
}
