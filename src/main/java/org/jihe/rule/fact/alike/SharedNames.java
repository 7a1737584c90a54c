package org.jihe.rule.fact.alike;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups of sets that share many names: so many of them, or such a share of all that either has.
 * Two such sets share one of their rarer names, so only sets that do are compared, and none with
 * another of its own group; what shares enough is joined by union-find.
 */
public final class SharedNames {

  private final List<? extends Set<String>> sets;
  private final int fewest;
  private final BigDecimal similarity;
  private final int[] parent;
  private final BigDecimal[] least;

  /**
   * Sets that share enough, directly or through another.
   *
   * @param sets numbers of the sets in the order given
   * @param similarity the least Jaccard coefficient that joined two of them, rounded down
   */
  public record Group(List<Integer> sets, BigDecimal similarity) {}

  private SharedNames(List<? extends Set<String>> sets, int fewest, BigDecimal similarity) {
    this.sets = sets;
    this.fewest = fewest;
    this.similarity = similarity;
    this.parent = new int[sets.size()];
    this.least = new BigDecimal[sets.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
      least[i] = BigDecimal.ONE;
    }
  }

  /**
   * Groups of two and more.
   *
   * @param fewest so many names in common are enough
   * @param similarity so high a Jaccard coefficient is enough
   */
  public static List<Group> of(
      List<? extends Set<String>> sets, int fewest, BigDecimal similarity) {
    SharedNames names = new SharedNames(sets, fewest, similarity);
    names.join();
    return names.groups();
  }

  private void join() {
    Map<String, Integer> frequency = new HashMap<>();
    sets.forEach(set -> set.forEach(name -> frequency.merge(name, 1, Integer::sum)));
    Comparator<String> rarest =
        Comparator.<String, Integer>comparing(frequency::get)
            .thenComparing(Comparator.naturalOrder());
    Map<String, List<Integer>> buckets = new LinkedHashMap<>();
    for (int i = 0; i < sets.size(); i++) {
      int number = i;
      sets.get(i).stream()
          .sorted(rarest)
          .limit(rarer(sets.get(i).size()))
          .forEach(name -> buckets.computeIfAbsent(name, any -> new ArrayList<>(1)).add(number));
    }
    buckets.values().forEach(this::compare);
  }

  /** How many of a set's names must be looked at so that none of what it shares is overlooked. */
  private long rarer(int size) {
    int needed =
        similarity.multiply(BigDecimal.valueOf(size)).setScale(0, RoundingMode.CEILING).intValue();
    return size - Math.max(1L, Math.min(fewest, needed)) + 1;
  }

  private void compare(List<Integer> bucket) {
    for (int i = 1; i < bucket.size(); i++) {
      for (int j = 0; j < i; j++) {
        int one = bucket.get(i);
        int other = bucket.get(j);
        if (root(one) != root(other)) {
          joinIfAlike(one, other);
        }
      }
    }
  }

  private void joinIfAlike(int one, int other) {
    Set<String> first = sets.get(one);
    Set<String> second = sets.get(other);
    long common = first.stream().filter(second::contains).count();
    long all = first.size() + second.size() - common;
    BigDecimal jaccard =
        BigDecimal.valueOf(common).divide(BigDecimal.valueOf(all), 4, RoundingMode.FLOOR);
    if (common >= fewest || jaccard.compareTo(similarity) >= 0) {
      int kept = Math.min(root(one), root(other));
      int gone = Math.max(root(one), root(other));
      parent[gone] = kept;
      least[kept] = jaccard.min(least[kept]).min(least[gone]);
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

  private List<Group> groups() {
    Map<Integer, List<Integer>> byRoot = new LinkedHashMap<>();
    for (int i = 0; i < parent.length; i++) {
      byRoot.computeIfAbsent(root(i), any -> new ArrayList<>(1)).add(i);
    }
    List<Group> groups = new ArrayList<>();
    byRoot.forEach(
        (root, members) -> {
          if (members.size() > 1) {
            groups.add(new Group(members, least[root]));
          }
        });
    return groups;
  }
}
