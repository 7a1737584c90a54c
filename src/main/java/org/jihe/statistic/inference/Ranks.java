package org.jihe.statistic.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * Ranks and within which ranks a department may be: those that are not significantly better or
 * worse cannot be told from it. Rank 1 is the highest value.
 */
public final class Ranks {

  private static final double SIGNIFICANT = .05;

  private Ranks() {}

  /**
   * A department's rank.
   *
   * @param rank ties share the smaller one
   * @param lower one more than the departments that are significantly above
   * @param upper the number of departments less those that are significantly below
   */
  public record Rank(int rank, int lower, int upper) {}

  /** Ranks of shares. Each interval holds 95 % for itself. */
  public static List<Rank> ofShares(long[] hits, long[] all) {
    double[] values = new double[all.length];
    double[] scale = new double[all.length];
    double[] errors = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      values[i] = (double) hits[i] / all[i];
      scale[i] = Overdispersion.arcsine(values[i]);
      errors[i] = 1 / (2 * Math.sqrt((double) all[i]));
    }
    return of(values, scale, errors);
  }

  /** Ranks of values with their standard errors, on the scale that the errors are of. */
  public static List<Rank> of(double[] values, double[] scale, double[] errors) {
    List<Rank> ranks = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      ranks.add(rank(i, values, scale, errors));
    }
    return ranks;
  }

  private static Rank rank(int at, double[] values, double[] scale, double[] errors) {
    double[] p = new double[values.length - 1];
    int above = 0;
    for (int j = 0, k = 0; j < values.length; j++) {
      if (j != at) {
        double error = Math.hypot(errors[at], errors[j]);
        double distance = scale[at] - scale[j];
        p[k++] = distance == 0 ? 1 : Tail.twoSided(distance / error);
      }
      above += values[j] > values[at] ? 1 : 0;
    }
    double[] adjusted = ManyLooks.holm(p);
    int better = 0;
    int worse = 0;
    for (int j = 0, k = 0; j < values.length; j++) {
      if (j != at && adjusted[k++] <= SIGNIFICANT) {
        better += scale[j] > scale[at] ? 1 : 0;
        worse += scale[j] < scale[at] ? 1 : 0;
      }
    }
    return new Rank(1 + above, 1 + better, values.length - worse);
  }
}
