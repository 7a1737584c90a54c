package org.jihe.rule.fact.alike;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No pair that shares enough is overlooked, and none is joined that does not. */
final class SharedNamesTest {

  private static final BigDecimal SIMILARITY = new BigDecimal("0.70");

  @Test
  void theGroupsAreThoseOfEveryPair() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Set<String>> sets = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Set<String> set = new HashSet<>();
        int size = random.nextInt(10);
        for (int j = 0; j < size; j++) {
          set.add("n" + random.nextInt(18));
        }
        sets.add(set);
      }
      List<List<Integer>> found =
          SharedNames.of(sets, 5, SIMILARITY).stream().map(SharedNames.Group::sets).toList();
      assertThat(found).as("round %s", round).isEqualTo(byEveryPair(sets));
    }
  }

  private static List<List<Integer>> byEveryPair(List<Set<String>> sets) {
    int[] group = new int[sets.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    for (int i = 0; i < group.length; i++) {
      for (int j = 0; j < i; j++) {
        Set<String> common = new HashSet<>(sets.get(i));
        common.retainAll(sets.get(j));
        int all = sets.get(i).size() + sets.get(j).size() - common.size();
        if (common.size() >= 5 || (all > 0 && 10 * common.size() >= 7 * all)) {
          int from = Math.max(group[i], group[j]);
          int to = Math.min(group[i], group[j]);
          for (int k = 0; k < group.length; k++) {
            group[k] = group[k] == from ? to : group[k];
          }
        }
      }
    }
    List<List<Integer>> groups = new ArrayList<>();
    for (int root = 0; root < group.length; root++) {
      List<Integer> members = new ArrayList<>();
      for (int i = 0; i < group.length; i++) {
        if (group[i] == root) {
          members.add(i);
        }
      }
      if (members.size() > 1) {
        groups.add(members);
      }
    }
    return groups;
  }

  @Test
  void textsOfAFewOtherCharactersAreNear() {
    String text = "保障大厅窗口日常正常运转所必须的办公用品和水电网络费用";
    List<NearTexts.Group> groups =
        NearTexts.of(
            List.of(text, "另外一件毫不相干的事情写在这里", text.replace("大厅", "分厅")), new BigDecimal("0.85"));
    assertThat(groups).singleElement().satisfies(g -> assertThat(g.texts()).containsExactly(0, 2));
    assertThat(groups.get(0).similarity()).isBetween(new BigDecimal("0.85"), BigDecimal.ONE);
  }
}
