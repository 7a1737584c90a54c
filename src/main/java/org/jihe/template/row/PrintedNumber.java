package org.jihe.template.row;

import org.jihe.form.Numbers;

/** Tells numbers as a form prints them from digits that were cut or glued. */
public final class PrintedNumber {

  private PrintedNumber() {}

  /** True for a number as a form would print it, with or without a sign % behind it. */
  public static boolean is(String text) {
    String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    return Numbers.points(digits) != null && isWellPrinted(digits);
  }

  /** True for a number that begins with a digit, and with no needless zero. */
  public static boolean isWellPrinted(String number) {
    return !number.startsWith(".")
        && !(number.length() > 1 && number.charAt(0) == '0' && number.charAt(1) != '.');
  }
}
