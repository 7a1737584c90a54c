package org.jihe.form;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in Chinese numerals below ten thousand, such as {@code 九十五}, {@code 两} and {@code 一百二十}.
 */
final class ChineseNumerals {

  private static final String DIGITS = "零一二三四五六七八九";

  private ChineseNumerals() {}

  /** The number, or null where the text is none. Digits in place of numerals are read too. */
  static @Nullable BigDecimal read(String text) {
    int point = text.indexOf('点');
    if (point >= 0) {
      BigDecimal whole = read(text.substring(0, point));
      String fraction = digits(text.substring(point + 1));
      return whole == null || fraction == null ? null : new BigDecimal(whole + "." + fraction);
    }
    if (!text.isEmpty() && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')) {
      return text.matches("\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
    }
    int number = 0;
    int digit = -1;
    int last = 10_000;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int times = "十百千".indexOf(c);
      if (times < 0) {
        int next = c == '两' ? 2 : DIGITS.indexOf(c);
        if (next < 0 || digit > 0) {
          return null;
        }
        digit = next;
      } else {
        int factor = times == 0 ? 10 : times == 1 ? 100 : 1000;
        boolean first = i == 0 && (factor == 10 || factor == 100);
        if (factor >= last || (digit <= 0 && !first)) {
          return null;
        }
        number += factor * (digit < 0 ? 1 : digit);
        last = factor;
        digit = -1;
      }
    }
    return text.isEmpty() ? null : BigDecimal.valueOf(number + Math.max(digit, 0));
  }

  private static @Nullable String digits(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0) {
        return null;
      }
      digits.append(digit);
    }
    return digits.isEmpty() ? null : digits.toString();
  }
}
