package org.jihe.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.jihe.review.DepartmentCheck.Written;
import org.jihe.review.DepartmentCheck.Year;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.workspace.PartitionFiles.Stored;
import org.jihe.workspace.Run;
import org.jihe.workspace.TaskPacking;
import org.jihe.workspace.Together;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/**
 * Checks the forms of the tables with the rules: tables {@code findings}, {@code outcomes} and
 * {@code score_audit}.
 */
final class Check {

  private Check() {}

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
      DepartmentCheck.Evaluator evaluator) {
    boolean grouped = RuleEngine.of(rules).seesGroups();
    DossierYears known =
        grouped ? DossierYears.of(spark, workspace, run) : new DossierYears(Map.of(), Set.of());
    Map<String, String> years = known.before();
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
                        lists.fingerprint(dossier))));
    Set<String> withoutForms =
        grouped ? lists.dossiersWithoutForms(run.dossiers().keySet(), known.years()) : Set.of();
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
    DepartmentCheck check =
        new DepartmentCheck(
            rules,
            lists,
            evaluator,
            workspace.partitionFiles(WorkspaceTable.FORMS),
            workspace.partitionFiles(WorkspaceTable.FINDINGS),
            workspace.partitionFiles(WorkspaceTable.OUTCOMES),
            workspace.partitionFiles(WorkspaceTable.SCORE_AUDIT));
    Written written =
        run(
            JavaSparkContext.fromSparkContext(spark.sparkContext()),
            check,
            departments(
                workspace.filesByKey(run, WorkspaceTable.FORMS), dossiers, withoutForms, years));
    Together.run(
        () -> workspace.replaceFiles(run, WorkspaceTable.FINDINGS, written.findings(), dossiers),
        () -> workspace.replaceFiles(run, WorkspaceTable.OUTCOMES, written.outcomes(), dossiers),
        () -> workspace.replaceFiles(run, WorkspaceTable.SCORE_AUDIT, written.audits(), dossiers));
    run.checked().putAll(due);
    run.checked().keySet().removeAll(gone);
    run.checkedWith(rules.fingerprint(), rules.jurisdiction());
    return dossiers;
  }

  private static Written run(
      JavaSparkContext context, DepartmentCheck check, List<List<Year>> departments) {
    Broadcast<DepartmentCheck> shared = context.broadcast(check);
    List<List<List<Year>>> tasks = TaskPacking.of(context, departments, Check::bytes);
    Written all = Written.nothing();
    context
        .parallelize(tasks, tasks.size())
        .map(
            share -> {
              Written written = Written.nothing();
              share.forEach(department -> written.add(shared.value().run(department)));
              return written;
            })
        .collect()
        .forEach(all::add);
    return all;
  }

  /** The years that are checked and those that they are held against, by department. */
  private static List<List<Year>> departments(
      Map<String, List<Stored>> files,
      Set<String> due,
      Set<String> withoutForms,
      Map<String, String> before) {
    Set<String> read = new TreeSet<>(due);
    due.forEach(dossier -> read.add(before.getOrDefault(dossier, dossier)));
    read.retainAll(files.keySet());
    Map<String, String> after = new TreeMap<>();
    read.forEach(dossier -> after.put(before.getOrDefault(dossier, ""), dossier));
    List<List<Year>> departments = new ArrayList<>();
    for (String first : read) {
      if (!read.contains(before.getOrDefault(first, ""))) {
        List<Year> years = new ArrayList<>();
        for (String year = first; year != null; year = after.get(year)) {
          years.add(new Year(year, due.contains(year), files.getOrDefault(year, List.of())));
        }
        departments.add(years);
      }
    }
    // Of one that is not due the findings stand already; written again they would stand twice.
    withoutForms.stream()
        .filter(due::contains)
        .forEach(dossier -> departments.add(List.of(new Year(dossier, true, List.of()))));
    return departments;
  }

  private static long bytes(List<Year> department) {
    return department.stream()
        .flatMap(year -> year.files().stream())
        .mapToLong(Stored::bytes)
        .sum();
  }
}
