package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jihe.form.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Finds a department's forms in the bureau's lists of the year: by project name, and where several
 * lines have it, by agency. Forms print no project code, so codes tell lines of one list apart and
 * bring lines of one project together.
 */
public final class Registry {

  private final Dossier dossier;
  private final Map<String, List<ListedProject>> listed;
  private final Map<String, List<ListedProject>> booked;

  /** Looks in the lists that a dossier is held against. */
  public Registry(Dossier dossier) {
    this.dossier = dossier;
    this.listed = byName(dossier.listed());
    this.booked = byName(dossier.ledger());
  }

  private static Map<String, List<ListedProject>> byName(@Nullable List<ListedProject> lines) {
    Map<String, List<ListedProject>> byName = new HashMap<>();
    for (ListedProject line : GroupFacts.orNone(lines)) {
      byName.computeIfAbsent(Texts.normalised(line.name()), key -> new ArrayList<>(1)).add(line);
    }
    return byName;
  }

  /** Lines of the project list that may be meant by a form. */
  List<ListedProject> lines(ProjectDigest form) {
    return narrowed(listed, form);
  }

  private static List<ListedProject> narrowed(
      Map<String, List<ListedProject>> lists, ProjectDigest form) {
    List<ListedProject> named =
        form.project() == null
            ? List.of()
            : lists.getOrDefault(Texts.normalised(form.project()), List.of());
    if (projects(named) < 2) {
      return named;
    }
    List<ListedProject> ofAgency =
        named.stream()
            .filter(line -> line.agency() != null)
            .filter(line -> Texts.normalised(line.agency()).equals(form.agency()))
            .toList();
    return ofAgency.isEmpty() ? named : ofAgency;
  }

  /** How many projects lines name: lines of one code are one, and without a code each is one. */
  private static long projects(List<ListedProject> lines) {
    long uncoded = lines.stream().filter(line -> line.code() == null).count();
    return uncoded
        + lines.stream().map(ListedProject::code).filter(code -> code != null).distinct().count();
  }

  /** What the ledger says of a form's project, its lines added up; null where none is certain. */
  @Nullable ListedProject ledger(ProjectDigest form) {
    List<ListedProject> lines = narrowed(booked, form);
    if (projects(lines) != 1 || twins(form) > 1) {
      return null;
    }
    ListedProject first = lines.get(0);
    BigDecimal sum = BigDecimal.ZERO;
    for (ListedProject line : lines) {
      BigDecimal amount = line.expenditure();
      if (amount == null) {
        return null;
      }
      sum = sum.add(amount);
    }
    return new ListedProject(
        first.code(),
        first.name(),
        first.department(),
        first.agency(),
        first.year(),
        sum,
        first.file(),
        first.line());
  }

  private @Nullable Map<String, Integer> twins;

  /** Forms of the same agency and name, which a list cannot tell apart. */
  private int twins(ProjectDigest form) {
    Map<String, Integer> known = twins;
    if (known == null) {
      known = new HashMap<>();
      for (ProjectDigest one : dossier.forms()) {
        known.merge(nameAndAgency(one), 1, Integer::sum);
      }
      twins = known;
    }
    return known.getOrDefault(nameAndAgency(form), 0);
  }

  private static String nameAndAgency(ProjectDigest form) {
    return form.agency() + "\u001f" + Texts.normalised(form.project());
  }

  /** Every line of the project list with the number of forms that may be meant by it. */
  Map<ListedProject, Integer> lines() {
    Map<ListedProject, Integer> forms = new LinkedHashMap<>();
    Map<String, ListedProject> coded = new HashMap<>();
    for (ListedProject line : GroupFacts.orNone(dossier.listed())) {
      String code = line.code();
      if (code == null || coded.putIfAbsent(code, line) == null) {
        forms.put(line, 0);
      }
    }
    for (ProjectDigest form : dossier.forms()) {
      for (ListedProject line : lines(form)) {
        String code = line.code();
        forms.merge(code == null ? line : coded.getOrDefault(code, line), 1, Integer::sum);
      }
    }
    return forms;
  }

  /** Why a form cannot be held against the project list: a code, or null where it can. */
  public @Nullable String withoutList(ProjectDigest form) {
    if (dossier.listed() == null) {
      return "projectList: none";
    }
    return projects(lines(form)) > 1 ? "projectList: ambiguous" : null;
  }

  /** Why a form cannot be held against the ledger: a code, or null where it can. */
  public @Nullable String withoutLedger(ProjectDigest form) {
    if (dossier.ledger() == null) {
      return "ledger: none";
    }
    List<ListedProject> lines = narrowed(booked, form);
    if (lines.isEmpty()) {
      return "ledger: no such project";
    }
    return ledger(form) == null ? "ledger: ambiguous" : null;
  }
}
