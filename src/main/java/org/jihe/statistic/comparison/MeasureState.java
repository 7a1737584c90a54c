package org.jihe.statistic.comparison;

import org.jihe.statistic.inference.PooledRate;

/** Sums of one measure over forms; divisions come last. */
public final class MeasureState {

  private long forms;
  private long hits;
  private long all;
  private double sum;
  private double squares;
  private PooledRate rate = PooledRate.NONE;

  void addHits(long more, long of) {
    forms += of > 0 ? 1 : 0;
    hits += more;
    all += of;
  }

  void add(double value) {
    forms++;
    all++;
    sum += value;
    squares += value * value;
  }

  void add(double above, double below) {
    forms++;
    all++;
    rate = rate.with(above, below);
  }

  void add(MeasureState other) {
    forms += other.forms;
    hits += other.hits;
    all += other.all;
    sum += other.sum;
    squares += other.squares;
    rate = rate.with(other.rate);
  }

  /** How many forms have something to say. */
  public long forms() {
    return forms;
  }

  /** The numerator of a share or count. */
  public long hits() {
    return hits;
  }

  /** The denominator. */
  public long all() {
    return all;
  }

  /** Of amounts, the pooled rate. */
  public PooledRate rate() {
    return rate;
  }

  /** The mean of values. */
  public double mean() {
    return sum / all;
  }

  /** Their standard deviation (n − 1); 0 where all are equal, not a number for fewer than two. */
  public double deviation() {
    double rest = squares - sum * sum / all;
    // What remains of equal values is rounding.
    return rest <= 1e-12 * Math.max(1, squares) ? 0 : Math.sqrt(rest / (all - 1));
  }

  /** The mean's standard error, by these values alone. */
  public double error() {
    return deviation() / Math.sqrt((double) all);
  }
}
