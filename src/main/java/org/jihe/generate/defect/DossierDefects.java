package org.jihe.generate.defect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jihe.generate.draft.Draft;
import org.jihe.generate.draft.Drafting;
import org.jihe.generate.draft.Money;
import org.jihe.generate.draft.Row;
import org.jspecify.annotations.Nullable;

/** Forms of one department that were made from one another. */
final class DossierDefects {

  private static final String CLONED = "cloned";

  private DossierDefects() {}

  static void addTo(Map<String, Defect> all) {
    all.put("achievementReused", DossierDefects::achievement);
    all.put(CLONED, DossierDefects::cloned);
    all.put("split", DossierDefects::split);
    all.put("duplicateProject", DossierDefects::project);
    all.put("explanationReused", DossierDefects::explanation);
    all.put("inconsistentTarget", DossierDefects::target);
  }

  private static boolean achievement(Planting form) {
    Draft other = form.partner(draft -> true);
    if (other == null) {
      return false;
    }
    other.achieved = form.draft.achieved;
    for (Draft draft : List.of(form.draft, other)) {
      form.planted(draft, "AchievementReused", "annualObjective.achieved");
    }
    return true;
  }

  private static boolean cloned(Planting form) {
    Draft other = form.partner(draft -> !draft.project.had.contains(CLONED));
    if (other == null) {
      return false;
    }
    cloneInto(form.draft, other);
    for (Draft draft : List.of(form.draft, other)) {
      form.planted(draft, "ClonedIndicatorSet", "indicators");
    }
    return true;
  }

  /** The other form has the same indicators and targets, and has met them all. */
  private static void cloneInto(Draft from, Draft other) {
    other.project.had.add(CLONED); // its own names will be back next year, and not these again
    other.rows.clear();
    for (Row row : from.rows) {
      Row copy = row.copy();
      if (copy.shape().isHigher() && copy.reached.compareTo(copy.goal) < 0) {
        copy.reached = copy.goal.add(BigDecimal.ONE);
        copy.print();
      }
      copy.full();
      other.rows.add(copy);
    }
  }

  private static boolean split(Planting form) {
    List<Draft> group = new ArrayList<>(List.of(form.draft));
    if (form.project().last != null) {
      return false;
    }
    List<Draft> rest =
        form.year()
            .partners(
                form.draft,
                draft -> draft.sender.equals(form.draft.sender) && draft.project.last == null,
                2);
    if (rest.isEmpty()) {
      return false;
    }
    group.addAll(rest);
    rest.forEach(draft -> cloneInto(form.draft, draft));
    for (Draft draft : group) {
      Money money = draft.money;
      money.original =
          BigDecimal.valueOf(form.chance.between(80_000, 460_000))
              .divide(draft.sender.yuan(), 2, RoundingMode.HALF_UP);
      money.last = money.original;
      money.spent = Money.share(money.last, form.chance.between(0.93, 0.99));
      form.planted(draft, "PossibleSplit", "funding.total.finalBudget");
      form.follows(draft, "ClonedIndicatorSet", "indicators");
    }
    return true;
  }

  private static boolean project(Planting form) {
    Draft other = form.partner(draft -> true);
    if (other == null) {
      return false;
    }
    other.name = form.draft.name + "2";
    for (Draft draft : List.of(form.draft, other)) {
      form.planted(draft, "DuplicateProject", "projectName");
    }
    return true;
  }

  private static @Nullable Row first(Draft draft) {
    return draft.rows.stream()
        .filter(row -> Planting.isPlain(row) && row.goal.intValue() >= 5)
        .findFirst()
        .orElse(null);
  }

  private static boolean explanation(Planting form) {
    Row row = first(form.draft);
    Draft other = row == null ? null : form.partner(draft -> first(draft) != null);
    Row same = other == null ? null : first(other);
    if (row == null || other == null || same == null) {
      return false;
    }
    Drafting.miss(form.draft, row, 0.92);
    Drafting.miss(other, same, 0.9);
    same.explanation = row.explanation;
    form.planted("ExplanationReused", row, "varianceExplanation");
    form.planted(other, "ExplanationReused", other.path(same, "varianceExplanation"));
    return true;
  }

  private static boolean target(Planting form) {
    Row row = first(form.draft);
    Draft other = row == null ? null : form.partner(draft -> first(draft) != null);
    Row same = other == null ? null : first(other);
    if (row == null
        || other == null
        || same == null
        || String.valueOf(row.target).equals(same.target)) {
      return false;
    }
    String name = form.project().place() + form.draft.budgetYear + "年重点任务办结量";
    row.name = name;
    same.name = name;
    form.planted("InconsistentTarget", row, "target");
    form.planted(other, "InconsistentTarget", other.path(same, "target"));
    return true;
  }
}
