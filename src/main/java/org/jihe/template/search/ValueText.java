package org.jihe.template.search;

/** Tells the characters of values: digits, comparators, brackets. */
final class ValueText {

  private static final String COMPARATORS = "<>≥≤≧≦=＝═＞＜";
  private static final String OPEN_BRACKETS = "(（[【";
  private static final String LEADING = COMPARATORS + "约";

  private ValueText() {}

  /** True where a comparator stands at an index. */
  static boolean beginsWithComparator(String text, int from) {
    return COMPARATORS.indexOf(text.charAt(from)) >= 0;
  }

  /** True for comparators alone, which belong to the value behind them. */
  static boolean isLeadingComparator(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (LEADING.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** True for one of the ten European digits. */
  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** True where a text has such a digit. */
  static boolean holdsDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Digits, points and commas, perhaps with a sign % behind them. */
  static boolean isDigits(String text) {
    int end = text.endsWith("%") ? text.length() - 1 : text.length();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && c != '.' && c != ',') {
        return false;
      }
    }
    return end > 0;
  }

  /** True where a bracket opens at an index. */
  static boolean beginsWithBracket(String text, int from) {
    return OPEN_BRACKETS.indexOf(text.charAt(from)) >= 0;
  }
}
