package org.jihe.rule.fact.wording;

import org.jspecify.annotations.Nullable;

/** Whether the quotation marks (引号、书名号) of a text come in pairs. */
final class QuotationMarks {

  /** Opening and closing marks in turn. Single marks are left out: one may be an apostrophe. */
  private static final String PAIRS = "“”「」『』《》";

  private QuotationMarks() {}

  /** A mark that has no other, or null where all come in pairs. */
  static @Nullable String single(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Most texts have no mark at all.
      if (isMark(c)) {
        return unpaired(text, i);
      }
    }
    return null;
  }

  private static boolean isMark(char c) {
    return c == '"' || c == '“' || c == '”' || (c >= '《' && c <= '』');
  }

  private static @Nullable String unpaired(String text, int from) {
    int[] open = new int[PAIRS.length() / 2];
    boolean straight = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && !isInch(text, i, straight)) {
        straight = !straight;
        continue;
      }
      int place = PAIRS.indexOf(c);
      if (place < 0) {
        continue;
      }
      open[place / 2] += place % 2 == 0 ? 1 : -1;
      if (open[place / 2] < 0) {
        return String.valueOf(c);
      }
    }
    for (int pair = 0; pair < open.length; pair++) {
      if (open[pair] > 0) {
        return String.valueOf(PAIRS.charAt(2 * pair));
      }
    }
    return straight ? "\"" : null;
  }

  /** The straight mark behind a figure is an inch, unless it closes what was opened. */
  private static boolean isInch(String text, int i, boolean straight) {
    return !straight && i > 0 && Character.isDigit(text.charAt(i - 1));
  }
}
