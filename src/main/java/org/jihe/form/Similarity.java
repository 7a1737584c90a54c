package org.jihe.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

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
    Map<Integer, Integer> bigrams = new HashMap<>();
    for (int i = 1; i < first.length(); i++) {
      bigrams.merge(bigram(first, i), 1, Integer::sum);
    }
    int common = 0;
    for (int i = 1; i < second.length(); i++) {
      Integer key = bigram(second, i);
      int left = bigrams.getOrDefault(key, 0);
      if (left > 0) {
        bigrams.put(key, left - 1);
        common++;
      }
    }
    return BigDecimal.valueOf(2L * common).divide(BigDecimal.valueOf(pairs), 4, RoundingMode.FLOOR);
  }

  private static int bigram(String text, int end) {
    return text.charAt(end - 1) << 16 | text.charAt(end);
  }
}
