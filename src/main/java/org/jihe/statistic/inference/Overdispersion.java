package org.jihe.statistic.inference;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How much departments differ beyond chance, on a scale on which chance is the same for all: the
 * variance τ² between them (Spiegelhalter 2005; DerSimonian and Laird 1986 for means). What all
 * departments share is no reason to name some of them.
 */
public final class Overdispersion {

  private static final double[] CUT = {.1, .9};

  private final double centre;
  private final double tauSquared;
  private final double[] z;
  private final double[] adjusted;

  private Overdispersion(double[] values, double[] errors, double centre, double tauSquared) {
    this.centre = centre;
    this.tauSquared = tauSquared;
    this.z = z(values, errors, centre, 0);
    this.adjusted = z(values, errors, centre, tauSquared);
  }

  /**
   * Shares, as arcsines of their roots.
   *
   * @param hits of each department
   * @param all forms of each department, more than 0
   * @return null where the district's share is 0 or 1
   */
  public static @Nullable Overdispersion ofShares(long[] hits, long[] all) {
    double share = (double) Arrays.stream(hits).sum() / Arrays.stream(all).sum();
    if (!(share > 0 && share < 1)) {
      return null;
    }
    double[] values = new double[all.length];
    double[] errors = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      values[i] = arcsine(hits[i] / (double) all[i]);
      errors[i] = 1 / (2 * Math.sqrt((double) all[i]));
    }
    return cut(values, errors, arcsine(share));
  }

  /**
   * Counts, as roots of counted ÷ expected.
   *
   * @param expected of each department, more than 0
   */
  public static Overdispersion ofCounts(long[] counts, double[] expected) {
    double[] values = new double[counts.length];
    double[] errors = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      values[i] = Math.sqrt(counts[i] / expected[i]);
      errors[i] = 1 / (2 * Math.sqrt(expected[i]));
    }
    return cut(values, errors, 1);
  }

  /** Means with their standard errors, all more than 0. */
  public static Overdispersion ofMeans(double[] means, double[] errors) {
    double weights = 0;
    double weighted = 0;
    for (int i = 0; i < means.length; i++) {
      double weight = 1 / (errors[i] * errors[i]);
      weights += weight;
      weighted += weight * means[i];
    }
    double centre = weighted / weights;
    double[] z = z(means, errors, centre, 0);
    double q = Arrays.stream(z).map(one -> one * one).sum();
    return of(means, errors, centre, q);
  }

  private static Overdispersion cut(double[] values, double[] errors, double centre) {
    double[] z = z(values, errors, centre, 0);
    double[] ends = Quantiles.of(z, CUT);
    double sum =
        Arrays.stream(z)
            .map(one -> Math.min(Math.max(one, ends[0]), ends[1]))
            .map(one -> one * one)
            .sum();
    return of(values, errors, centre, sum);
  }

  /**
   * The rest is the same for all.
   *
   * @param sum of the squares of z: what is I·φ where z is cut, and Q where it is not
   */
  private static Overdispersion of(double[] values, double[] errors, double centre, double sum) {
    double weights = 0;
    double squares = 0;
    for (double error : errors) {
      double weight = 1 / (error * error);
      weights += weight;
      squares += weight * weight;
    }
    double excess = sum - (values.length - 1);
    double tauSquared = excess <= 0 ? 0 : excess / (weights - squares / weights);
    return new Overdispersion(values, errors, centre, tauSquared);
  }

  private static double[] z(double[] values, double[] errors, double centre, double tauSquared) {
    double[] z = new double[values.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = (values[i] - centre) / Math.sqrt(errors[i] * errors[i] + tauSquared);
    }
    return z;
  }

  /** The variance between departments; 0 where chance alone explains them. */
  public double tauSquared() {
    return tauSquared;
  }

  /** How many of its own standard errors each department is from the centre. */
  public double[] z() {
    return z.clone();
  }

  /** The same with the variance between departments. */
  public double[] adjusted() {
    return adjusted.clone();
  }

  /** Limits of the share of a department of so many forms. */
  public Interval share(long all, Tail tail) {
    double width = tail.z() * Math.sqrt(1 / (4.0 * all) + tauSquared);
    return new Interval(shareOf(centre - width), shareOf(centre + width));
  }

  /** Limits of counted ÷ expected of a department. */
  public Interval ratio(double expected, Tail tail) {
    double width = tail.z() * Math.sqrt(1 / (4 * expected) + tauSquared);
    double lower = Math.max(0, centre - width);
    double upper = centre + width;
    return new Interval(lower * lower, upper * upper);
  }

  /** Limits of the mean of a department with this standard error, about the district's mean. */
  public Interval mean(double mean, double error, Tail tail) {
    double width = tail.z() * Math.sqrt(error * error + tauSquared);
    return new Interval(mean - width, mean + width);
  }

  /** A share on the scale on which its chance depends on the number of forms alone. */
  static double arcsine(double share) {
    return Math.asin(Math.sqrt(share));
  }

  private static double shareOf(double angle) {
    double sine = Math.sin(Math.min(Math.max(angle, 0), Math.PI / 2));
    return sine * sine;
  }
}
