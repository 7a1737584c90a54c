package org.jihe.publish.list;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Tells texts that a spreadsheet would run as a formula. */
public final class FormulaText {

  /** What spreadsheets drop or pass over before they look at how a cell begins. */
  private static final Pattern LEADING = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+");

  private static final String SIGNS = "=+-@";

  /** As spreadsheets print numbers; full-width characters are folded before. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?%?");

  private FormulaText() {}

  /** Spreadsheets take full-width characters for the plain ones, with blanks before them or not. */
  public static boolean is(String text) {
    if (text.isEmpty() || Character.isLetterOrDigit(text.charAt(0))) {
      return false;
    }
    String begins = LEADING.matcher(text).replaceFirst("");
    if (begins.isEmpty() || SIGNS.indexOf(folded(begins.substring(0, 1)).charAt(0)) < 0) {
      return false;
    }
    return !NUMBER.matcher(folded(begins).strip()).matches();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u2212', '-');
  }
}
