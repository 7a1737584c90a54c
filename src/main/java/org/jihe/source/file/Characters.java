package org.jihe.source.file;

/** What fonts and their maps make of printed characters: which can be used, which are wide. */
public final class Characters {

  private static final int FIRST_RADICAL = 0x2E80;
  private static final int LAST_RADICAL = 0x2FD5;

  private Characters() {}

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
