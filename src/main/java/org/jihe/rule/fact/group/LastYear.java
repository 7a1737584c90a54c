package org.jihe.rule.fact.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jihe.form.FormBlock;
import org.jihe.form.Texts;
import org.jihe.rule.fact.Cells;
import org.jspecify.annotations.Nullable;

/**
 * Finds projects again in last year's forms: by agency and name without year and edition, and where
 * several have that, by the whole name.
 */
public final class LastYear {

  /** Code of a form that stands alone: no forms of the year before are known. */
  private static final String NONE = "lastYear: none";

  private static final String MISSING = "blank";

  private final boolean given;
  private final Map<String, List<ProjectDigest>> before;
  private final Map<String, List<ProjectDigest>> now;

  /** Looks in last year's forms of a dossier. */
  public LastYear(Dossier dossier) {
    given = dossier.lastYear() != null;
    before = byKey(GroupFacts.orNone(dossier.lastYear()));
    now = byKey(dossier.forms());
  }

  private static Map<String, List<ProjectDigest>> byKey(List<ProjectDigest> forms) {
    Map<String, List<ProjectDigest>> byKey = new HashMap<>();
    for (ProjectDigest form : forms) {
      if (form.project() != null && !form.agency().isEmpty()) {
        byKey.computeIfAbsent(form.acrossYears(), key -> new ArrayList<>(1)).add(form);
      }
    }
    return byKey;
  }

  /** The project's form of last year, or null where there is none or it is not certain. */
  @Nullable ProjectDigest of(ProjectDigest form) {
    List<ProjectDigest> candidates = candidates(form);
    if (candidates.size() == 1 && now.getOrDefault(form.acrossYears(), List.of()).size() == 1) {
      return candidates.get(0);
    }
    List<ProjectDigest> same =
        candidates.stream().filter(one -> name(one).equals(name(form))).toList();
    boolean alone =
        now.getOrDefault(form.acrossYears(), List.of()).stream()
                .filter(one -> name(one).equals(name(form)))
                .count()
            == 1;
    return same.size() == 1 && alone ? same.get(0) : null;
  }

  private List<ProjectDigest> candidates(ProjectDigest form) {
    return form.project() == null ? List.of() : before.getOrDefault(form.acrossYears(), List.of());
  }

  private static String name(ProjectDigest form) {
    return Texts.normalised(Objects.requireNonNullElse(form.project(), ""));
  }

  /**
   * Why a form cannot be held against last year's: a code, or null where it can.
   *
   * @param cells the cells that are compared; last year's form must have them too
   */
  public @Nullable String without(ProjectDigest form, List<String> cells) {
    if (!given) {
      return NONE;
    }
    if (cells.isEmpty()) {
      return null;
    }
    ProjectDigest last = of(form);
    if (last == null) {
      return candidates(form).isEmpty() ? "lastYear: no such project" : "lastYear: ambiguous";
    }
    boolean funding = cells.stream().anyMatch(cell -> Cells.isIn(cell, FormBlock.FUNDING));
    if (funding && last.finalBudget() == null) {
      return "lastYear." + Cells.FINAL_BUDGET + ": " + MISSING;
    }
    if (funding && last.expenditure() == null) {
      return "lastYear." + Cells.ACTUAL_EXPENDITURE + ": " + MISSING;
    }
    if (cells.contains("annualObjective.planned") && last.planned() == null) {
      return "lastYear.annualObjective.planned: " + MISSING;
    }
    return null;
  }

  /** Last year's projects that this year's forms do not have. */
  List<ProjectDigest> vanished() {
    Set<String> left = new HashSet<>(before.keySet());
    left.removeAll(now.keySet());
    List<ProjectDigest> vanished = new ArrayList<>();
    left.stream().sorted().forEach(key -> vanished.addAll(before.getOrDefault(key, List.of())));
    return vanished;
  }
}
