package org.jihe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.rule.folder.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of wrong rules: every text that is asked for is there, and no other. */
final class RuleMessagesTest {

  private static final Path SOURCES = Path.of("src/main/java/org/jihe/rule");
  private static final Path BUNDLES = Path.of("src/main/resources/messages");

  private static Map<String, String> bundle(Language language) throws IOException {
    Path file = BUNDLES.resolve("rules_" + language.code() + ".properties");
    return new TreeMap<>(Messages.read(Files.newBufferedReader(file)));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTextIsAskedFor(Language language) throws IOException {
    Set<String> known = bundle(language).keySet();
    Set<String> groups = new TreeSet<>();
    known.forEach(key -> groups.add(key.substring(0, key.indexOf('.'))));
    Pattern literal = Pattern.compile("\"((?:" + String.join("|", groups) + ")\\.[\\w.]+)\"");
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        literal
            .matcher(Files.readString(file))
            .results()
            .map(found -> found.group(1))
            .forEach(asked::add);
      }
    }
    assertThat(known).isEqualTo(asked);
  }

  @Test
  void chineseTextsAreChinese() throws IOException {
    bundle(Language.ZH)
        .forEach(
            (key, text) -> {
              assertThat(text).as(key).containsPattern("\\p{IsHan}");
              // Latin marks belong to what is to be written into a file.
              assertThat(text).as(key).doesNotContainPattern("\\p{IsHan}[,;?!]|[,;?!]\\p{IsHan}");
            });
  }

  @Test
  void aValueStandsForEveryPlaceholder() {
    Phrase phrase = Phrase.of("yaml.unknownKey", Map.of("key", "k", "known", Set.of("one")));
    assertThat(phrase.in(Language.ZH)).isEqualTo("不认识“k”。可以写：one。");
    assertThat(phrase.in(Language.EN)).isEqualTo("unknown key \"k\". It may be: one.");
  }
}
