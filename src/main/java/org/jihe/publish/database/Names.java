package org.jihe.publish.database;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jihe.form.Indicator;
import org.jihe.form.Texts;
import org.jihe.form.department.DepartmentLine;
import org.jihe.form.department.Departments;
import org.jihe.publish.database.DimensionTables.Agency;
import org.jihe.publish.database.DimensionTables.Department;
import org.jihe.publish.database.DimensionTables.IndicatorKind;
import org.jihe.publish.database.DimensionTables.Project;
import org.jihe.publish.database.FormTables.FormFact;
import org.jspecify.annotations.Nullable;

/** The dimensions, as they are met on the way. */
final class Names {

  private final Departments list;
  private final Map<String, Owner> owners = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, Department> departments = new TreeMap<>();
  private final Map<String, Agency> agencies = new TreeMap<>();
  private final Map<String, Project> projects = new TreeMap<>();
  private final Map<String, IndicatorKind> kinds = new TreeMap<>();
  private final TreeSet<Integer> years = new TreeSet<>();
  private final TreeSet<String> jurisdictions = new TreeSet<>();

  Names(Departments list) {
    this.list = list;
  }

  /** A department and year that have a row in the departments' statistics. */
  void add(Row statistics) {
    own(
        statistics.getAs("dossier"),
        statistics.getAs("supervisingDepartment"),
        statistics.getAs("year"));
  }

  /** Whose the forms of a department and year are. */
  Owner own(String dossier, @Nullable String printed, @Nullable Integer year) {
    Owner known = owners.get(dossier);
    if (known != null) {
      return known;
    }
    Department department = department(printed);
    departments.putIfAbsent(department.key(), department);
    keys.putIfAbsent(department.name(), department.key());
    if (year != null) {
      years.add(year);
    }
    Owner owner = new Owner(dossier, department.key(), year);
    owners.put(dossier, owner);
    return owner;
  }

  private Department department(@Nullable String printed) {
    String key = Keys.of(list.identity(printed));
    DepartmentLine line = list.line(printed);
    if (line != null) {
      return new Department(key, line.department(), line.group(), line.kind());
    }
    String name = printed == null ? "" : Texts.folded(printed);
    return new Department(key, name.isEmpty() ? key : name, null, null);
  }

  /** The owner of a department and year; one that nothing is known of has no name. */
  Owner owner(String dossier) {
    Owner known = owners.get(dossier);
    return known == null ? new Owner(dossier, "", null) : known;
  }

  /** The department of a name for people; null where no form is of it. */
  @Nullable String key(@Nullable Object name) {
    return name == null ? null : keys.get(name.toString());
  }

  /** Takes what a form names. */
  void add(FormFact fact) {
    String department = fact.owner().departmentKey();
    Row measures = fact.measures();
    if (measures != null) {
      String name = measures.getAs("department");
      keys.putIfAbsent(name == null ? department : name, department);
      String jurisdiction = measures.getAs("jurisdiction");
      if (jurisdiction != null) {
        jurisdictions.add(jurisdiction);
      }
    }
    String agency = fact.form().implementingAgency().printed();
    agencies.putIfAbsent(
        fact.agencyKey(),
        new Agency(fact.agencyKey(), department, agency == null ? "" : Texts.folded(agency)));
    projects.putIfAbsent(
        fact.projectKey(),
        new Project(fact.projectKey(), department, FormTables.text(fact.form().projectName())));
    for (Indicator indicator : fact.form().indicators()) {
      add(FormTables.text(indicator.category()), FormTables.text(indicator.aspect()));
    }
  }

  /** Takes a kind of indicator. */
  void add(String category, String aspect) {
    String key = Keys.of(category, aspect);
    kinds.computeIfAbsent(key, each -> new IndicatorKind(each, category, aspect));
  }

  Iterable<Department> departments() {
    return departments.values();
  }

  Iterable<Agency> agencies() {
    return agencies.values();
  }

  Iterable<Project> projects() {
    return projects.values();
  }

  Iterable<IndicatorKind> kinds() {
    return kinds.values();
  }

  Iterable<Integer> years() {
    return years;
  }

  Iterable<String> jurisdictions() {
    return jurisdictions;
  }
}
