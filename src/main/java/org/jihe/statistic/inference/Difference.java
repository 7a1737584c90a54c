package org.jihe.statistic.inference;

import org.jspecify.annotations.Nullable;

/** How sure a difference between two years or two departments is: 95 % intervals. */
public final class Difference {

  private Difference() {}

  /** Of two shares (Newcombe 1998, method 10); null where one of them is of nothing. */
  public static @Nullable Interval ofShares(long hits, long all, long otherHits, long otherAll) {
    Interval one = ShareInterval.wilson(hits, all);
    Interval other = ShareInterval.wilson(otherHits, otherAll);
    if (one == null || other == null) {
      return null;
    }
    double p = (double) hits / all;
    double q = (double) otherHits / otherAll;
    return new Interval(
        p - q - Math.hypot(p - one.lower(), other.upper() - q),
        p - q + Math.hypot(one.upper() - p, q - other.lower()));
  }

  /** Of two rates or means with their standard errors. */
  public static Interval of(double value, double error, double other, double otherError) {
    double width = Tail.P95.z() * Math.hypot(error, otherError);
    return new Interval(value - other - width, value - other + width);
  }
}
