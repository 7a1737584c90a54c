package org.jihe.statistic.inference;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** What a count says about the rate behind it: Garwood's 95 % interval. */
public final class CountInterval {

  private CountInterval() {}

  /** Of the expected count, where so many were counted. */
  public static Interval garwood(long count) {
    return garwood((double) count, Tail.P95);
  }

  static Interval garwood(double count, Tail tail) {
    double lower =
        count == 0
            ? 0
            : ChiSquaredDistribution.of(2 * count).inverseCumulativeProbability(tail.probability())
                / 2;
    double upper =
        ChiSquaredDistribution.of(2 * (count + 1)).inverseSurvivalProbability(tail.probability())
            / 2;
    return new Interval(lower, upper);
  }
}
