package org.jihe.publish.letter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as official papers print them. */
final class Numbers {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String DIGITS = "零一二三四五六七八九十";

  private Numbers() {}

  /** An amount of yuan in 万元. */
  static String money(@Nullable BigDecimal yuan) {
    return yuan == null ? "—" : tenThousands(yuan) + "万元";
  }

  /** The same without the unit. */
  static String tenThousands(BigDecimal yuan) {
    return String.format(Locale.ROOT, "%,.2f", yuan.divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP));
  }

  /** Parts of one as a percentage. */
  static String percent(@Nullable BigDecimal rate) {
    return rate == null
        ? "—"
        : rate.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  static String points(BigDecimal points) {
    return points.setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number from 1 to 99 in Chinese. */
  static String chinese(int number) {
    if (number <= 10) {
      return DIGITS.substring(number, number + 1);
    }
    String tens = number / 10 == 1 ? "" : DIGITS.substring(number / 10, number / 10 + 1);
    return tens + "十" + (number % 10 == 0 ? "" : DIGITS.substring(number % 10, number % 10 + 1));
  }
}
