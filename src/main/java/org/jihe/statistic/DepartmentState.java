package org.jihe.statistic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.finding.Severity;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.table.SparkMaps;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the forms of one department, agency and year; divisions come last. A blank or
 * unreadable number is counted, never taken for zero.
 */
final class DepartmentState {

  private final Set<String> projects = new HashSet<>();
  private static final int SCALE = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Spellings department = new Spellings();
  private final Spellings agency = new Spellings();
  private @Nullable Integer year;
  private long forms;
  private long cancelled;
  private long unreadableAmounts;
  private long unreadableScores;
  private long indicators;
  private long fullMarks;

  /** Sums of what could be read; null where nothing could, which is not nothing. */
  private @Nullable BigDecimal originalBudget;

  private @Nullable BigDecimal finalBudget;
  private @Nullable BigDecimal expenditure;

  /** Budget and expenditure of the forms that have both, for the rate. */
  private BigDecimal pooledBudget = BigDecimal.ZERO;

  private BigDecimal pooledExpenditure = BigDecimal.ZERO;
  private BigDecimal weightedScore = BigDecimal.ZERO;
  private BigDecimal weight = BigDecimal.ZERO;

  /** How often every score occurs: a few thousand values at the most, and the exact median. */
  private final TreeMap<BigDecimal, Long> scores = new TreeMap<>();

  private final TreeMap<String, Long> bands = new TreeMap<>();
  private final TreeMap<String, Long> grades = new TreeMap<>();
  private final TreeMap<String, BigDecimal> gradeMoney = new TreeMap<>();
  private final TreeMap<String, Long> severities = new TreeMap<>();
  private final TreeMap<String, Long> rules = new TreeMap<>();

  /**
   * Adds one form.
   *
   * @param grade the grade that its total earns where it is; null where it earns none
   */
  DepartmentState add(SelfEvaluation form, @Nullable String grade) {
    FundingRow total = form.funding().total();
    BigDecimal original = total.originalBudget().value();
    BigDecimal budget = total.finalBudget().value();
    BigDecimal spent = total.actualExpenditure().value();
    department.add(form.supervisingDepartment().printed());
    agency.add(form.implementingAgency().printed());
    year = form.year().value(); // of one dossier, it is that of every form
    forms++;
    indicators += form.indicators().size();
    unreadableAmounts += original == null || budget == null || spent == null ? 1 : 0;
    // Of versions that cannot be told apart each is checked, and the money is there but once.
    boolean isFirst = projects.add(form.key());
    if (isFirst) {
      originalBudget = plus(originalBudget, original);
      finalBudget = plus(finalBudget, budget);
      expenditure = plus(expenditure, spent);
    }
    if (isFirst && budget != null && spent != null) {
      pooledBudget = pooledBudget.add(budget);
      pooledExpenditure = pooledExpenditure.add(spent);
    }
    count(bands, ExecutionBand.of(budget, spent).label(), 1);
    if (isCancelled(form)) {
      cancelled++;
    } else {
      addScore(form, isFirst ? budget : null, grade);
    }
    return this;
  }

  /** Adds what a rule found in one of the forms. */
  void add(String rule, Severity severity) {
    count(severities, severity.name(), 1);
    count(rules, rule, 1);
  }

  private void addScore(SelfEvaluation form, @Nullable BigDecimal budget, @Nullable String grade) {
    fullMarks += hasFullMarks(form) ? 1 : 0;
    BigDecimal score = form.total().score().value();
    if (score == null) {
      unreadableScores++;
      return;
    }
    scores.merge(score.stripTrailingZeros(), 1L, Long::sum);
    if (grade != null) {
      count(grades, grade, 1);
    }
    if (budget != null) {
      weightedScore = weightedScore.add(score.multiply(budget));
      weight = weight.add(budget);
      if (grade != null) {
        gradeMoney.merge(grade, budget, BigDecimal::add);
      }
    }
  }

  /** A project with a budget that was taken back before anything was spent. */
  static boolean isCancelled(SelfEvaluation form) {
    FundingRow total = form.funding().total();
    return sign(total.originalBudget().value()) > 0
        && sign(total.finalBudget().value()) == 0
        && sign(total.actualExpenditure().value()) == 0;
  }

  private static int sign(@Nullable BigDecimal value) {
    return value == null ? -1 : value.signum();
  }

  private static boolean hasFullMarks(SelfEvaluation form) {
    return !form.indicators().isEmpty()
        && form.indicators().stream().allMatch(DepartmentState::hasFullMarks);
  }

  /** True where the indicator has all of its points, and has some. */
  static boolean hasFullMarks(Indicator indicator) {
    BigDecimal max = indicator.maxScore().value();
    BigDecimal score = indicator.score().value();
    return max != null && score != null && max.signum() > 0 && score.compareTo(max) == 0;
  }

  /** 主管部门 as most of the forms print it. */
  @Nullable String supervisingDepartment() {
    return department.usual();
  }

  /** 实施单位 as most of the forms print it. */
  @Nullable String implementingAgency() {
    return agency.usual();
  }

  /** The budget year, or null where it cannot be read. */
  @Nullable Integer year() {
    return year;
  }

  /** The state's metrics as a row of the table {@code agency_statistics}. */
  Row toRow(DepartmentKey key) {
    return toRow(key.dossier(), implementingAgency());
  }

  /**
   * The same as a row of the table {@code department_statistics}.
   *
   * @param agencyName the department's only agency, or null
   */
  Row toRow(String dossier, @Nullable String agencyName) {
    return RowFactory.create(
        dossier,
        supervisingDepartment(),
        agencyName,
        year(),
        forms,
        cancelled,
        unreadableAmounts,
        unreadableScores,
        indicators,
        originalBudget,
        finalBudget,
        expenditure,
        ratio(pooledExpenditure.multiply(HUNDRED), pooledBudget),
        SparkMaps.of(bands),
        mean(),
        median(),
        ratio(weightedScore, weight),
        SparkMaps.of(grades),
        SparkMaps.of(gradeMoney),
        ratio(BigDecimal.valueOf(fullMarks), BigDecimal.valueOf(forms - cancelled)),
        SparkMaps.of(severities),
        SparkMaps.of(rules));
  }

  private @Nullable BigDecimal mean() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<BigDecimal, Long> score : scores.entrySet()) {
      sum = sum.add(score.getKey().multiply(BigDecimal.valueOf(score.getValue())));
    }
    return ratio(sum, BigDecimal.valueOf(scored()));
  }

  private @Nullable BigDecimal median() {
    long count = scored();
    if (count == 0) {
      return null;
    }
    BigDecimal low = scoreAt((count - 1) / 2);
    BigDecimal high = scoreAt(count / 2);
    return ratio(low.add(high), BigDecimal.valueOf(2));
  }

  private long scored() {
    return scores.values().stream().mapToLong(Long::longValue).sum();
  }

  private BigDecimal scoreAt(long index) {
    long seen = 0;
    for (Map.Entry<BigDecimal, Long> score : scores.entrySet()) {
      seen += score.getValue();
      if (seen > index) {
        return score.getKey();
      }
    }
    throw new IllegalArgumentException("no score " + index + " of " + seen);
  }

  static @Nullable BigDecimal ratio(BigDecimal above, BigDecimal below) {
    return below.signum() == 0 ? null : above.divide(below, SCALE, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal plus(@Nullable BigDecimal sum, @Nullable BigDecimal value) {
    if (value == null) {
      return sum;
    }
    return sum == null ? value : sum.add(value);
  }

  private static void count(Map<String, Long> counts, String name, long more) {
    counts.merge(name, more, Long::sum);
  }
}
