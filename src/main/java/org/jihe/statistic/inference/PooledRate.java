package org.jihe.statistic.inference;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A rate of sums, such as expenditure ÷ budget over all forms, and how sure it is. Built of sums
 * alone, so that two of them can be added.
 *
 * @param n forms with both amounts known and a denominator above 0
 * @param sumA of the numerators
 * @param sumB of the denominators
 * @param sumAA of the numerators' squares
 * @param sumAB of numerator × denominator
 * @param sumBB of the denominators' squares
 */
public record PooledRate(
    long n, double sumA, double sumB, double sumAA, double sumAB, double sumBB) {

  /** The rate of nothing yet. */
  public static final PooledRate NONE = new PooledRate(0, 0, 0, 0, 0, 0);

  /** The same with one more form. */
  public PooledRate with(double a, double b) {
    return new PooledRate(n + 1, sumA + a, sumB + b, sumAA + a * a, sumAB + a * b, sumBB + b * b);
  }

  /** Both together. */
  public PooledRate with(PooledRate other) {
    return new PooledRate(
        n + other.n,
        sumA + other.sumA,
        sumB + other.sumB,
        sumAA + other.sumAA,
        sumAB + other.sumAB,
        sumBB + other.sumBB);
  }

  /** The rate; not a number where there is no form. */
  public double rate() {
    return sumA / sumB;
  }

  /** Its standard error; not a number for fewer than two forms. */
  public double error() {
    double rate = rate();
    double squares = sumAA - 2 * rate * sumAB + rate * rate * sumBB;
    return Math.sqrt((double) n / (n - 1) * Math.max(0, squares)) / sumB;
  }

  /** The 95 % interval, cut at 0 alone; null for fewer forms than it takes. */
  public @Nullable Interval interval(int fewest) {
    if (n < Math.max(2, fewest)) {
      return null;
    }
    double width =
        TDistribution.of(n - 1.0).inverseSurvivalProbability(Tail.P95.probability()) * error();
    return new Interval(Math.max(0, rate() - width), rate() + width);
  }
}
