package org.jihe.api;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What rules say of forms. The three datasets come of one check, which runs again for each result
 * that is asked for, unless it is kept ({@link #persist()}).
 */
public final class Checked {

  private final Dataset<Row> verdicts;

  Checked(Dataset<Row> verdicts) {
    this.verdicts = verdicts;
  }

  /** The rows that hold one finding, outcome or audit each. */
  Dataset<Row> verdicts() {
    return verdicts;
  }

  /** Keeps what comes of the check, in memory and where that is short on disk. */
  public Checked persist() {
    verdicts.persist();
    return this;
  }

  /** Lets go of it. */
  public Checked unpersist() {
    verdicts.unpersist();
    return this;
  }

  /**
   * One row a finding.
   *
   * @return rows of the table {@code findings}: formId, ruleId, severity, subject, reported,
   *     expected, arguments and further
   */
  public Dataset<Row> findings() {
    return part(Verdicts.FINDING);
  }

  /**
   * What every rule said of every form, in one row for the rules on single forms and another for
   * those on several.
   *
   * @return rows of the table {@code outcomes}
   */
  public Dataset<Row> outcomes() {
    return part(Verdicts.OUTCOME);
  }

  /**
   * The claimed total of every form beside the range that its evidence supports, in points.
   *
   * @return rows of the table {@code score_audit}
   */
  public Dataset<Row> scoreAudit() {
    return part(Verdicts.AUDIT);
  }

  private Dataset<Row> part(String name) {
    return verdicts.where(functions.col(name).isNotNull()).select(name + ".*");
  }
}
