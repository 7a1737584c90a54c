package org.jihe.statistic.inference;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How unlikely what lies outside of a limit is, on each side of it: once in forty on each side (the
 * 95 % limits), once in a thousand (the 99.8 % limits).
 */
public enum Tail {
  P95(.025),
  P998(.001);

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double probability;
  private final double z;

  Tail(double probability) {
    this.probability = probability;
    this.z = NormalDistribution.of(0, 1).inverseSurvivalProbability(probability);
  }

  /** Probability of lying beyond the limit on one side. */
  public double probability() {
    return probability;
  }

  /** The quantile of the normal distribution, in full. */
  public double z() {
    return z;
  }

  /** Probability of being at least as far from 0 as this, on either side. */
  public static double twoSided(double z) {
    return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
  }
}
