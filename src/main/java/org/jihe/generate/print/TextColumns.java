package org.jihe.generate.print;

/** Widths of text where a Chinese character takes two columns. */
final class TextColumns {

  private TextColumns() {}

  static int width(String text) {
    return text.codePoints().map(TextColumns::width).sum();
  }

  private static int width(int point) {
    boolean wide =
        (point >= 0x2E80 && point <= 0xA4CF)
            || (point >= 0xF900 && point <= 0xFAFF)
            || (point >= 0xFE30 && point <= 0xFE6F)
            || (point >= 0xFF01 && point <= 0xFF60)
            || (point >= 0xFFE0 && point <= 0xFFE6)
            || point >= 0x20000;
    return wide ? 2 : 1;
  }
}
