package org.jihe.review;

import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.jihe.form.department.Departments;
import org.jihe.message.JobException;
import org.jihe.review.DepartmentCheck.Written;
import org.jihe.review.DepartmentCheck.Year;
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
      SparkSession spark, Workspace workspace, Run run, RuleSet rules, RegistryLists lists)
      throws JobException {
    return run(spark, workspace, run, YearCheck.of(rules, lists));
  }

  /** The same with another way of checking a form, to measure the engine against. */
  static Set<String> run(SparkSession spark, Workspace workspace, Run run, YearCheck asked)
      throws JobException {
    RuleSet rules = asked.rules();
    Departments departments = KeptDepartments.of(workspace.folder(), run);
    RegistryLists named = asked.lists().naming(departments);
    CheckPlan plan =
        CheckPlan.of(run, rules, named, () -> DossierYears.of(spark, workspace, run, departments));
    Set<String> dossiers = plan.due().keySet();
    if (dossiers.isEmpty()) {
      return dossiers;
    }
    DepartmentCheck check =
        new DepartmentCheck(
            new YearCheck(rules.naming(departments), named, asked.evaluator()),
            workspace.partitionFiles(WorkspaceTable.FORMS),
            workspace.partitionFiles(WorkspaceTable.FINDINGS),
            workspace.partitionFiles(WorkspaceTable.OUTCOMES),
            workspace.partitionFiles(WorkspaceTable.SCORE_AUDIT));
    Written written =
        run(
            JavaSparkContext.fromSparkContext(spark.sparkContext()),
            check,
            plan.departments(workspace.filesByKey(run, WorkspaceTable.FORMS)));
    Together.run(
        () -> workspace.replaceFiles(run, WorkspaceTable.FINDINGS, written.findings(), dossiers),
        () -> workspace.replaceFiles(run, WorkspaceTable.OUTCOMES, written.outcomes(), dossiers),
        () -> workspace.replaceFiles(run, WorkspaceTable.SCORE_AUDIT, written.audits(), dossiers));
    run.checked().putAll(plan.due());
    run.checked().keySet().removeAll(plan.gone());
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

  private static long bytes(List<Year> department) {
    return department.stream()
        .flatMap(year -> year.files().stream())
        .mapToLong(Stored::bytes)
        .sum();
  }
}
