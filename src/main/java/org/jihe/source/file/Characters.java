package org.jihe.source.file;

import java.text.Normalizer;

/** What fonts and their maps make of printed characters: which can be used, which are mended. */
public final class Characters {

  private static final int FIRST_RADICAL = 0x2F00;
  private static final int LAST_RADICAL = 0x2FD5;
  private static final int FIRST_LIGATURE = 0xFB00;
  private static final int LAST_LIGATURE = 0xFB06;

  private Characters() {}

  /**
   * The text with radicals (⼀ ⽬) as the ideographs that were printed, which share their shapes in
   * the font, and with Latin ligatures as letters. Nothing else is changed: full-width characters
   * are what was printed.
   */
  public static String mended(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isRadical(text.charAt(i)) || isLigature(text.charAt(i))) {
        return mend(text);
      }
    }
    return text;
  }

  private static String mend(String text) {
    StringBuilder mended = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isRadical(c) || isLigature(c)) {
        mended.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
      } else {
        mended.append(c);
      }
    }
    return mended.toString();
  }

  static boolean isRadical(char c) {
    return c >= FIRST_RADICAL && c <= LAST_RADICAL;
  }

  private static boolean isLigature(char c) {
    return c >= FIRST_LIGATURE && c <= LAST_LIGATURE;
  }

  /** True where the file gives no character, or one that stands for nothing. */
  public static boolean isUnusable(@org.jspecify.annotations.Nullable String text) {
    if (text == null || text.isEmpty()) {
      return true;
    }
    int c = text.codePointAt(0);
    int type = Character.getType(c);
    return c == 0xFFFD
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || type == Character.SURROGATE
        || (type == Character.CONTROL && !Character.isWhitespace(c));
  }

  /** True for characters between which Chinese printing has no space. */
  public static boolean isWide(int c) {
    return Character.isIdeographic(c)
        || (c >= FIRST_RADICAL && c <= LAST_RADICAL)
        || (c >= 0x3000 && c <= 0x30FF)
        || (c >= 0xFF00 && c <= 0xFFEF)
        || c == '—'
        || c == '…'
        || (c >= '\u2018' && c <= '\u201D');
  }
}
