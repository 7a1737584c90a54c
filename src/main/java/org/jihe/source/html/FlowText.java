package org.jihe.source.html;

/**
 * Collects text as a browser shows it: white space collapses to one space, and to none where a line
 * of the page's source was broken between two Chinese characters.
 */
final class FlowText {

  private final StringBuilder text = new StringBuilder();
  private boolean space;
  private boolean newline;

  boolean isEmpty() {
    return text.isEmpty();
  }

  void append(String more) {
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
        space = true;
        newline |= c == '\n' || c == '\r';
      } else {
        settle(c);
        text.append(c == '\u00A0' ? ' ' : c);
      }
    }
  }

  /** A separator that is shown as a space, such as the border of two cells. */
  void space() {
    space = true;
  }

  /** A line break, also behind another one. */
  void lineBreak() {
    space = false;
    newline = false;
    if (!text.isEmpty()) {
      text.append('\n');
    }
  }

  /** The border of a block: a line break, but no second one. */
  void blockBreak() {
    if (text.isEmpty() || text.charAt(text.length() - 1) == '\n') {
      space = false;
      newline = false;
    } else {
      lineBreak();
    }
  }

  /** What was collected; begins anew. */
  String take() {
    String taken = text.toString().strip();
    text.setLength(0);
    space = false;
    newline = false;
    return taken;
  }

  private void settle(char next) {
    if (space && !text.isEmpty()) {
      char last = text.charAt(text.length() - 1);
      boolean insideChinese = newline && isWide(last) && isWide(next);
      if (last != '\n' && !insideChinese) {
        text.append(' ');
      }
    }
    space = false;
    newline = false;
  }

  private static boolean isWide(char c) {
    return c >= 0x2E80 && (c < 0xD800 || c >= 0xF900);
  }
}
