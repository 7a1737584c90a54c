package org.jihe.rule.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void theFirstWordOfTheListIsFoundWhereverItStands() {
    Words words = Words.of(List.of("未完成", "未", "延期"));
    assertThat(words.in("因故延期，未完成")).isEqualTo("未完成");
    assertThat(words.in("延期")).isEqualTo("延期");
    assertThat(words.in("延长")).isNull();
    assertThat(words.in("")).isNull();
    assertThat(words).containsExactly("未完成", "未", "延期");
    assertThatIllegalArgumentException().isThrownBy(() -> Words.of(List.of("未", "")));
  }

  /** Random words over few characters, some of which share a bit, against the plain definitions. */
  @Test
  void agreesWithAnExhaustiveSearch() {
    String characters = "未完成\u572A\u5F8C\u5C10a1";
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      List<String> list =
          random.ints(3, 1, 4).mapToObj(length -> text(random, characters, length)).toList();
      Words words = Words.of(list);
      String text = text(random, characters, random.nextInt(6));
      String first = list.stream().filter(text::contains).findFirst().orElse(null);
      assertThat(words.in(text)).as("%s in %s", list, text).isEqualTo(first);
      assertThat(words.begin(text)).isEqualTo(list.stream().anyMatch(text::startsWith));
      assertThat(words.end(text)).isEqualTo(list.stream().anyMatch(text::endsWith));
      assertThat(words.contains(text)).isEqualTo(list.indexOf(text) >= 0);
      found += first == null ? 0 : 1;
    }
    assertThat(found).isBetween(5_000, 15_000);
  }

  private static String text(Random random, String characters, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }
}
