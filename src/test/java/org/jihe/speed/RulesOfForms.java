package org.jihe.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Folders with a part of the rules that come with the program. */
public final class RulesOfForms {

  private static final Path RULES = Path.of("rules");
  private static final List<String> FAMILIES =
      List.of("arithmetic", "completeness", "execution", "scoring", "structure", "target", "text");

  private RulesOfForms() {}

  /** Copies the rules of {@link PlainRules} and what they need. */
  public static Path thirty(Path folder) throws IOException {
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

  /** Copies all rules that see a single form. */
  public static Path all(Path folder) throws IOException {
    for (String family : FAMILIES) {
      Path to = Files.createDirectories(folder.resolve(family));
      try (Stream<Path> files = Files.list(RULES.resolve(family))) {
        for (Path file : files.toList()) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
    return folder;
  }
}
