package org.jihe.review.comparison;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jihe.form.Texts;
import org.jihe.form.department.Departments;
import org.jihe.rule.fact.group.ListedProject;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.statistic.measure.FormMeasures;
import org.jihe.statistic.rollup.Coverage;
import org.jihe.statistic.rollup.Rollup;
import org.jspecify.annotations.Nullable;

/**
 * Which of the projects on the bureau's lists there are forms of, by department, year and name
 * without punctuation and spacing.
 */
record CoveredProjects(Set<String> forms, RegistryLists lists) {

  static CoveredProjects of(List<FormMeasures> forms, RegistryLists lists) {
    Set<String> names = new HashSet<>();
    if (lists.projectLines() != null || lists.ledgerLines() != null) {
      for (FormMeasures form : forms) {
        FormMeasures.Place place = form.place();
        names.add(name(place.departmentKey(), place.year(), place.project()));
      }
    }
    return new CoveredProjects(names, lists);
  }

  private static String name(String department, @Nullable Integer year, @Nullable String project) {
    return department + "\u001f" + year + "\u001f" + Texts.normalised(project);
  }

  /** Adds every department's coverage. */
  void addTo(Rollup rollup) {
    Departments departments = lists.departments();
    List<ListedProject> projects = lists.projectLines();
    for (ListedProject one : projects == null ? List.<ListedProject>of() : projects) {
      String department = departments.identity(one.department());
      long received = forms.contains(name(department, one.year(), one.name())) ? 1 : 0;
      rollup.add(
          department, one.year(), new Coverage(1, received, BigDecimal.ZERO, BigDecimal.ZERO));
    }
    List<ListedProject> ledger = lists.ledgerLines();
    for (ListedProject one : ledger == null ? List.<ListedProject>of() : ledger) {
      String department = departments.identity(one.department());
      BigDecimal money = one.expenditure();
      if (money != null) {
        boolean received = forms.contains(name(department, one.year(), one.name()));
        rollup.add(
            department, one.year(), new Coverage(0, 0, money, received ? money : BigDecimal.ZERO));
      }
    }
  }
}
