package org.jihe.rule.fact.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Groups of sets that are alike, against comparing every pair. */
final class ClonedSetsTest {

  private static final BigDecimal LIKE = new BigDecimal("0.80");

  @Test
  void findsWhatComparingEveryPairFinds() {
    Random random = new Random(7);
    List<Set<String>> sets = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      Set<String> set = new HashSet<>();
      int template = random.nextInt(60);
      for (int name = 0; name < 10; name++) {
        set.add(random.nextInt(12) == 0 ? "own" + i + name : "t" + template + "n" + name);
      }
      sets.add(set);
    }

    assertThat(partition(sets.size(), ClonedSets.of(sets, LIKE))).isEqualTo(everyPair(sets));
  }

  @Test
  void emptySetsAreLikeNoOther() {
    assertThat(ClonedSets.of(List.of(Set.of(), Set.of()), LIKE)).isEmpty();
  }

  private static int[] partition(int size, List<ClonedSets.Group> groups) {
    int[] of = new int[size];
    for (int i = 0; i < size; i++) {
      of[i] = i;
    }
    groups.forEach(group -> group.sets().forEach(set -> of[set] = group.sets().get(0)));
    return of;
  }

  private static int[] everyPair(List<Set<String>> sets) {
    int[] of = new int[sets.size()];
    for (int i = 0; i < of.length; i++) {
      of[i] = i;
    }
    for (int i = 0; i < of.length; i++) {
      for (int j = 0; j < i; j++) {
        Set<String> common = new HashSet<>(sets.get(i));
        common.retainAll(sets.get(j));
        int all = sets.get(i).size() + sets.get(j).size() - common.size();
        if (common.size() * 10 >= all * 8 && of[i] != of[j]) {
          int from = Math.max(of[i], of[j]);
          int to = Math.min(of[i], of[j]);
          for (int k = 0; k < of.length; k++) {
            of[k] = of[k] == from ? to : of[k];
          }
        }
      }
    }
    return of;
  }
}
