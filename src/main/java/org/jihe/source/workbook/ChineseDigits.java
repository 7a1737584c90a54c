package org.jihe.source.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a date in Chinese numerals: a year digit by digit, others as they are said. */
final class ChineseDigits {

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int MOST_SAID = 99;
  private static final int LONGEST_SAID = 2;

  private ChineseDigits() {}

  /** The text with its numbers so written. */
  static String of(String date) {
    return NUMBER.matcher(date).replaceAll(found -> Matcher.quoteReplacement(word(found.group())));
  }

  private static String word(String digits) {
    int number = digits.length() > LONGEST_SAID ? MOST_SAID + 1 : Integer.parseInt(digits);
    if (number > MOST_SAID || number == 0) {
      StringBuilder word = new StringBuilder();
      digits.chars().forEach(digit -> word.append(DIGITS.charAt(digit - '0')));
      return word.toString();
    }
    String tens = number < 20 ? "" : String.valueOf(DIGITS.charAt(number / 10));
    String ones = number % 10 == 0 ? "" : String.valueOf(DIGITS.charAt(number % 10));
    return tens + (number < 10 ? "" : "十") + ones;
  }
}
