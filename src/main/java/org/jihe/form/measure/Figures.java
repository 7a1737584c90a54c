package org.jihe.form.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Decimal arithmetic that a form's figures need. A null figure gives null. */
public final class Figures {

  /** Fine enough that no comparison of two amounts below a trillion yuan is decided by rounding. */
  private static final int RATIO_SCALE = 40;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Figures() {}

  /** {@code part / whole}, or null where one is missing or the whole is not above 0. */
  public static @Nullable BigDecimal ratio(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
    return part == null || whole == null || whole.signum() <= 0 ? null : quotient(part, whole);
  }

  /**
   * {@code dividend / divisor}. Multiply before dividing: a product of a quotient is not exact even
   * where the result is a short decimal.
   */
  public static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, RATIO_SCALE, RoundingMode.HALF_EVEN);
  }

  /** A ratio in percent with two decimals, half up, such as {@code 86.20%}. */
  public static String percent(@Nullable BigDecimal ratio) {
    return ratio == null
        ? ""
        : ratio.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP).toPlainString() + "%";
  }

  /**
   * True where a printed number is the exact one rounded down, half up or up at the printed number
   * of decimals.
   */
  public static boolean isRounding(BigDecimal printed, BigDecimal exact) {
    int scale = Math.max(printed.scale(), 0);
    return printed.compareTo(exact.setScale(scale, RoundingMode.FLOOR)) >= 0
        && printed.compareTo(exact.setScale(scale, RoundingMode.CEILING)) <= 0;
  }

  /** The number without trailing zeros and without an exponent. */
  public static BigDecimal trimmed(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /**
   * An amount of money for people: {@code 1,018,000} and {@code 1,018,000.50}, whatever its form
   * prints.
   */
  public static String amount(BigDecimal yuan) {
    BigDecimal plain = trimmed(yuan);
    int decimals = plain.scale() == 0 ? 0 : Math.max(2, plain.scale());
    String digits = plain.abs().setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    int point = digits.indexOf('.');
    StringBuilder text = new StringBuilder(digits);
    for (int at = (point < 0 ? digits.length() : point) - 3; at > 0; at -= 3) {
      text.insert(at, ',');
    }
    return (plain.signum() < 0 ? "-" : "") + text;
  }

  /** A value as text: numbers without trailing zeros and without an exponent. */
  public static String text(Object value) {
    return value instanceof BigDecimal number ? trimmed(number).toPlainString() : value.toString();
  }
}
