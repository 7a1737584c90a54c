package org.jihe.rule.fact.alike;

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
 * be alike that are not. With 32 bands of 4 hashes, two sets of Jaccard 0.80 escape comparison once
 * in twenty million times.
 */
public final class ClonedSets {

  private static final int BANDS = 32;
  private static final int ROWS = 4;
  private static final int LOOSE_ROWS = 2;

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

  private ClonedSets(long[][] distinct, double threshold) {
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
    Map<LongBuffer, List<Integer>> equal = new LinkedHashMap<>();
    for (int i = 0; i < sets.size(); i++) {
      if (!sets.get(i).isEmpty()) {
        long[] hashes =
            sets.get(i).stream().mapToLong(ClonedSets::hash).sorted().distinct().toArray();
        equal.computeIfAbsent(LongBuffer.wrap(hashes), key -> new ArrayList<>()).add(i);
      }
    }
    long[][] distinct = equal.keySet().stream().map(LongBuffer::array).toArray(long[][]::new);
    ClonedSets clones = new ClonedSets(distinct, threshold.doubleValue());
    clones.join();
    return clones.groups(List.copyOf(equal.values()));
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
    int rows = threshold < LOOSE ? LOOSE_ROWS : ROWS;
    for (int band = 0; band < BANDS && distinct.length > 1; band++) {
      Map<Long, List<Integer>> buckets = new HashMap<>();
      for (int i = 0; i < distinct.length; i++) {
        buckets
            .computeIfAbsent(signature(distinct[i], band, rows), key -> new ArrayList<>(1))
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
      for (Map.Entry<Integer, List<Integer>> group : List.copyOf(groups.entrySet())) {
        if (root(set) == root(group.getKey())) {
          continue;
        }
        for (int other : group.getValue()) {
          double jaccard = jaccard(distinct[set], distinct[other]);
          if (jaccard >= threshold) {
            union(set, other, jaccard);
            break;
          }
        }
      }
      merge(groups, set);
    }
  }

  /** Puts a set where it belongs; groups that it has joined become one. */
  private void merge(Map<Integer, List<Integer>> groups, int set) {
    int root = root(set);
    List<Integer> whole = groups.get(root);
    if (whole == null || groups.keySet().stream().anyMatch(key -> root(key) != key)) {
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
      whole = groups.computeIfAbsent(root, key -> new ArrayList<>());
    }
    whole.add(set);
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

  private static long signature(long[] set, int band, int rows) {
    long signature = band;
    for (int row = 0; row < rows; row++) {
      long least = Long.MAX_VALUE;
      long seed = mixed(band * 31L + row + 1);
      for (long member : set) {
        least = Math.min(least, mixed(member ^ seed));
      }
      signature = mixed(signature ^ least);
    }
    return signature;
  }

  private static long hash(String text) {
    long hash = 1125899906842597L;
    for (int i = 0; i < text.length(); i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return mixed(hash);
  }

  /** Spreads the bits; the finaliser of MurmurHash3. */
  private static long mixed(long bits) {
    long x = bits;
    x = (x ^ (x >>> 33)) * 0xff51afd7ed558ccdL;
    x = (x ^ (x >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return x ^ (x >>> 33);
  }
}
