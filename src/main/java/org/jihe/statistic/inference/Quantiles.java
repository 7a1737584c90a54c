package org.jihe.statistic.inference;

import org.apache.commons.statistics.descriptive.Quantile;

/** Quantiles of Hyndman's and Fan's type 7, that of R and of spreadsheets. */
public final class Quantiles {

  private static final Quantile TYPE_7 =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).withCopy(true);

  private Quantiles() {}

  /** The value below which a share of the values lies; of no value it is not a number. */
  public static double of(double[] values, double share) {
    return TYPE_7.evaluate(values, share);
  }

  /** Several quantiles at once. */
  public static double[] of(double[] values, double... shares) {
    return TYPE_7.evaluate(values, shares);
  }

  /** The middle value. */
  public static double median(double[] values) {
    return of(values, .5);
  }
}
