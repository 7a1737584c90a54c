package org.jihe.generate.defect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jihe.generate.draft.Department;
import org.jihe.generate.draft.Department.Manner;
import org.jihe.generate.draft.Draft;

/** What follows for a form and for a department's year from all that was planted there. */
public final class DossierTruth {

  private static final List<String> PARTS =
      List.of("FundingPartsMissing", "FundingPartsDiffer", "FundingPartsOriginalMissing");
  private static final BigDecimal TOP = BigDecimal.valueOf(90);

  private final Department department;
  private final DepartmentYear of;
  private final Truth truth;
  private final List<Draft> seen = new ArrayList<>();
  private final Set<Draft> wrong = new HashSet<>();

  public DossierTruth(Department department, DepartmentYear of, Truth truth) {
    this.department = department;
    this.of = of;
    this.truth = truth;
    for (Draft draft : of.drafts()) {
      if (draft.department != null && draft.year != null) {
        seen.add(draft);
      }
    }
  }

  public void tell() {
    for (Truth.Line line : truth.lines()) {
      if (line.form() != null && Defects.isError(line)) {
        wrong.add(line.form());
      }
    }
    for (Draft draft : of.drafts()) {
      form(draft);
    }
    if (!seen.isEmpty()) {
      fullMarks();
      parts();
      compression();
      rounding();
    }
  }

  private void form(Draft draft) {
    if (department.manner() == Manner.UNDIVIDED && draft.unit != null) {
      undivided(draft);
    }
    if (draft.isAllFull() && !of.isUnmarked(draft)) {
      of.tell(draft, "AllIndicatorsFull", "indicators", Truth.Of.PLANTED);
    }
    if (wrong.contains(draft)
        && draft.totalScore != null
        && new BigDecimal(draft.totalScore).compareTo(TOP) >= 0) {
      of.tell(draft, "HighScoreWithErrors", "total.score", Truth.Of.FOLLOWS);
    }
  }

  private void undivided(Draft draft) {
    if (draft.money.last.signum() > 0) {
      of.tell(draft, PARTS.get(0), "funding.total.finalBudget", Truth.Of.PLANTED);
    } else {
      of.tell(draft, PARTS.get(2), "funding.total.originalBudget", Truth.Of.FOLLOWS);
    }
  }

  private void of(String rule, String subject, Manner manner) {
    Truth.Of kind = department.manner() == manner ? Truth.Of.PLANTED : Truth.Of.FOLLOWS;
    of.tellOfAll(of.year(), "", rule, subject, kind);
  }

  private Set<Draft> with(List<String> rules) {
    Set<Draft> here = new HashSet<>(seen);
    return truth.lines().stream()
        .filter(line -> rules.contains(line.rule()))
        .map(Truth.Line::form)
        .filter(here::contains)
        .collect(Collectors.toSet());
  }

  /** Projects that were cancelled are in no figure on scores. */
  private void fullMarks() {
    Set<Draft> cancelled = with(List.of("ProjectCancelled"));
    Set<Draft> full = with(List.of("AllIndicatorsFull"));
    full.removeAll(cancelled);
    int carriedOut = seen.size() - cancelled.size();
    if (carriedOut >= 10 && full.size() >= 0.7 * carriedOut) {
      of("FullMarkShare", "indicators", Manner.LENIENT);
    }
  }

  private void parts() {
    if (with(PARTS).size() >= 0.5 * seen.size()) {
      of("FundingPartsPractice", "funding", Manner.UNDIVIDED);
    }
  }

  private void compression() {
    List<BigDecimal> scores = new ArrayList<>();
    Set<Draft> cancelled = with(List.of("ProjectCancelled"));
    for (Draft draft : seen) {
      if (draft.totalScore != null && !cancelled.contains(draft)) {
        scores.add(new BigDecimal(draft.totalScore));
      }
    }
    scores.sort(null);
    long top = scores.stream().filter(score -> score.compareTo(TOP) >= 0).count();
    if (scores.size() >= 10
        && (top >= 0.9 * scores.size() || median(scores).compareTo(BigDecimal.valueOf(99)) >= 0)) {
      of("ScoreCompression", "total.score", Manner.MILD);
    }
  }

  private static BigDecimal median(List<BigDecimal> sorted) {
    int upper = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(upper)
        : sorted.get(upper).add(sorted.get(upper - 1)).divide(BigDecimal.valueOf(2));
  }

  private void rounding() {
    int up = 0;
    int down = 0;
    for (Draft draft : seen) {
      String floor = draft.money.percent(RoundingMode.FLOOR) + "%";
      String ceiling = draft.money.percent(RoundingMode.CEILING) + "%";
      if (draft.unit != null && !floor.equals(ceiling)) {
        up += ceiling.equals(draft.rate) ? 1 : 0;
        down += floor.equals(draft.rate) ? 1 : 0;
      }
    }
    if (down == 0 && up >= 5) {
      of("RatesAlwaysRoundedUp", "funding.total.executionRate", Manner.ROUNDING_UP);
    }
  }
}
