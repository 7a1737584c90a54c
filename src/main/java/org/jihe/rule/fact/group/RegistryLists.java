package org.jihe.rule.fact.group;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jihe.form.FormKey;
import org.jihe.form.department.Departments;
import org.jspecify.annotations.Nullable;

/** The lists that a bureau holds: its projects (项目清单) and the treasury's ledger (支出台账). */
public final class RegistryLists implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String NO_LIST = "-";

  /** No list was given. */
  public static final RegistryLists NONE = new RegistryLists(null, null);

  /** What becomes of the lists of an earlier check that are not given again. */
  private enum Earlier {
    STAY,
    GO
  }

  /** Where a list comes from. */
  private enum Source {
    /** It was given: who is not on it is missing from it. */
    GIVEN,
    /** It was given to an earlier check: it says nothing of a department that is not on it. */
    KEPT
  }

  private final @Nullable List<ListedProject> projectLines;
  private final @Nullable List<ListedProject> ledgerLines;
  private final @Nullable Map<String, List<ListedProject>> projects;
  private final @Nullable Map<String, List<ListedProject>> ledger;
  private final String fingerprint;
  private final Earlier earlier;
  private final Source projectsFrom;
  private final Source ledgerFrom;
  private final Departments departments;

  /**
   * Lists by department and year.
   *
   * @param projects lines of the project list, or null where none was given
   * @param ledger lines of the ledger, or null where none was given
   */
  public RegistryLists(
      @Nullable List<ListedProject> projects, @Nullable List<ListedProject> ledger) {
    this(projects, ledger, Earlier.STAY, Source.GIVEN, Source.GIVEN, Departments.NONE);
  }

  private RegistryLists(
      @Nullable List<ListedProject> projects,
      @Nullable List<ListedProject> ledger,
      Earlier earlier,
      Source projectsFrom,
      Source ledgerFrom,
      Departments departments) {
    this.departments = departments;
    this.earlier = earlier;
    this.projectsFrom = projectsFrom;
    this.ledgerFrom = ledgerFrom;
    this.projectLines = projects == null ? null : List.copyOf(projects);
    this.ledgerLines = ledger == null ? null : List.copyOf(ledger);
    this.projects = byDossier(projects, departments);
    this.ledger = byDossier(ledger, departments);
    this.fingerprint =
        projects == null && ledger == null
            ? NO_LIST
            : FormKey.of(String.valueOf(projects), String.valueOf(ledger));
  }

  private static @Nullable Map<String, List<ListedProject>> byDossier(
      @Nullable List<ListedProject> lines, Departments departments) {
    return lines == null
        ? null
        : lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> departments.dossier(line.year(), line.department()),
                    TreeMap::new,
                    Collectors.toList()));
  }

  /** The same lists where it is known which names are one department. */
  public RegistryLists naming(Departments names) {
    return new RegistryLists(projectLines, ledgerLines, earlier, projectsFrom, ledgerFrom, names);
  }

  /** Which names are one department. */
  public Departments departments() {
    return departments;
  }

  /** The same lists, and none of an earlier check beside them. */
  public RegistryLists alone() {
    return new RegistryLists(
        projectLines, ledgerLines, Earlier.GO, Source.GIVEN, Source.GIVEN, departments);
  }

  /** The same lists, those that were not given from an earlier check. */
  public RegistryLists or(RegistryLists former) {
    return earlier == Earlier.GO
        ? this
        : new RegistryLists(
            projectLines == null ? former.projectLines : projectLines,
            ledgerLines == null ? former.ledgerLines : ledgerLines,
            Earlier.STAY,
            projectLines == null ? Source.KEPT : Source.GIVEN,
            ledgerLines == null ? Source.KEPT : Source.GIVEN,
            departments);
  }

  /** True where a list of an earlier check may have to be added. */
  public boolean mayLackSome() {
    return earlier == Earlier.STAY && (projectLines == null || ledgerLines == null);
  }

  /** All lines of the project list as they were given; null where it was not. */
  public @Nullable List<ListedProject> projectLines() {
    return projectLines;
  }

  /** All lines of the ledger as they were given; null where it was not. */
  public @Nullable List<ListedProject> ledgerLines() {
    return ledgerLines;
  }

  /** Depends on the lines alone. */
  public String fingerprint() {
    return fingerprint;
  }

  /** The same where a list says something of a department and year; {@code -} where none does. */
  public String fingerprint(String dossier) {
    return projects(dossier) == null && ledger(dossier) == null ? NO_LIST : fingerprint;
  }

  /** The project list's lines of a department and year; null where no list says anything of it. */
  public @Nullable List<ListedProject> projects(String dossier) {
    return lines(projects, projectsFrom, dossier);
  }

  /** The ledger's lines of a department and year; null where no ledger says anything of it. */
  public @Nullable List<ListedProject> ledger(String dossier) {
    return lines(ledger, ledgerFrom, dossier);
  }

  private static @Nullable List<ListedProject> lines(
      @Nullable Map<String, List<ListedProject>> list, Source from, String dossier) {
    List<ListedProject> lines = list == null ? null : list.get(dossier);
    return lines == null && list != null && from == Source.GIVEN ? List.of() : lines;
  }

  /**
   * Departments of the project list that have sent no form at all.
   *
   * @param dossiers those that have
   * @param years the years that are reviewed; lines of other years are passed over
   */
  public Set<String> dossiersWithoutForms(Collection<String> dossiers, Set<Integer> years) {
    Set<String> without = new TreeSet<>();
    if (projects != null) {
      projects.forEach(
          (dossier, lines) -> {
            if (!dossiers.contains(dossier) && years.contains(lines.get(0).year())) {
              without.add(dossier);
            }
          });
    }
    return without;
  }
}
