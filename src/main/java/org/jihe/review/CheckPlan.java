package org.jihe.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jihe.form.department.Departments;
import org.jihe.review.DepartmentCheck.Year;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.workspace.PartitionFiles.Stored;
import org.jihe.workspace.Run;

/**
 * Which dossiers a check has to look at: those whose findings do not come from their present forms,
 * these rules, the year before and the bureau's lists.
 *
 * @param due what the findings will come from, by dossier; empty for one of which nothing is left
 * @param gone dossiers that are neither on a list nor have forms any more
 * @param withoutForms dossiers that are on a list and have no forms
 * @param before the dossier of the year before, by dossier
 */
record CheckPlan(
    Map<String, String> due,
    Set<String> gone,
    Set<String> withoutForms,
    Map<String, String> before) {

  /**
   * Plans a check.
   *
   * @param years looked at only where rules see several forms
   */
  static CheckPlan of(Run run, RuleSet rules, RegistryLists lists, Supplier<DossierYears> years) {
    boolean grouped = RuleEngine.of(rules).seesGroups();
    DossierYears known = grouped ? years.get() : new DossierYears(Map.of(), Set.of());
    Set<String> withoutForms =
        grouped ? lists.dossiersWithoutForms(run.dossiers().keySet(), known.years()) : Set.of();
    String held = held(rules, lists);
    Map<String, String> due = new TreeMap<>();
    run.dossiers()
        .forEach(
            (dossier, forms) ->
                due.put(
                    dossier,
                    String.join(
                        " ",
                        forms,
                        held,
                        run.dossiers().getOrDefault(known.before().getOrDefault(dossier, ""), "-"),
                        lists.fingerprint(dossier))));
    withoutForms.forEach(dossier -> due.put(dossier, held + " " + lists.fingerprint()));
    Set<String> gone = new TreeSet<>(run.checked().keySet());
    gone.removeAll(due.keySet());
    gone.forEach(dossier -> due.put(dossier, ""));
    due.entrySet().removeIf(one -> one.getValue().equals(run.checked().get(one.getKey())));
    return new CheckPlan(due, gone, withoutForms, known.before());
  }

  /** The rules, and where the bureau says which names are one department, what it says. */
  private static String held(RuleSet rules, RegistryLists lists) {
    Departments departments = lists.departments();
    return departments.isEmpty()
        ? rules.fingerprint()
        : rules.fingerprint() + " " + departments.fingerprint();
  }

  /**
   * The years that are checked and those that they are held against, by department.
   *
   * @param files where the forms of a dossier are
   */
  List<List<Year>> departments(Map<String, List<Stored>> files) {
    Set<String> read = new TreeSet<>(due.keySet());
    due.keySet().forEach(dossier -> read.add(before.getOrDefault(dossier, dossier)));
    read.retainAll(files.keySet());
    Map<String, String> after = new TreeMap<>();
    read.forEach(dossier -> after.put(before.getOrDefault(dossier, ""), dossier));
    List<List<Year>> departments = new ArrayList<>();
    for (String first : read) {
      if (!read.contains(before.getOrDefault(first, ""))) {
        List<Year> years = new ArrayList<>();
        for (String year = first; year != null; year = after.get(year)) {
          years.add(new Year(year, due.containsKey(year), files.getOrDefault(year, List.of())));
        }
        departments.add(years);
      }
    }
    // Of one that is not due the findings stand already; written again they would stand twice.
    withoutForms.stream()
        .filter(due::containsKey)
        .forEach(dossier -> departments.add(List.of(new Year(dossier, true, List.of()))));
    return departments;
  }
}
