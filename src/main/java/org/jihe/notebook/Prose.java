package org.jihe.notebook;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Results that prose mentions: {@code 30<!--=forms-->} says that the result {@code forms} is 30. So
 * prose cannot drift from what a run gives.
 */
final class Prose {

  /** The value is what stands between a blank or mark before it and the comment. */
  private static final String WORD = "[^\\s（(，。：；、*|<>]+?";

  private static final Pattern MENTION =
      Pattern.compile("(" + WORD + ")(\\**)<!--=([A-Za-z][\\w.-]*)-->");

  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  private static final String UNKNOWN = "?";

  private Prose() {}

  /** True for what can be told from the prose before it. */
  static boolean isMentionable(String value) {
    return value.matches(WORD);
  }

  /** The text with every mention as the results have it; of one that was not stated a mark. */
  static String renewed(String text, Map<String, String> results) {
    return MENTION
        .matcher(text)
        .replaceAll(
            mention -> {
              String result = results.getOrDefault(mention.group(3), UNKNOWN);
              return Matcher.quoteReplacement(
                  result + mention.group(2) + "<!--=" + mention.group(3) + "-->");
            });
  }

  /** The text as it is read: without comments. */
  static String shown(String text) {
    return COMMENT.matcher(text).replaceAll("");
  }
}
