package org.jihe.view;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Figures of statistics as people read them. */
final class Decimal {

  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

  private Decimal() {}

  /** A number with so many decimals; those that are 0 at the end are left out. */
  static String of(double value, int decimals) {
    String text =
        new DecimalFormat(decimals == 0 ? "#,##0" : "#,##0." + "#".repeat(decimals), SYMBOLS)
            .format(value);
    return text.equals("-0") ? "0" : text;
  }

  /** A share from 0 to 1 in percent. */
  static String percent(double share) {
    return of(100 * share, 1) + "%";
  }
}
