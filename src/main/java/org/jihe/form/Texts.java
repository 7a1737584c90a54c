package org.jihe.form;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What counts as text in a cell, and when two texts are the same. */
public final class Texts {

  private static final Pattern BLANK = Pattern.compile("[\\s\\u3000\\p{Cntrl}—–―─\\-－/／]*");
  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Texts() {}

  /** True for null, white space, and dashes or slashes alone, which forms print for "nothing". */
  public static boolean isBlank(@Nullable String text) {
    return text == null || BLANK.matcher(text).matches();
  }

  /**
   * The text with compatibility forms folded (full-width digits and signs become ASCII) and nothing
   * but letters and digits kept, for comparing names that are punctuated or spaced differently.
   */
  public static String normalised(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return NO_LETTER_OR_DIGIT
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .replaceAll("");
  }
}
