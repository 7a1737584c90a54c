package org.jihe.review;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.jihe.form.department.Departments;
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

  /** Rises with every change of what is added up: older statistics are made anew. */
  private static final String FORMAT = " 3 ";

  /**
   * The dossiers that have been checked anew since their statistics were made.
   *
   * @param names which names are one department
   */
  static Set<String> due(Run run, Departments names) {
    Map<String, String> due = new TreeMap<>(run.checked());
    due.entrySet()
        .removeIf(one -> made(one.getValue(), names).equals(run.aggregated().get(one.getKey())));
    run.aggregated().keySet().stream()
        .filter(dossier -> !run.checked().containsKey(dossier))
        .forEach(dossier -> due.put(dossier, "")); // nothing is left of it
    return due.keySet();
  }

  /** What the statistics of a dossier come from. */
  private static String made(String checked, Departments names) {
    return checked + FORMAT + names.fingerprint();
  }

  /**
   * Renews the statistics of every dossier that has been checked anew since.
   *
   * @param rules how the findings are weighed
   * @return the dossiers whose statistics were renewed
   */
  static Set<String> run(
      SparkSession spark, Workspace workspace, Run run, Departments names, RuleSet rules) {
    Set<String> due = due(run, names);
    Scales scales = Scales.of(rules);
    Tally tally =
        Tally.of(spark, workspace, run, Set.of(), due, names, rules.projectKinds(), scales);
    write(workspace, run, names, due, tally, scales);
    return due;
  }

  /**
   * Writes the statistics of some dossiers.
   *
   * @param tally what they come to
   * @param scales how the findings are weighed
   */
  static void write(
      Workspace workspace,
      Run run,
      Departments names,
      Set<String> due,
      Tally tally,
      Scales scales) {
    if (due.isEmpty()) {
      return;
    }
    Together.run(
        () ->
            workspace.replace(run, WorkspaceTable.DEPARTMENT_STATISTICS, tally.departments(), due),
        () -> workspace.replace(run, WorkspaceTable.AGENCY_STATISTICS, tally.agencies(), due),
        () -> workspace.replace(run, WorkspaceTable.INDICATOR_STATISTICS, tally.indicators(), due),
        () -> workspace.replaceFiles(run, WorkspaceTable.FORM_MEASURES, tally.measures(), due),
        () -> workspace.replaceFiles(run, WorkspaceTable.FORM_TEXTS, tally.texts(), due),
        () -> AttentionTable.write(workspace, run, due, tally.attention(), scales));
    run.aggregated().keySet().retainAll(run.checked().keySet());
    run.checked().forEach((dossier, one) -> run.aggregated().put(dossier, made(one, names)));
  }
}
