package org.jihe.source.word;

import java.util.Locale;
import java.util.Map;

/** Characters of symbol fonts, which mean something else than their codes. */
final class Symbols {

  private static final Map<Integer, String> SYMBOL =
      Map.of(
          0xA3, "≤", 0xB3, "≥", 0xB1, "±", 0xB4, "×", 0xB8, "÷", 0xB9, "≠", 0xA5, "∞", 0xBB, "≈");

  private static final Map<Integer, String> WINGDINGS =
      Map.of(0xFC, "✓", 0xFE, "☑", 0xA8, "☐", 0xFD, "☒", 0xFB, "✗", 0x6F, "☐", 0x6E, "■");

  private static final Map<Integer, String> WINGDINGS_2 =
      Map.of(0x50, "✓", 0x52, "☑", 0xA3, "☐", 0x54, "☒", 0x4F, "✗", 0x2A, "☐");

  private Symbols() {}

  /** What a character of a font shows; the character itself where that is not known. */
  static String shown(String font, int character) {
    Map<Integer, String> known =
        switch (font.toLowerCase(Locale.ROOT)) {
          case "symbol" -> SYMBOL;
          case "wingdings" -> WINGDINGS;
          case "wingdings 2" -> WINGDINGS_2;
          default -> Map.of();
        };
    String meant = known.get(character & 0xFF);
    if (meant != null) {
      return meant;
    }
    return Character.isValidCodePoint(character) && character > 0
        ? Character.toString(character)
        : "";
  }
}
