package org.jihe.form;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What counts as text in a cell, and when two texts are the same. */
public final class Texts {

  private static final String DASHES_AND_SLASHES = "—–―─-－/／";
  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Texts() {}

  /** True for null, white space, and dashes or slashes alone, which forms print for "nothing". */
  public static boolean isBlank(@Nullable String text) {
    if (text == null) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!standsForNothing(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean standsForNothing(char c) {
    return c <= ' ' || c == '\u007f' || c == '\u3000' || DASHES_AND_SLASHES.indexOf(c) >= 0;
  }

  /**
   * The text with compatibility forms folded (full-width digits and signs become ASCII) and nothing
   * but letters and digits kept, for comparing names that are punctuated or spaced differently.
   */
  public static String normalised(@Nullable String text) {
    if (text == null) {
      return "";
    }
    if (isPlain(text)) {
      return text;
    }
    return NO_LETTER_OR_DIGIT
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .replaceAll("");
  }

  /** How many characters a text has, white space not counted; 0 for null. */
  public static int length(@Nullable String text) {
    int length = 0;
    for (int i = 0; text != null && i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isLowSurrogate(c)) {
        length++;
      }
    }
    return length;
  }

  /** Nothing but common Chinese characters and ASCII letters and digits, as most names are. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean chinese = c >= '\u4e00' && c <= '\u9fa5';
      boolean ascii = c < '\u007f' && Character.isLetterOrDigit(c);
      if (!chinese && !ascii) {
        return false;
      }
    }
    return true;
  }
}
