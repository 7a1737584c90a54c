package org.jihe.statistic;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.form.Indicator;

/** Sums over the indicators of one category and aspect; see {@link DepartmentState}. */
final class IndicatorState {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private long indicators;
  private long unreadableScores;
  private long fullMarks;
  private long findings;
  private BigDecimal maxScore = BigDecimal.ZERO;
  private BigDecimal score = BigDecimal.ZERO;

  /** Adds one indicator. */
  IndicatorState add(Indicator indicator) {
    indicators++;
    fullMarks += DepartmentState.hasFullMarks(indicator) ? 1 : 0;
    BigDecimal most = indicator.maxScore().value();
    BigDecimal given = indicator.score().value();
    if (most == null || given == null) {
      unreadableScores++;
    } else {
      maxScore = maxScore.add(most);
      score = score.add(given);
    }
    return this;
  }

  /** Adds what a rule found in one of the indicators. */
  void addFinding() {
    findings++;
  }

  /**
   * The state's metrics as a row of the table {@code indicator_statistics}.
   *
   * @param department the state of the key's department
   */
  Row toRow(IndicatorKey key, DepartmentState department) {
    return RowFactory.create(
        key.department().dossier(),
        department.supervisingDepartment(),
        department.implementingAgency(),
        department.year(),
        key.category(),
        key.aspect(),
        indicators,
        unreadableScores,
        maxScore,
        score,
        DepartmentState.ratio(score.multiply(HUNDRED), maxScore),
        DepartmentState.ratio(BigDecimal.valueOf(fullMarks), BigDecimal.valueOf(indicators)),
        findings);
  }
}
