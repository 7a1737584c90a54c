package org.jihe.statistic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jihe.statistic.measure.FormMeasures;
import org.jihe.statistic.measure.FormMeasures.Found;
import org.jihe.statistic.measure.FormMeasures.Marks;
import org.jihe.statistic.measure.FormMeasures.Money;
import org.jihe.statistic.measure.FormMeasures.Place;
import org.jihe.statistic.measure.FormMeasures.Score;
import org.jspecify.annotations.Nullable;

/** Measures of forms made by hand. */
public final class MadeForms {

  private MadeForms() {}

  /** A form of a department that has these errors, budget, expenditure and score. */
  public static FormMeasures of(
      String id,
      String department,
      int errors,
      @Nullable Double budget,
      @Nullable Double spent,
      @Nullable Double score) {
    return of(id, department, "works", 2022, errors, budget, spent, score);
  }

  /** The same of a kind of project and year. */
  public static FormMeasures of(
      String id,
      String department,
      String kind,
      int year,
      int errors,
      @Nullable Double budget,
      @Nullable Double spent,
      @Nullable Double score) {
    BigDecimal money = budget == null ? null : BigDecimal.valueOf(budget);
    BigDecimal out = spent == null ? null : BigDecimal.valueOf(spent);
    BigDecimal total = score == null ? null : BigDecimal.valueOf(score);
    boolean cancelled = budget != null && budget == 0 && spent != null && spent == 0;
    BigDecimal original = cancelled ? BigDecimal.valueOf(1_000) : money;
    return new FormMeasures(
        new Place(
            department + year,
            id,
            department,
            department,
            "agency",
            "agency",
            null,
            null,
            year,
            "project " + id,
            "national",
            kind,
            "<0.5m"),
        cancelled,
        false,
        new Money(original, money, out),
        new Score(total, null, false, total, total),
        new Marks(10, 10, 0, 10, 0, 0, 0, true, false, true, null, null, List.of()),
        new Found(errors, 0, 0, errors == 0 ? Map.of() : Map.of("ScoreSumMismatch", errors)),
        0);
  }
}
