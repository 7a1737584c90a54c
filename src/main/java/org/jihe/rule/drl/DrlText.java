package org.jihe.rule.drl;

import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places in a rule's text, for what the parser leaves as text or gives no place of. Comments, and
 * quoted texts where asked, are blotted out, so that nothing is found in them.
 */
final class DrlText {

  private static final Pattern NO_CODE =
      Pattern.compile(
          "\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\n]|\\\\.)*'|//[^\n]*|/\\*.*?\\*/",
          Pattern.DOTALL);

  private DrlText() {}

  /** The text, as long as before, without comments. */
  static String withoutComments(String text) {
    return blotted(text, part -> part.startsWith("/"));
  }

  /** The text, as long as before, without comments and quoted texts. */
  static String codeAlone(String text) {
    return blotted(text, part -> true);
  }

  private static String blotted(String text, Predicate<String> unwanted) {
    return NO_CODE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    unwanted.test(match.group())
                        ? match.group().replaceAll("[^\n]", " ")
                        : match.group()));
  }

  /** The line on which a character stands, counted from 1. */
  static int line(String text, int at) {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  /** The line of a pattern's first match from a line on; 0 where there is none. */
  static int lineOf(Pattern pattern, String text, int fromLine) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::start)
        .map(at -> line(text, at))
        .filter(line -> line >= fromLine)
        .findFirst()
        .orElse(0);
  }
}
