package org.jihe.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** How alike two texts are (文本相似度). */
public final class Similarity {

  private Similarity() {}

  /**
   * Sørensen–Dice coefficient over character bigrams of texts without white space and punctuation:
   * twice the bigrams that both have by the bigrams of both, from 0 to 1 with four decimals, never
   * rounded up.
   */
  public static BigDecimal dice(String one, String other) {
    String first = Texts.normalised(one);
    String second = Texts.normalised(other);
    if (first.equals(second)) {
      return BigDecimal.ONE;
    }
    int pairs = Math.max(0, first.length() - 1) + Math.max(0, second.length() - 1);
    if (pairs == 0) {
      return BigDecimal.ZERO;
    }
    long common = common(bigrams(first), bigrams(second));
    return BigDecimal.valueOf(2 * common).divide(BigDecimal.valueOf(pairs), 4, RoundingMode.FLOOR);
  }

  /** The pairs of neighbouring characters as numbers, in ascending order. */
  private static int[] bigrams(String text) {
    int[] bigrams = new int[Math.max(0, text.length() - 1)];
    for (int i = 0; i < bigrams.length; i++) {
      bigrams[i] = text.charAt(i) << 16 | text.charAt(i + 1);
    }
    Arrays.sort(bigrams);
    return bigrams;
  }

  /** How many numbers two ascending lists have in common, each counted as often as in both. */
  private static int common(int[] one, int[] other) {
    int common = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        common++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }
}
