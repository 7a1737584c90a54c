package org.jihe.template;

import java.util.regex.Pattern;

/** The text of a cell without what the extraction added to it. */
final class CellText {

  private static final Pattern PARAGRAPH = Pattern.compile("(?i)</?p(?:\\s[^>]*)?/?>|<br\\s*/?>");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u3000\\u00a0\\u200b\\ufeff]+");

  /** A line break inside Chinese text leaves a space that was never printed. */
  private static final Pattern INSIDE_CHINESE =
      Pattern.compile("(?<=[\\p{IsHan}，。；：、！？）】》”]) (?=[\\p{IsHan}，。；：、！？（【《“])");

  private CellText() {}

  /** Paragraph tags removed, white space collapsed; spaces stay. */
  static String clean(String printed) {
    if (isClean(printed)) {
      return printed;
    }
    String text = PARAGRAPH.matcher(printed).replaceAll(" ").replace("&nbsp;", " ");
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /** True where there is nothing to do, as with most cells. */
  private static boolean isClean(String printed) {
    boolean space = true;
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      if (c == ' ') {
        if (space) {
          return false;
        }
        space = true;
      } else if (c < ' ' || c == '<' || c == '&' || mayBeSpace(c)) {
        return false;
      } else {
        space = false;
      }
    }
    return printed.isEmpty() || !space;
  }

  private static boolean mayBeSpace(char c) {
    return c == '\u3000'
        || (c >= '\u007f' && c <= '\u00a0')
        || (c >= '\u1680' && c <= '\u180f')
        || (c >= '\u2000' && c <= '\u200d')
        || (c >= '\u2028' && c <= '\u202f')
        || (c >= '\u205f' && c <= '\u206f')
        || c == '\ufeff';
  }

  /** The text as it goes into a field: no space where a line broke inside Chinese text. */
  static String joined(String text) {
    return text.indexOf(' ') < 0 ? text : INSIDE_CHINESE.matcher(text).replaceAll("");
  }
}
