package org.jihe.statistic.rollup;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.statistic.comparison.ComparedMeasure;
import org.jihe.statistic.comparison.MeasureState;
import org.jihe.statistic.inference.Quantiles;
import org.jihe.statistic.measure.FormMeasures;
import org.jihe.statistic.measure.FormMeasures.Money;
import org.jspecify.annotations.Nullable;

/** Sums over forms; what is unknown is counted, never taken for zero, and divisions come last. */
public final class RollupState {

  private final Map<ComparedMeasure, MeasureState> measures = new EnumMap<>(ComparedMeasure.class);

  /** How often every score occurs: exact quartiles of few values. */
  private final TreeMap<BigDecimal, Long> scores = new TreeMap<>();

  private final TreeMap<String, Long> grades = new TreeMap<>();
  private final TreeMap<String, BigDecimal> gradeMoney = new TreeMap<>();
  private final TreeMap<String, Long> findingsByRule = new TreeMap<>();
  private BigDecimal originalBudget = BigDecimal.ZERO;
  private BigDecimal finalBudget = BigDecimal.ZERO;
  private BigDecimal expenditure = BigDecimal.ZERO;
  private BigDecimal robustBudget = BigDecimal.ZERO;
  private BigDecimal robustExpenditure = BigDecimal.ZERO;
  private BigDecimal weighted = BigDecimal.ZERO;
  private BigDecimal weight = BigDecimal.ZERO;
  private long forms;
  private long cancelled;
  private long unknown;
  private long suspect;
  private long guessed;
  private long errors;
  private long doubts;
  private long notes;
  private double overPoints;
  private double overMoney;

  /** Adds a form. */
  void add(FormMeasures form) {
    Money money = form.money();
    forms++;
    unknown += money.isKnown() ? 0 : 1;
    suspect += form.suspectAmounts() ? 1 : 0;
    guessed += form.guesses() > 0 ? 1 : 0;
    errors += form.found().errors();
    doubts += form.found().doubts();
    notes += form.found().notes();
    form.found()
        .byRule()
        .forEach((rule, count) -> findingsByRule.merge(rule, (long) count, Long::sum));
    originalBudget = plus(originalBudget, money.originalBudget());
    finalBudget = plus(finalBudget, money.finalBudget());
    expenditure = plus(expenditure, money.actualExpenditure());
    if (!form.suspectAmounts()) {
      robustBudget = plus(robustBudget, money.finalBudget());
      robustExpenditure = plus(robustExpenditure, money.actualExpenditure());
    }
    if (form.cancelled()) {
      cancelled++;
      return;
    }
    for (ComparedMeasure measure : ComparedMeasure.values()) {
      measure.add(measures.computeIfAbsent(measure, one -> new MeasureState()), form);
    }
    addScore(form);
  }

  private void addScore(FormMeasures form) {
    BigDecimal budget = form.money().finalBudget();
    Double over = form.score().inflation();
    if (over != null && over > 0) {
      overPoints += over;
      overMoney += budget == null ? 0 : over / 100 * budget.doubleValue();
    }
    BigDecimal score = form.score().total();
    if (score == null) {
      return;
    }
    scores.merge(score.stripTrailingZeros(), 1L, Long::sum);
    String grade = form.score().grade();
    if (grade != null) {
      grades.merge(grade, 1L, Long::sum);
      gradeMoney.merge(grade, budget == null ? BigDecimal.ZERO : budget, BigDecimal::add);
    }
    if (budget != null) {
      weighted = weighted.add(score.multiply(budget));
      weight = weight.add(budget);
    }
  }

  private static BigDecimal plus(BigDecimal sum, @Nullable BigDecimal value) {
    return value == null ? sum : sum.add(value);
  }

  /** How many findings of every rule that found anything. */
  public Map<String, Long> findingsByRule() {
    return findingsByRule;
  }

  /** The measure's sums. */
  public MeasureState of(ComparedMeasure measure) {
    return measures.getOrDefault(measure, new MeasureState());
  }

  /** How many scores there are. */
  public long scored() {
    return scores.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many scores are at least so high. */
  public long scoredFrom(long points) {
    return scores.tailMap(BigDecimal.valueOf(points), true).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  public long distinctScores() {
    return scores.size();
  }

  /** Quartiles and median of the scores; null where there is none. */
  public double @Nullable [] quartiles() {
    double[] all = new double[Math.toIntExact(scored())];
    int at = 0;
    for (Map.Entry<BigDecimal, Long> one : scores.entrySet()) {
      for (long i = 0; i < one.getValue(); i++) {
        all[at++] = one.getKey().doubleValue();
      }
    }
    return at == 0 ? null : Quantiles.of(all, .25, .5, .75);
  }

  /** Mean weighted by final budgets; null where there is no budget. */
  public @Nullable Double weightedMean() {
    return weight.signum() == 0 ? null : weighted.doubleValue() / weight.doubleValue();
  }

  public Map<String, Long> grades() {
    return grades;
  }

  public Map<String, BigDecimal> gradeMoney() {
    return gradeMoney;
  }

  public BigDecimal originalBudget() {
    return originalBudget;
  }

  public BigDecimal finalBudget() {
    return finalBudget;
  }

  public BigDecimal expenditure() {
    return expenditure;
  }

  /** The same without forms whose amounts cannot be right. */
  public BigDecimal robustBudget() {
    return robustBudget;
  }

  /** The same without forms whose amounts cannot be right. */
  public BigDecimal robustExpenditure() {
    return robustExpenditure;
  }

  public long forms() {
    return forms;
  }

  public long cancelled() {
    return cancelled;
  }

  /** Forms of which an amount is not known. */
  public long unknown() {
    return unknown;
  }

  /** Forms whose amounts cannot be right. */
  public long suspect() {
    return suspect;
  }

  /** Forms that were read with a guess. */
  public long guessed() {
    return guessed;
  }

  public long errors() {
    return errors;
  }

  public long doubts() {
    return doubts;
  }

  public long notes() {
    return notes;
  }

  /** Points claimed above the most that is supported. */
  public double overPoints() {
    return overPoints;
  }

  /** The same in yuan: points of a hundred × final budget. */
  public double overMoney() {
    return overMoney;
  }
}
