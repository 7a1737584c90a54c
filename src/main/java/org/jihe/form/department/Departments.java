package org.jihe.form.department;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.form.DepartmentName;
import org.jihe.form.FormKey;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Which department (主管部门) a printed name is of. What the bureau's list says of the name, then of
 * its code, goes before what {@link DepartmentName} makes of it.
 */
public final class Departments implements Serializable {

  private static final long serialVersionUID = 1L;

  /** No list: names speak for themselves. */
  public static final Departments NONE = new Departments("", List.of());

  private static final String NO_LIST = "-";

  private final String file;
  private final List<DepartmentLine> lines;
  private final Map<String, DepartmentLine> byName = new HashMap<>();
  private final Map<String, DepartmentLine> byCode = new HashMap<>();

  /** Names that the list says are departments of their own, 本级 and all. */
  private final Set<String> own = new HashSet<>();

  private final String fingerprint;

  /**
   * A list's lines.
   *
   * @param file the list, as the user named it
   * @param lines without contradictions, see {@link #contradictions}; none where names speak for
   *     themselves
   */
  public Departments(String file, List<DepartmentLine> lines) {
    this.file = file;
    this.lines = List.copyOf(lines);
    StringBuilder all = new StringBuilder();
    for (DepartmentLine line : lines) {
      DepartmentName name = DepartmentName.of(line.printed());
      String code = code(line);
      if (!code.isEmpty()) {
        byCode.putIfAbsent(code, line);
      }
      if (isNamed(line)) {
        byName.putIfAbsent(name.plain(), line);
        if (name.plain().equals(DepartmentName.of(line.department()).plain())) {
          own.add(name.plain());
        }
      }
      all.append(line.printed()).append('\u001f').append(line.department()).append('\u001f');
      all.append(line.group()).append('\u001f').append(line.kind()).append('\u001e');
    }
    fingerprint = lines.isEmpty() ? NO_LIST : FormKey.of(all.toString());
  }

  /** The code that a line is of; empty where it is of a name alone. */
  private static String code(DepartmentLine line) {
    String code = DepartmentName.of(line.printed()).code();
    return isNamed(line) ? code : Texts.normalised(line.printed());
  }

  private static boolean isNamed(DepartmentLine line) {
    return !DepartmentName.of(line.printed()).plain().chars().allMatch(Character::isDigit);
  }

  /**
   * Lines that cannot hold beside an earlier one: they give one name or code another department,
   * group or kind, one department another group or kind, or take a department for another one.
   *
   * @return every such line with the earlier one
   */
  public static Map<DepartmentLine, DepartmentLine> contradictions(List<DepartmentLine> lines) {
    Departments all = new Departments("", lines);
    Map<DepartmentLine, DepartmentLine> wrong = new java.util.LinkedHashMap<>();
    Map<String, DepartmentLine> departments = new HashMap<>();
    for (DepartmentLine line : lines) {
      String identity = all.own(line.department());
      DepartmentLine ofName = all.byName.get(DepartmentName.of(line.printed()).plain());
      DepartmentLine ofCode = all.byCode.get(code(line));
      DepartmentLine ofDepartment = departments.putIfAbsent(identity, line);
      DepartmentLine further = all.byName.get(DepartmentName.of(line.department()).plain());
      for (DepartmentLine other : new DepartmentLine[] {ofName, ofCode, further}) {
        if (other != null && !all.own(other.department()).equals(identity)) {
          wrong.putIfAbsent(
              other.line() > line.line() ? other : line, other.line() > line.line() ? line : other);
        }
      }
      if (ofDepartment != null && !isSameKind(ofDepartment, line)) {
        wrong.putIfAbsent(line, ofDepartment);
      }
    }
    return wrong;
  }

  private static boolean isSameKind(DepartmentLine one, DepartmentLine other) {
    return Texts.folded(one.group()).equals(Texts.folded(other.group()))
        && Texts.folded(one.kind()).equals(Texts.folded(other.kind()));
  }

  /** What tells the department of a printed name from others; empty where none is printed. */
  public String identity(@Nullable String printed) {
    DepartmentLine line = line(printed);
    return line == null ? DepartmentName.identity(printed) : own(line.department());
  }

  private String own(String department) {
    DepartmentName name = DepartmentName.of(department);
    return own.contains(name.plain()) ? name.plain() : name.core();
  }

  /** The code that is printed, with a name or alone; empty where none is. */
  private static String code(DepartmentName name) {
    return name.code().isEmpty() && name.plain().chars().allMatch(Character::isDigit)
        ? name.plain()
        : name.code();
  }

  /** What the list says of a printed name, or of a code alone; null where it says nothing. */
  public @Nullable DepartmentLine line(@Nullable String printed) {
    if (lines.isEmpty() || printed == null) {
      return null;
    }
    DepartmentName name = DepartmentName.of(printed);
    DepartmentLine found = byName.get(name.plain());
    found = found == null ? byCode.get(code(name)) : found;
    return found == null ? byName.get(name.core()) : found;
  }

  /** Key of a department and year; forms that do not print them have one, too. */
  public String dossier(@Nullable Integer year, @Nullable String printed) {
    return FormKey.of(String.valueOf(year), identity(printed));
  }

  /** Identity of a form across runs and files, see {@link SelfEvaluation#key}. */
  public String key(SelfEvaluation form) {
    return form.key(identity(form.supervisingDepartment().printed()));
  }

  /** True where names speak for themselves. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The list, as the user named it; empty where there is none. */
  public String file() {
    return file;
  }

  /** The list's lines. */
  public List<DepartmentLine> lines() {
    return lines;
  }

  /** Depends on what the lines say alone; {@code -} where there are none. */
  public String fingerprint() {
    return fingerprint;
  }
}
