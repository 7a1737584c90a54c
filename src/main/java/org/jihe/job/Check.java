package org.jihe.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.jihe.rule.FormCheck;
import org.jihe.rule.RuleEngine;
import org.jihe.rule.RuleSet;
import org.jihe.rule.fact.ProjectDigest;
import org.jihe.rule.fact.RegistryLists;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.table.OutcomeCodec;
import org.jihe.table.Rows;
import org.jihe.table.Run;
import org.jihe.table.ScoreAuditCodec;
import org.jihe.table.Together;
import org.jihe.table.Workspace;
import org.jihe.table.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * Checks the forms of the tables with the rules: tables {@code findings}, {@code outcomes} and
 * {@code score_audit}.
 */
final class Check {

  private Check() {}

  /** A form's evaluation with the dossier it belongs to. */
  private record Checked(
      String dossier,
      @Nullable String projectName,
      Evaluation evaluation,
      @Nullable ProjectDigest digest)
      implements java.io.Serializable {}

  /** What is done with one form on an executor. */
  @FunctionalInterface
  interface Evaluator extends java.io.Serializable {
    FormCheck check(RuleSet rules, String formId, SelfEvaluation form);
  }

  /**
   * Checks the forms of every dossier whose findings do not come from its present forms and these
   * rules.
   *
   * @return the dossiers that were checked
   */
  static Set<String> run(
      SparkSession spark, Workspace workspace, Run run, RuleSet rules, RegistryLists lists) {
    return run(
        spark,
        workspace,
        run,
        rules,
        lists,
        (set, formId, form) -> RuleEngine.of(set).check(formId, form));
  }

  /** The same with another way of checking a form, to measure the engine against. */
  static Set<String> run(
      SparkSession spark,
      Workspace workspace,
      Run run,
      RuleSet rules,
      RegistryLists lists,
      Evaluator evaluator) {
    boolean grouped = RuleEngine.of(rules).seesGroups();
    Map<String, String> years = grouped ? DossierYears.before(workspace, run) : Map.of();
    Map<String, String> due = new TreeMap<>();
    run.dossiers()
        .forEach(
            (dossier, forms) ->
                due.put(
                    dossier,
                    String.join(
                        " ",
                        forms,
                        rules.fingerprint(),
                        run.dossiers().getOrDefault(years.getOrDefault(dossier, ""), "-"),
                        grouped ? lists.fingerprint() : "-")));
    Set<String> withoutForms =
        grouped
            ? lists.dossiersWithoutForms(
                run.dossiers().keySet(), DossierYears.years(workspace, run))
            : Set.of();
    withoutForms.forEach(
        dossier -> due.put(dossier, rules.fingerprint() + " " + lists.fingerprint()));
    // Of a department that is neither on the list nor has forms any more, nothing is left to say.
    Set<String> gone = new TreeSet<>(run.checked().keySet());
    gone.removeAll(due.keySet());
    gone.forEach(dossier -> due.put(dossier, ""));
    due.entrySet().removeIf(one -> one.getValue().equals(run.checked().get(one.getKey())));
    Set<String> dossiers = due.keySet();
    if (dossiers.isEmpty()) {
      return dossiers;
    }
    Set<String> read = new TreeSet<>(dossiers);
    dossiers.forEach(dossier -> read.add(years.getOrDefault(dossier, dossier)));
    Dataset<Row> forms =
        workspace
            .read(run, WorkspaceTable.FORMS)
            .filter(functions.col("dossier").isin(read.toArray()));
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
    Broadcast<Set<String>> wanted = context.broadcast(Set.copyOf(dossiers));
    JavaRDD<Checked> ofDossiers = checked.filter(one -> wanted.value().contains(one.dossier));
    JavaRDD<GroupCheck.Result> groups =
        (grouped
                ? GroupCheck.of(
                        checked.map(one -> new GroupCheck.Member(one.dossier, one.digest)),
                        shared,
                        context.broadcast(lists),
                        wanted)
                    .union(
                        context.parallelize(
                            withoutForms.stream()
                                .filter(dossiers::contains)
                                .map(dossier -> GroupCheck.withoutForms(dossier, rules, lists))
                                .toList(),
                            1))
                : context.<GroupCheck.Result>emptyRDD())
            .persist(StorageLevel.DISK_ONLY());
    try {
      Together.run(
          () ->
              workspace.replace(
                  run,
                  WorkspaceTable.FINDINGS,
                  ofDossiers
                      .flatMap(one -> findings(one).iterator())
                      .union(groups.flatMap(GroupCheck.Result::findingRows)),
                  dossiers),
          () ->
              workspace.replace(
                  run,
                  WorkspaceTable.OUTCOMES,
                  ofDossiers
                      .map(
                          one ->
                              OutcomeCodec.toRow(
                                  one.dossier, one.evaluation.formId(), one.evaluation.outcomes()))
                      .union(groups.flatMap(GroupCheck.Result::outcomeRows)),
                  dossiers),
          () ->
              workspace.replace(
                  run,
                  WorkspaceTable.SCORE_AUDIT,
                  ofDossiers.map(
                      one ->
                          ScoreAuditCodec.toRow(
                              one.dossier, one.projectName, one.evaluation.audit())),
                  dossiers));
    } finally {
      checked.unpersist();
      groups.unpersist();
    }
    run.checked().putAll(due);
    run.checked().keySet().removeAll(gone);
    run.checkedWith(rules.fingerprint(), rules.jurisdiction());
    return dossiers;
  }

  private static Checked evaluate(Evaluator evaluator, RuleSet rules, AcceptedForm form) {
    FormCheck check = evaluator.check(rules, form.formId(), form.form());
    return new Checked(
        form.dossier(), form.form().projectName().printed(), check.evaluation(), check.digest());
  }

  private static List<Row> findings(Checked checked) {
    List<Row> rows = new ArrayList<>();
    checked
        .evaluation
        .findings()
        .forEach(one -> rows.add(FindingCodec.toRow(checked.dossier, checked.projectName, one)));
    return rows;
  }
}
