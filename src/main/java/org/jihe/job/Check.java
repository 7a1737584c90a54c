package org.jihe.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.jihe.finding.Evaluation;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.RuleEngine;
import org.jihe.rule.RuleSet;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.table.Rows;
import org.jihe.table.Run;
import org.jihe.table.ScoreAuditCodec;
import org.jihe.table.Together;
import org.jihe.table.Workspace;
import org.jihe.table.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/** Checks the forms of the tables with the rules: tables {@code findings} and {@code outcomes}. */
final class Check {

  private Check() {}

  /** A form's evaluation with the dossier it belongs to. */
  private record Checked(String dossier, @Nullable String projectName, Evaluation evaluation)
      implements java.io.Serializable {}

  /** What is done with one form on an executor. */
  @FunctionalInterface
  interface Evaluator extends java.io.Serializable {
    Evaluation evaluate(RuleSet rules, String formId, SelfEvaluation form);
  }

  /**
   * Checks the forms of every dossier whose findings do not come from its present forms and these
   * rules.
   *
   * @return the dossiers that were checked
   */
  static Set<String> run(SparkSession spark, Workspace workspace, Run run, RuleSet rules) {
    return run(
        spark,
        workspace,
        run,
        rules,
        (set, formId, form) -> RuleEngine.of(set).evaluate(formId, form));
  }

  /** The same with another way of evaluating a form, to measure the engine against. */
  static Set<String> run(
      SparkSession spark, Workspace workspace, Run run, RuleSet rules, Evaluator evaluator) {
    Map<String, String> due = new TreeMap<>();
    run.dossiers().forEach((dossier, forms) -> due.put(dossier, forms + " " + rules.fingerprint()));
    due.entrySet().removeIf(one -> one.getValue().equals(run.checked().get(one.getKey())));
    Set<String> dossiers = due.keySet();
    if (dossiers.isEmpty()) {
      return dossiers;
    }
    Dataset<Row> forms =
        workspace
            .read(run, WorkspaceTable.FORMS)
            .filter(functions.col("dossier").isin(dossiers.toArray()));
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<RuleSet> shared = context.broadcast(rules);
    JavaRDD<Checked> checked =
        Rows.of(forms)
            .mapPartitions(
                rows -> {
                  RuleSet set = shared.value();
                  Iterable<Row> each = () -> rows;
                  return java.util.stream.StreamSupport.stream(each.spliterator(), false)
                      .map(row -> evaluate(evaluator, set, FormCodec.fromRow(row)))
                      .iterator();
                })
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Together.run(
          () ->
              workspace.replace(
                  run,
                  WorkspaceTable.FINDINGS,
                  checked.flatMap(one -> findings(one).iterator()),
                  dossiers),
          () ->
              workspace.replace(
                  run,
                  WorkspaceTable.OUTCOMES,
                  checked.flatMap(one -> outcomes(one).iterator()),
                  dossiers),
          () ->
              workspace.replace(
                  run,
                  WorkspaceTable.SCORE_AUDIT,
                  checked.map(
                      one ->
                          ScoreAuditCodec.toRow(
                              one.dossier, one.projectName, one.evaluation.audit())),
                  dossiers));
    } finally {
      checked.unpersist();
    }
    run.checked().putAll(due);
    run.checkedWith(rules.fingerprint(), rules.jurisdiction(), rules.grades());
    return dossiers;
  }

  private static Checked evaluate(Evaluator evaluator, RuleSet rules, AcceptedForm form) {
    return new Checked(
        form.dossier(),
        form.form().projectName().printed(),
        evaluator.evaluate(rules, form.formId(), form.form()));
  }

  private static List<Row> findings(Checked checked) {
    List<Row> rows = new ArrayList<>();
    checked
        .evaluation
        .findings()
        .forEach(one -> rows.add(FindingCodec.toRow(checked.dossier, checked.projectName, one)));
    return rows;
  }

  private static List<Row> outcomes(Checked checked) {
    List<Row> rows = new ArrayList<>();
    checked
        .evaluation
        .outcomes()
        .forEach(one -> rows.add(FindingCodec.toRow(checked.dossier, one)));
    return rows;
  }
}
