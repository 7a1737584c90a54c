package org.jihe.form.department;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.form.DepartmentName;
import org.jihe.form.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Printed names that are read as one department or agency although neither their codes nor their
 * plain names say so, and names of one code that are not: what a bureau should look at, and settle
 * in its list of departments. What that list says of a name is no guess.
 */
public final class JoinedNames implements Serializable {

  private static final long serialVersionUID = 1L;

  /** How names are read. */
  public enum Reading {
    /** As one department. */
    DEPARTMENT,
    /** As one agency of a department. */
    AGENCY,
    /** As departments of their own, though their code is one. */
    APART
  }

  /**
   * Names that are read in one way.
   *
   * @param names as printed, without white space
   */
  public record Joined(Reading reading, List<String> names) implements Serializable {}

  private final Departments departments;
  private final Map<String, Map<String, DepartmentName>> byDepartment = new TreeMap<>();
  private final Map<String, Map<String, DepartmentName>> byAgency = new TreeMap<>();
  private final Map<String, Map<String, DepartmentName>> byCode = new TreeMap<>();

  /** Names that were looked at already: there are few of them and many forms. */
  private final Set<String> seen = new HashSet<>();

  public JoinedNames(Departments departments) {
    this.departments = departments;
  }

  /** Looks at the names that a form prints. */
  public void add(@Nullable String department, @Nullable String agency) {
    if (!seen.add(department + "\u001f" + agency)) {
      return;
    }
    String identity = departments.identity(department);
    if (department != null && departments.line(department) == null) {
      DepartmentName name = DepartmentName.of(department);
      put(byDepartment, identity, department, name);
      if (!name.code().isEmpty()) {
        put(byCode, name.code(), department, name);
      }
    }
    if (agency != null) {
      DepartmentName name = DepartmentName.of(agency);
      put(byAgency, identity + "\u001f" + name.core(), agency, name);
    }
  }

  private static void put(
      Map<String, Map<String, DepartmentName>> names,
      String key,
      String printed,
      DepartmentName name) {
    if (!name.core().isEmpty()) {
      names.computeIfAbsent(key, one -> new TreeMap<>()).put(Texts.folded(printed), name);
    }
  }

  /** Adds what was seen elsewhere. */
  public void add(JoinedNames other) {
    add(byDepartment, other.byDepartment);
    add(byAgency, other.byAgency);
    add(byCode, other.byCode);
  }

  private static void add(
      Map<String, Map<String, DepartmentName>> names,
      Map<String, Map<String, DepartmentName>> more) {
    more.forEach((key, some) -> names.computeIfAbsent(key, one -> new TreeMap<>()).putAll(some));
  }

  /** What there is to be told; mostly nothing. */
  public List<Joined> found() {
    List<Joined> found = new ArrayList<>();
    byDepartment.values().forEach(names -> guessed(found, Reading.DEPARTMENT, names));
    byAgency.values().forEach(names -> guessed(found, Reading.AGENCY, names));
    for (Map<String, DepartmentName> names : byCode.values()) {
      if (names.values().stream().map(DepartmentName::core).distinct().count() > 1) {
        found.add(new Joined(Reading.APART, List.copyOf(names.keySet())));
      }
    }
    return found;
  }

  private static void guessed(
      List<Joined> found, Reading reading, Map<String, DepartmentName> names) {
    Set<String> plain = new TreeSet<>();
    Set<String> codes = new TreeSet<>();
    names
        .values()
        .forEach(
            name -> {
              plain.add(name.plain());
              codes.add(name.code());
            });
    codes.remove("");
    if (plain.size() > 1 || codes.size() > 1) {
      found.add(new Joined(reading, List.copyOf(names.keySet())));
    }
  }
}
