package org.jihe.statistic.inference;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.jspecify.annotations.Nullable;

/** What a share of a number of forms says about those that were not looked at: 95 % intervals. */
public final class ShareInterval {

  private static final double ERROR_RATE = 2 * Tail.P95.probability();

  private ShareInterval() {}

  /** Wilson's interval; null where there is nothing to take a share of. */
  public static @Nullable Interval wilson(long hits, long all) {
    return of(BinomialConfidenceInterval.WILSON_SCORE, hits, all);
  }

  /** Clopper's and Pearson's interval, which is never too short; null as above. */
  public static @Nullable Interval clopperPearson(long hits, long all) {
    return of(BinomialConfidenceInterval.CLOPPER_PEARSON, hits, all);
  }

  private static @Nullable Interval of(BinomialConfidenceInterval method, long hits, long all) {
    if (all == 0) {
      return null;
    }
    var interval = method.fromErrorRate(Math.toIntExact(all), Math.toIntExact(hits), ERROR_RATE);
    return new Interval(interval.getLowerBound(), interval.getUpperBound()).cut(0, 1);
  }
}
