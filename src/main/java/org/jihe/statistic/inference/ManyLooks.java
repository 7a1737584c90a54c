package org.jihe.statistic.inference;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Who looks at many departments finds some that stand out by chance; these p-values take into
 * account at how many one looked.
 */
public final class ManyLooks {

  private ManyLooks() {}

  /** Benjamini's and Hochberg's q: the expected share of false alarms among all that are as low. */
  public static double[] benjaminiHochberg(double[] p) {
    int[] order = order(p);
    double[] q = new double[p.length];
    double least = 1;
    for (int rank = p.length; rank > 0; rank--) {
      int at = order[rank - 1];
      least = Math.min(least, p[at] * p.length / rank);
      q[at] = least;
    }
    return q;
  }

  /** Holm's p: the probability of a single false alarm among all. */
  public static double[] holm(double[] p) {
    int[] order = order(p);
    double[] adjusted = new double[p.length];
    double most = 0;
    for (int i = 0; i < p.length; i++) {
      int at = order[i];
      most = Math.max(most, Math.min(1, p[at] * (p.length - i)));
      adjusted[at] = most;
    }
    return adjusted;
  }

  private static int[] order(double[] p) {
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
