package org.jihe.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder of rules that holds only those that are written by hand, too. */
public final class ThirtyRules {

  private static final Path RULES = Path.of("rules");

  private ThirtyRules() {}

  /** Copies the rules of {@link PlainRules} and what they need. */
  public static Path copyTo(Path folder) throws IOException {
    for (Map.Entry<String, List<String>> family : PlainRules.RULES.entrySet()) {
      Path from = RULES.resolve(family.getKey());
      Path to = Files.createDirectories(folder.resolve(family.getKey()));
      for (String rule : family.getValue()) {
        Files.copy(from.resolve(rule + ".drl"), to.resolve(rule + ".drl"));
      }
      for (String language : List.of("zh", "en")) {
        String messages = "messages_" + language + ".properties";
        Files.copy(from.resolve(messages), to.resolve(messages));
      }
    }
    return folder;
  }
}
