package org.jihe.form.measure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in Chinese numerals, such as {@code 九十五}, {@code 一百零二} and {@code 一万二千}, plain or as on
 * cheques ({@code 壹佰贰拾}). A digit at the end that follows 百, 千, 万 or 亿 counts the next lower unit:
 * {@code 一百二} is 120. What may mean two numbers, as {@code 一亿五千}, is none.
 */
final class ChineseNumerals {

  private static final String DIGITS = "零一二三四五六七八九";
  private static final String UNITS = "十百千";
  private static final String CHEQUE = "壹贰貳叁参肆伍陆陸柒捌玖拾佰仟萬億";
  private static final String PLAIN = "一二二三三四五六六七八九十百千万亿";

  /** Characters that numerals are written with, for a regular expression's class. */
  static final String CHARACTERS = "一二两三四五六七八九十百千万亿零〇廿卅卌";

  /**
   * The beginning of a numeral as on cheques; a digit alone may be a name or a word, as 陆 and 伍.
   */
  static final String CHEQUE_NUMERAL = "[壹贰貳叁参肆伍陆陸柒捌玖][拾佰仟萬億万亿][壹贰貳叁参肆伍陆陸柒捌玖拾佰仟萬億万亿零]*";

  private static final int NONE = -1;

  /** Exponent of 千 and one more: nothing has been read of a section. */
  private static final int SECTION = 4;

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
    long number = whole(folded(text), 8, true);
    return number == NONE ? null : BigDecimal.valueOf(number);
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int cheque = CHEQUE.indexOf(c);
      switch (c) {
        case '〇' -> folded.append('零');
        case '廿' -> folded.append("二十");
        case '卅' -> folded.append("三十");
        case '卌' -> folded.append("四十");
        default -> folded.append(cheque < 0 ? c : PLAIN.charAt(cheque));
      }
    }
    return folded.toString();
  }

  /**
   * A number of up to twelve places.
   *
   * @param zeros 8 for what may hold 亿, 4 for what may hold 万, 0 for what is below that
   * @param last true where nothing follows, so that a digit at the end may count the next lower
   *     unit
   */
  private static long whole(String text, int zeros, boolean last) {
    if (zeros == 0) {
      return section(text, last);
    }
    char unit = zeros == 8 ? '亿' : '万';
    int at = text.indexOf(unit);
    if (at < 0) {
      return whole(text, zeros - SECTION, last);
    }
    String left = text.substring(0, at);
    String right = text.substring(at + 1);
    long times = left.isEmpty() && !right.isEmpty() ? 1 : whole(left, zeros - SECTION, false);
    long rest = right.isEmpty() ? 0 : below(right, zeros, last);
    return times <= 0 || rest == NONE ? NONE : times * power(zeros) + rest;
  }

  /** What follows 万 or 亿. */
  private static long below(String text, int zeros, boolean last) {
    int digit = text.length() == 1 ? DIGITS.indexOf(text.charAt(0)) : NONE;
    if (digit > 0) {
      return last ? digit * power(zeros - 1) : NONE;
    }
    boolean gap = text.charAt(0) == '零';
    long rest = whole(gap ? text.substring(1) : text, zeros - SECTION, last);
    // 一亿五千 may be 一亿五千万 as well; what begins with 十 has lost its 零 or its 一.
    boolean open = !gap && ((zeros == 8 && text.indexOf('万') < 0) || text.charAt(0) == '十');
    boolean fits = rest > 0 && rest < power(gap ? zeros - 1 : zeros);
    return fits && !open ? rest : NONE;
  }

  /** A number below ten thousand. */
  private static long section(String text, boolean last) {
    if (text.equals("零")) {
      return 0;
    }
    long number = 0;
    int before = SECTION;
    int at = 0;
    while (at < text.length()) {
      boolean gap = at > 0 && text.charAt(at) == '零';
      Count count = Count.at(text, gap ? at + 1 : at);
      if (count == null || count.exponent >= (gap ? before - 1 : before)) {
        return NONE;
      }
      if (count.exponent == 0) {
        return count.end < text.length() ? NONE : end(number, count, before, gap, last);
      }
      number += count.digit * power(count.exponent);
      before = count.exponent;
      at = count.end;
    }
    return text.isEmpty() ? NONE : number;
  }

  /**
   * A digit and its unit, as 三百.
   *
   * @param exponent 0 where no unit stands behind the digit
   * @param isPair the digit is 两
   * @param end where the text goes on
   */
  private record Count(int digit, int exponent, boolean isPair, int end) {

    /** What stands there, or null where it cannot be counted. */
    static @Nullable Count at(String text, int at) {
      if (at == text.length() || text.charAt(at) == '零') {
        return null;
      }
      boolean pair = text.charAt(at) == '两';
      int digit = pair ? 2 : DIGITS.indexOf(text.charAt(at));
      int unit = digit < 0 ? at : at + 1;
      int exponent = unit < text.length() ? UNITS.indexOf(text.charAt(unit)) + 1 : 0;
      if (exponent == 0) {
        return digit < 0 ? null : new Count(digit, 0, pair, unit);
      }
      boolean counted = digit < 0 ? mayStandAlone(text, at, exponent) : !pair || exponent > 1;
      return counted ? new Count(Math.max(digit, 1), exponent, pair, unit + 1) : null;
    }

    /** 十 is ten, also in 一百十五; 百 is a hundred; 千 only where something follows, as in 千五. */
    private static boolean mayStandAlone(String text, int at, int exponent) {
      return exponent == 1 || (at == 0 && (exponent == 2 || text.length() > 1));
    }
  }

  /** With the digit that stands last and has no unit behind it. */
  private static long end(long number, Count count, int before, boolean gap, boolean last) {
    boolean alone = before == SECTION && number == 0;
    if (alone) {
      return count.digit;
    }
    if (count.isPair || (gap && before < 2)) {
      return NONE; // 十两 is a weight
    }
    if (gap || before == 1) {
      return number + count.digit;
    }
    return last ? number + count.digit * power(before - 1) : NONE;
  }

  private static long power(int zeros) {
    long power = 1;
    for (int i = 0; i < zeros; i++) {
      power *= 10;
    }
    return power;
  }

  private static @Nullable String digits(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) == '〇' ? 0 : DIGITS.indexOf(text.charAt(i));
      if (digit < 0) {
        return null;
      }
      digits.append(digit);
    }
    return digits.isEmpty() ? null : digits.toString();
  }
}
