package org.jihe.generate.defect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jihe.generate.draft.Chance;
import org.jihe.generate.draft.Draft;
import org.jihe.generate.draft.Drafting;
import org.jihe.generate.draft.Money;
import org.jihe.generate.draft.Phrases;
import org.jihe.generate.draft.Project;
import org.jihe.generate.draft.Row;
import org.jihe.generate.draft.Shape;
import org.jspecify.annotations.Nullable;

/** One form into which a defect is planted, and what the defect may need. */
public final class Planting {

  public final Draft draft;
  public final Chance chance;
  private final DepartmentYear year;

  public Planting(Draft draft, Chance chance, DepartmentYear year) {
    this.draft = draft;
    this.chance = chance;
    this.year = year;
  }

  public Project project() {
    return draft.project;
  }

  // --- what is said of it ----------------------------------------------------------------------

  public void planted(String rule, String subject) {
    planted(draft, rule, subject);
  }

  public void planted(Draft form, String rule, String subject) {
    year.tell(form, rule, subject, Truth.Of.PLANTED);
  }

  public void follows(String rule, String subject) {
    follows(draft, rule, subject);
  }

  public void follows(Draft form, String rule, String subject) {
    year.tell(form, rule, subject, Truth.Of.FOLLOWS);
  }

  /** Says it of a cell. */
  public void planted(String rule, Row row, String cell) {
    planted(rule, draft.path(row, cell));
  }

  public void follows(String rule, Row row, String cell) {
    follows(rule, draft.path(row, cell));
  }

  // --- later -----------------------------------------------------------------------------------

  /** Changes cells after the form's sums are printed. */
  public void print(Runnable change) {
    year.print(change);
  }

  /** The department's year. */
  public DepartmentYear year() {
    return year;
  }

  // --- what it may be done to ------------------------------------------------------------------

  public List<Row> rows(Predicate<Row> wanted) {
    return draft.rows.stream().filter(wanted).collect(Collectors.toCollection(ArrayList::new));
  }

  /** An indicator that fits, or null. */
  @Nullable Row row(Predicate<Row> wanted) {
    List<Row> rows = rows(wanted);
    return rows.isEmpty() ? null : chance.one(rows);
  }

  /** Full marks, a target of which more is better, not the satisfaction of anybody. */
  public static boolean isPlain(Row row) {
    return row.shape().isHigher() && !row.isSatisfaction() && row.isFull();
  }

  static boolean isWords(Row row) {
    return row.shape() == Shape.WORDS && row.isFull();
  }

  /** True where the form will say where its money comes from. */
  boolean isDivided() {
    return year.isDivided();
  }

  /** A form of the same year without a defect, which gets none of its own any more; or null. */
  @Nullable Draft partner(Predicate<Draft> wanted) {
    return year.partner(draft, wanted);
  }

  // --- common changes --------------------------------------------------------------------------

  /** The share of the budget that is spent, of a budget that nobody changed. */
  void spend(double share) {
    Money money = draft.money;
    money.last = money.original.max(money.carried);
    money.original = money.last;
    money.spent = Money.share(money.last, share);
  }

  /** Why little was spent stands in the form. */
  void sayWhy() {
    draft.achieved = draft.achieved + Phrases.cause(project());
  }

  /** One output at least has lost points. */
  void missAnOutput() {
    if (draft.rows.stream().filter(Row::isOutput).allMatch(Row::isFull)) {
      Row row = row(one -> one.isOutput() && isPlain(one) && one.goal.intValue() >= 5);
      if (row != null) {
        Drafting.miss(draft, row, chance.between(0.85, 0.95));
      }
    }
  }

  /** What a low rate of execution entails. */
  void followsOfLowRate() {
    double rate = draft.execution();
    if (rate < 0.9 && rate > 0) {
      follows("LowExecution", "funding.total.executionRate");
    }
    if (draft.money.spent.doubleValue() < 0.6 * draft.money.original.doubleValue()) {
      follows("OriginalBudgetExecutionLow", "funding.total.actualExpenditure");
    }
    Money money = draft.money;
    if (rate == 0 && isDivided() && money.carried.compareTo(money.last) == 0) {
      follows("PartEqualsSpent", "funding.currentYearAppropriation.finalBudget");
    }
    if (rate < 0.85) {
      follows("outlier:executionRate", "funding.total.executionRate");
      if (draft.sum().doubleValue() - 100 * rate > 12) {
        follows("outlier:scoreMinusRate", "total.score");
      }
    }
  }

  /** Nothing was done and nothing earned, indicator by indicator. */
  void nothingDone() {
    for (Row row : draft.rows) {
      row.earned = BigDecimal.ZERO;
      row.actual = "尚未开展" + row.spec.suffix() + "相关工作";
      row.reached = BigDecimal.ZERO;
      row.explanation = Phrases.explanation(project(), row, draft.budgetYear);
    }
  }
}
