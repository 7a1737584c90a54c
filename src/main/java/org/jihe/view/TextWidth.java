package org.jihe.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jihe.message.Visible;

/**
 * How many columns of a terminal a text takes, and texts of a given number of columns. A Chinese
 * character takes two columns, a combining mark and a colour code none, what no terminal is shown
 * as many as its stand-in.
 */
public final class TextWidth {

  /** Stands for what was cut away; one column wide. */
  static final String ELLIPSIS = "…";

  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  /** First and last code point of every range that terminals print two columns wide. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, {0x231A, 0x231B}, {0x2329, 0x232A}, {0x23E9, 0x23EC}, {0x2E80, 0x303E},
    {0x3041, 0x33FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xA000, 0xA4CF}, {0xA960, 0xA97F},
    {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE10, 0xFE19}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}
  };

  private static final String NEVER_FIRST = "，。；：、？！）》」』】〕”’…％%,.;:?!)]}";

  private static final String NEVER_LAST = "（《「『【〔“‘([{";

  private TextWidth() {}

  /** The number of columns that the text takes. */
  public static int of(String text) {
    return COLOUR.matcher(text).replaceAll("").codePoints().map(TextWidth::of).sum();
  }

  /** The text with spaces after it, at least this wide. */
  public static String padRight(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** The text with spaces before it, at least this wide. */
  public static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - of(text))) + text;
  }

  /** The text, or its beginning and an ellipsis, at most this wide. */
  public static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int point : text.codePoints().toArray()) {
      used += of(point);
      if (used > width - 1) {
        break;
      }
      kept.appendCodePoint(point);
    }
    return kept + ELLIPSIS;
  }

  /**
   * The text in lines of at most this width. Words of Latin letters and numbers stay whole where
   * they fit on a line; closing punctuation does not begin one.
   *
   * @return at least one line, possibly empty
   */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\\R", -1)) {
      wrapInto(lines, paragraph.replace('\t', ' '), Math.max(2, width));
    }
    return lines;
  }

  private static void wrapInto(List<String> lines, String text, int width) {
    String rest = text;
    while (of(rest) > width) {
      int end = breakAt(rest, width);
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
  }

  /** Index of the first character that goes to the next line. */
  private static int breakAt(String text, int width) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      if (used + of(point) > width) {
        break;
      }
      used += of(point);
      end += Character.charCount(point);
    }
    for (int index = end; index > Math.max(0, end - width / 2); index--) {
      if (mayBreak(text, index)) {
        return index;
      }
    }
    return Math.max(end, 1);
  }

  private static boolean mayBreak(String text, int index) {
    char before = text.charAt(index - 1);
    char after = text.charAt(index);
    if (Character.isLowSurrogate(after)
        || NEVER_FIRST.indexOf(after) >= 0
        || NEVER_LAST.indexOf(before) >= 0) {
      return false;
    }
    return !(inWord(before) && inWord(after));
  }

  private static boolean inWord(char c) {
    return c < 0x2E80 && !Character.isWhitespace(c);
  }

  private static int of(int point) {
    if (point == '\t') {
      return 1;
    }
    if (Visible.isHarmful(point)) {
      return point == '\n' || point == '\r' ? 0 : Visible.standIn(point).length();
    }
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (point < range[0]) {
        return 1;
      }
      if (point <= range[1]) {
        return 2;
      }
    }
    return 1;
  }
}
