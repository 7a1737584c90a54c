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
    String text = PARAGRAPH.matcher(printed).replaceAll(" ").replace("&nbsp;", " ");
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /** The text as it goes into a field: no space where a line broke inside Chinese text. */
  static String joined(String text) {
    return INSIDE_CHINESE.matcher(text).replaceAll("");
  }
}
