package org.jihe.handbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The command lines that pages show. */
final class Commands {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private Commands() {}

  /** Each line of code that begins with the program, without what is said of it. */
  static List<String> in(Path page) throws IOException {
    try (Stream<String> lines = Files.lines(page)) {
      return lines
          .filter(line -> line.matches(" {4}\\./jihe .*"))
          .map(line -> line.replaceFirst(" {2,}# .*", "").strip())
          .toList();
    }
  }

  /** The arguments of a command line. */
  static List<String> arguments(String line) {
    return WORD.matcher(line)
        .results()
        .map(Commands::word)
        .skip(1) // the program itself
        .toList();
  }

  private static String word(MatchResult match) {
    return match.group(1) != null ? match.group(1) : match.group(2);
  }
}
