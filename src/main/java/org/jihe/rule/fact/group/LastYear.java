package org.jihe.rule.fact.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jihe.form.FormBlock;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.Texts;
import org.jihe.rule.cell.Cells;
import org.jspecify.annotations.Nullable;

/**
 * Finds projects again in last year's forms: by agency and name without year and edition, and where
 * several have that, by the whole name.
 */
public final class LastYear {

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
        byKey.computeIfAbsent(form.identity().acrossYears(), key -> new ArrayList<>(1)).add(form);
      }
    }
    return byKey;
  }

  /** The project's form of last year, or null where there is none or it is not certain. */
  @Nullable ProjectDigest of(ProjectDigest form) {
    List<ProjectDigest> candidates = candidates(form);
    if (candidates.size() == 1
        && now.getOrDefault(form.identity().acrossYears(), List.of()).size() == 1) {
      return candidates.get(0);
    }
    List<ProjectDigest> same =
        candidates.stream().filter(one -> name(one).equals(name(form))).toList();
    boolean alone =
        now.getOrDefault(form.identity().acrossYears(), List.of()).stream()
                .filter(one -> name(one).equals(name(form)))
                .count()
            == 1;
    return same.size() == 1 && alone ? same.get(0) : null;
  }

  private List<ProjectDigest> candidates(ProjectDigest form) {
    return form.project() == null
        ? List.of()
        : before.getOrDefault(form.identity().acrossYears(), List.of());
  }

  private static String name(ProjectDigest form) {
    return Texts.normalised(Objects.requireNonNullElse(form.project(), ""));
  }

  /**
   * Why a form cannot be held against last year's; null where it can.
   *
   * @param cells the cells that are compared; last year's form must have them too
   */
  public @Nullable NoMatch without(ProjectDigest form, List<String> cells) {
    if (!given) {
      return NoMatch.none("lastYear: none");
    }
    if (cells.isEmpty()) {
      return null;
    }
    ProjectDigest last = of(form);
    if (last != null) {
      return blank(last, cells);
    }
    return candidates(form).isEmpty()
        ? NoMatch.none("lastYear: no such project")
        : NoMatch.uncertain("lastYear: ambiguous");
  }

  /** The first of the compared cells that last year's form lacks; null where it has them all. */
  private static @Nullable NoMatch blank(ProjectDigest last, List<String> cells) {
    ReportedAmounts amounts = last.amounts();
    boolean funding = cells.stream().anyMatch(cell -> Cells.isIn(cell, FormBlock.FUNDING));
    if (funding && amounts.finalBudget() == null) {
      return NoMatch.uncertain("lastYear.funding.total.finalBudget: blank");
    }
    if (funding && amounts.expenditure().yuan() == null) {
      return NoMatch.uncertain("lastYear.funding.total.actualExpenditure: blank");
    }
    boolean planned = cells.contains(FormPath.objective(FormFields.PLANNED).toString());
    return planned && last.texts().planned() == null
        ? NoMatch.uncertain("lastYear.annualObjective.planned: blank")
        : null;
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
