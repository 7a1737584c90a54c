package org.jihe.message;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text of others made visible: what a terminal would obey instead of showing, or what would turn
 * the text around it, stands as the bytes of its UTF-8, {@code \x1b}. These are the control
 * characters (C0, DEL, C1), the marks that set the direction of text, and the separators of lines
 * and paragraphs.
 *
 * <p>Characters of no width (U+200B, U+FEFF, soft hyphens, joiners) stay as they are: they change
 * nothing around them, and web pages and documents are full of them.
 */
public final class Visible {

  private static final Pattern BREAK = Pattern.compile("\\R");

  private Visible() {}

  /** True for a character that must not leave as it is; white space among them. */
  public static boolean isHarmful(int point) {
    return point < 0x20
        || (point >= 0x7f && point < 0xa0)
        || point == 0x061c
        || (point >= 0x200e && point <= 0x200f)
        || (point >= 0x2028 && point <= 0x202e)
        || (point >= 0x2066 && point <= 0x206f);
  }

  /** A name, such as that of a file, of which every character counts: white space is shown, too. */
  public static String name(String text) {
    return isHarmless(text) ? text : escaped(text, "");
  }

  /** A text for one line: line breaks and tabs are blanks. */
  public static String line(String text) {
    return isHarmless(text)
        ? text
        : escaped(BREAK.matcher(text).replaceAll(" ").replace('\t', ' '), "");
  }

  /** A text of several lines: line breaks of any kind are line feeds, tabs stay. */
  public static String text(String text) {
    return isHarmless(text) ? text : escaped(BREAK.matcher(text).replaceAll("\n"), "\n\t");
  }

  /** What stands for a harmful character. */
  public static String standIn(int point) {
    StringBuilder shown = new StringBuilder();
    for (byte each : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
      shown.append(standIn(each));
    }
    return shown.toString();
  }

  /** What stands for a byte that is no text. */
  public static String standIn(byte one) {
    return String.format(Locale.ROOT, "\\x%02x", one & 0xFF);
  }

  private static boolean isHarmless(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHarmful(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String text, String kept) {
    StringBuilder shown = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isHarmful(c) && kept.indexOf(c) < 0) {
        shown.append(standIn(c));
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }
}
