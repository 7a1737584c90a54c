package org.jihe.form;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What counts as text in a cell, and when two texts are the same. */
public final class Texts {

  private static final String DASHES_AND_SLASHES = "—–―─-－/／";
  private static final char FULL_WIDTH_FIRST = '！';
  private static final char FULL_WIDTH_LAST = '～';
  private static final Pattern SPACE = Pattern.compile("\\s+");
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
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    if (plain == text.length()) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length()).append(text, 0, plain);
    for (int i = plain; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c)) {
        kept.append(c);
      } else if (!isSign(c)) {
        return NO_LETTER_OR_DIGIT
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
            .replaceAll("");
      }
    }
    return kept.toString();
  }

  /**
   * The text with compatibility forms folded and white space left out, for comparing values that
   * are typed differently; empty for null.
   */
  public static String folded(@Nullable String text) {
    if (text == null) {
      return "";
    }
    int same = 0;
    while (same < text.length() && (isPlain(text.charAt(same)) || isItself(text.charAt(same)))) {
      same++;
    }
    if (same == text.length()) {
      return text;
    }
    StringBuilder folded = new StringBuilder(text.length()).append(text, 0, same);
    for (int i = same; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c) || isItself(c)) {
        folded.append(c);
      } else if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
        folded.append((char) (c - FULL_WIDTH_FIRST + '!'));
      } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\u3000') {
        return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
      }
    }
    return folded.toString();
  }

  /** How many characters a text has, white space not counted; 0 for null. */
  public static int length(@Nullable String text) {
    int length = 0;
    for (int i = 0; text != null && i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(c) || !(isSpace(c) || Character.isLowSurrogate(c))) {
        length++;
      }
    }
    return length;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Common Chinese characters and ASCII letters and digits, which most texts consist of. */
  private static boolean isPlain(char c) {
    boolean chinese = c >= '\u4e00' && c <= '\u9fa5';
    boolean ascii = c < '\u007f' && Character.isLetterOrDigit(c);
    return chinese || ascii;
  }

  /** Common signs that are neither letter nor digit, nor have one in their compatibility form. */
  private static boolean isSign(char c) {
    return isItself(c)
        || c <= ' '
        || switch (c) {
          case '，',
              '：',
              '；',
              '？',
              '！',
              '（',
              '）',
              '％',
              '＋',
              '－',
              '＝',
              '／',
              '＜',
              '＞',
              '～',
              '…',
              '　' ->
              true;
          default -> false;
        };
  }

  /** Common signs, no white space, that are their own compatibility forms. */
  private static boolean isItself(char c) {
    return (c > ' ' && c < '\u007f')
        || switch (c) {
          case '。',
              '、',
              '《',
              '》',
              '“',
              '”',
              '‘',
              '’',
              '【',
              '】',
              '—',
              '–',
              '·',
              '≥',
              '≤',
              '×',
              '÷',
              '±' ->
              true;
          default -> false;
        };
  }
}
