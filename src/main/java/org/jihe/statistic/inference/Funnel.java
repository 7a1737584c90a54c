package org.jihe.statistic.inference;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Within which limits a department's figure lies by chance alone, by the number of its forms, where
 * the department is like the district.
 *
 * <p>The exact upper limit is (r + 1 − α)/n. With Spiegelhalter's (2005) (r − α)/n a department
 * that is <i>at</i> r lies outside: at a share of 90 % and ten forms, that is 36 % false alarms at
 * "95 %".
 */
public final class Funnel {

  /** Expected hits and misses from which on the normal distribution will do. */
  private static final double MANY = 10;

  private Funnel() {}

  /**
   * Limits of a share.
   *
   * @param share the district's
   * @param all the department's forms
   * @return null where nothing can lie outside: the district's share is 0 or 1, or there is no form
   */
  public static @Nullable Interval share(double share, long all, Tail tail) {
    if (all == 0 || share <= 0 || share >= 1) {
      return null;
    }
    double variance = share * (1 - share);
    if (all * variance < MANY) {
      return exactShare(share, all, tail);
    }
    double width = tail.z() * Math.sqrt(variance / all);
    return new Interval(share - width, share + width).cut(0, 1);
  }

  /** Limits of a share by the binomial distribution, cut to 0 and 1. */
  static Interval exactShare(double share, long all, Tail tail) {
    BinomialDistribution hits = BinomialDistribution.of(Math.toIntExact(all), share);
    return new Interval(
            quantile(hits, tail.probability()) / all,
            (1 + quantile(hits, 1 - tail.probability())) / all)
        .cut(0, 1);
  }

  /**
   * Limits of counted ÷ expected.
   *
   * @param expected what the department would count if it were like the district
   * @return null where nothing is expected
   */
  public static @Nullable Interval ratio(double expected, Tail tail) {
    if (expected <= 0) {
      return null;
    }
    PoissonDistribution counts = PoissonDistribution.of(expected);
    return new Interval(
        Math.max(0, quantile(counts, tail.probability())) / expected,
        (1 + quantile(counts, 1 - tail.probability())) / expected);
  }

  /**
   * Limits of a mean.
   *
   * @param mean of the district's forms
   * @param deviation their standard deviation (n − 1)
   * @return null where all of the district's forms are equal, or there is no form
   */
  public static @Nullable Interval mean(double mean, double deviation, long all, Tail tail) {
    if (all == 0 || !(deviation > 0)) {
      return null;
    }
    double width = tail.z() * deviation / Math.sqrt((double) all);
    return new Interval(mean - width, mean + width);
  }

  /** The probability of a department's share or a more extreme one, on the nearer side. */
  public static double tailOfShare(double share, long hits, long all) {
    return smallerTail(BinomialDistribution.of(Math.toIntExact(all), share), hits);
  }

  /** The probability of a department's count or a more extreme one, on the nearer side. */
  public static double tailOfCount(double expected, long count) {
    return smallerTail(PoissonDistribution.of(expected), count);
  }

  private static double smallerTail(DiscreteDistribution distribution, long value) {
    int at = Math.toIntExact(value);
    double below = distribution.cumulativeProbability(at);
    double above = distribution.survivalProbability(at - 1);
    return Math.min(below, above);
  }

  /** r − α: the least integer that is not below the probability, less how far it is above. */
  private static double quantile(DiscreteDistribution distribution, double probability) {
    int r = distribution.inverseCumulativeProbability(probability);
    double above = distribution.cumulativeProbability(r) - probability;
    return r - above / distribution.probability(r);
  }
}
