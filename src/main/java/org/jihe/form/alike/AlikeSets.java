package org.jihe.form.alike;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups of sets that are alike. Equal sets are one to begin with; of the others, only those that
 * agree in a band of their MinHash signatures are compared, and then exactly; what is alike is
 * joined by union-find. So nothing is quadratic in the number of sets, and no two sets are said to
 * be alike that are not.
 */
public final class AlikeSets {

  /** Below this likeness bands of four hashes would miss pairs. */
  private static final double LOOSE = 0.7;

  /**
   * Sets that are alike, directly or through another.
   *
   * @param sets numbers of the sets in the order given
   * @param similarity the least Jaccard coefficient that joined two of them, rounded down
   */
  public record Group(List<Integer> sets, BigDecimal similarity) {}

  private final long[][] distinct;
  private final int[] parent;
  private final double[] least;
  private final double threshold;
  private final Banding banding;

  private AlikeSets(long[][] distinct, double threshold, Banding banding) {
    this.banding = banding;
    this.distinct = distinct;
    this.threshold = threshold;
    this.parent = new int[distinct.length];
    this.least = new double[distinct.length];
    Arrays.fill(least, 1);
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
  }

  /**
   * Groups of two and more.
   *
   * @param sets sets of texts; empty ones are like no other
   * @param threshold the least Jaccard coefficient of two sets that are alike
   */
  public static List<Group> of(List<? extends Collection<String>> sets, BigDecimal threshold) {
    double least = threshold.doubleValue();
    return of(
        sets.stream().map(AlikeSets::hashes).toList(),
        least,
        least < LOOSE ? Banding.LOOSE : Banding.CLOSE);
  }

  /** The hashes of a set of texts, in order. */
  public static long[] hashes(Collection<String> set) {
    return set.stream().mapToLong(AlikeSets::hash).sorted().distinct().toArray();
  }

  /**
   * Groups of two and more.
   *
   * @param sets hashes of sets as {@link #hashes} makes them; empty ones are like no other
   * @param threshold the least Jaccard coefficient of two sets that are alike
   * @param banding which sets are compared
   */
  public static List<Group> of(List<long[]> sets, double threshold, Banding banding) {
    Map<LongBuffer, List<Integer>> equal = new LinkedHashMap<>();
    for (int i = 0; i < sets.size(); i++) {
      if (sets.get(i).length > 0) {
        equal.computeIfAbsent(LongBuffer.wrap(sets.get(i)), key -> new ArrayList<>()).add(i);
      }
    }
    long[][] distinct = equal.keySet().stream().map(LongBuffer::array).toArray(long[][]::new);
    AlikeSets alike = new AlikeSets(distinct, threshold, banding);
    alike.join();
    return alike.groups(List.copyOf(equal.values()));
  }

  private List<Group> groups(List<List<Integer>> equal) {
    Map<Integer, List<Integer>> byRoot = new LinkedHashMap<>();
    for (int i = 0; i < distinct.length; i++) {
      byRoot.computeIfAbsent(root(i), root -> new ArrayList<>()).addAll(equal.get(i));
    }
    List<Group> groups = new ArrayList<>();
    byRoot.forEach(
        (root, members) -> {
          if (members.size() > 1) {
            members.sort(null);
            groups.add(
                new Group(members, new BigDecimal(least[root]).setScale(4, RoundingMode.HALF_UP)));
          }
        });
    return groups;
  }

  private void join() {
    for (int band = 0; band < banding.bands() && distinct.length > 1; band++) {
      Map<Long, List<Integer>> buckets = new HashMap<>();
      for (int i = 0; i < distinct.length; i++) {
        buckets
            .computeIfAbsent(banding.signature(distinct[i], band), key -> new ArrayList<>(1))
            .add(i);
      }
      buckets.values().forEach(this::compare);
    }
  }

  /** Compares the sets of one bucket, each with no more of a group than it takes to join it. */
  private void compare(List<Integer> bucket) {
    if (bucket.size() < 2) {
      return;
    }
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int set : bucket) {
      boolean joined = false;
      for (Map.Entry<Integer, List<Integer>> group : groups.entrySet()) {
        joined |= root(set) != root(group.getKey()) && joins(set, group.getValue());
      }
      merge(groups, set, joined ? Merging.JOINED : Merging.ALONE);
    }
  }

  private boolean joins(int set, List<Integer> group) {
    for (int other : group) {
      double jaccard = jaccard(distinct[set], distinct[other]);
      if (jaccard >= threshold) {
        union(set, other, jaccard);
        return true;
      }
    }
    return false;
  }

  /** Whether a set has joined groups, which are one with it now. */
  private enum Merging {
    JOINED,
    ALONE
  }

  /** Puts a set where it belongs; groups that it has joined become one. */
  private void merge(Map<Integer, List<Integer>> groups, int set, Merging merging) {
    int root = root(set);
    if (merging == Merging.JOINED) {
      Map<Integer, List<Integer>> merged = new LinkedHashMap<>();
      groups.forEach(
          (key, members) ->
              merged.merge(
                  root(key),
                  members,
                  (some, more) -> {
                    some.addAll(more);
                    return some;
                  }));
      groups.clear();
      groups.putAll(merged);
    }
    List<Integer> whole = groups.get(root);
    if (whole != null) {
      whole.add(set);
    } else if (groups.size() < banding.most()) {
      groups.put(root, new ArrayList<>(List.of(set)));
    }
  }

  private int root(int set) {
    int at = set;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private void union(int one, int other, double jaccard) {
    int first = root(one);
    int second = root(other);
    int root = Math.min(first, second);
    parent[Math.max(first, second)] = root;
    least[root] = Math.min(jaccard, Math.min(least[first], least[second]));
  }

  private static double jaccard(long[] one, long[] other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      int order = Long.compare(one[i], other[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return (double) common / (one.length + other.length - common);
  }

  /** A number for a text. */
  static long hash(String text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return Banding.mixed(hash);
  }
}
