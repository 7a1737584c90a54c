package org.jihe.statistic.inference;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which values lie far from their peers: beyond 3.5 modified z (by median and raw MAD) <i>and</i>
 * strictly beyond the fence of 1.5 interquartile ranges.
 */
public final class Outliers {

  private static final double FAR_Z = 3.5;
  private static final double NORMAL_MAD = .6745;

  private final double median;
  private final double mad;
  private final Interval fence;
  private final Interval far;
  private final double[] z;

  private Outliers(double[] values, double median, double mad) {
    double[] quartiles = Quantiles.of(values, .25, .75);
    double range = quartiles[1] - quartiles[0];
    this.median = median;
    this.mad = mad;
    this.fence = new Interval(quartiles[0] - 1.5 * range, quartiles[1] + 1.5 * range);
    this.far = new Interval(quartiles[0] - 3 * range, quartiles[1] + 3 * range);
    this.z = Arrays.stream(values).map(value -> NORMAL_MAD * (value - median) / mad).toArray();
  }

  /**
   * Looks at a group of peers.
   *
   * @param resolution the least difference that means something, in the measure's own unit
   * @return null where all are equal, or there are none: then nothing stands out
   */
  public static @Nullable Outliers of(double[] values, double resolution) {
    if (values.length == 0 || Arrays.stream(values).allMatch(value -> value == values[0])) {
      return null;
    }
    double median = Quantiles.median(values);
    double raw =
        Quantiles.median(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
    return new Outliers(values, median, Math.max(raw, resolution));
  }

  /** The middle of the peers. */
  public double median() {
    return median;
  }

  /** Their median absolute deviation, at least the measure's resolution. */
  public double mad() {
    return mad;
  }

  /** The inner fence: quartiles ∓ 1.5 interquartile ranges. */
  public Interval fence() {
    return fence;
  }

  /** The outer fence: quartiles ∓ 3 interquartile ranges. */
  public Interval far() {
    return far;
  }

  /** The modified z of a peer. */
  public double z(int at) {
    return z[at];
  }

  /** True where a value stands out from its peers, before one takes into account how many. */
  public boolean isOutlier(int at, double value) {
    return Math.abs(z[at]) > FAR_Z && fence.isBeyond(value);
  }

  /** Probability of being so far out by chance. */
  public double p(int at) {
    return Tail.twoSided(z[at]);
  }
}
