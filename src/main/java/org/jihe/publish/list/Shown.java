package org.jihe.publish.list;

import org.jihe.message.Visible;

/** Texts of forms as documents can hold them. */
public final class Shown {

  private Shown() {}

  /** What can be shown, and nothing that XML cannot hold. */
  public static String text(String text) {
    String visible = Visible.text(text);
    for (int i = 0; i < visible.length(); i++) {
      if (!isPlain(visible.charAt(i))) {
        return replaced(visible);
      }
    }
    return visible;
  }

  private static boolean isPlain(char c) {
    return c < Character.MIN_SURROGATE || (c > Character.MAX_SURROGATE && c < '\uFFFE');
  }

  private static String replaced(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(point -> plain.appendCodePoint(isCharacter(point) ? point : 0xFFFD));
    return plain.toString();
  }

  private static boolean isCharacter(int point) {
    return !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
        && (point & 0xFFFE) != 0xFFFE;
  }

  /** The same on one line. */
  public static String line(String text) {
    return text(text).replaceAll("[\\n\\t]+", " ").strip();
  }

  /** The same as it stands in XML. */
  public static String xml(String text) {
    return text(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
