package org.jihe.generate.print;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A printed number as a workbook stores it.
 *
 * @param format the number format that displays it as printed
 */
record NumberCell(double value, String format) {

  private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9]\\d{0,9})(\\.\\d{1,6})?");
  private static final Pattern THOUSANDS =
      Pattern.compile("-?[1-9]\\d{0,2}(,\\d{3}){1,4}(\\.\\d{1,4})?");
  private static final Pattern PERCENT = Pattern.compile("-?(0|[1-9]\\d{0,4})(\\.\\d{1,4})?%");

  /** None where no number is displayed like the text. */
  static Optional<NumberCell> of(String text) {
    NumberCell cell = candidate(text);
    if (cell == null) {
      return Optional.empty();
    }
    boolean same =
        new DataFormatter(Locale.ROOT)
            .formatRawCellContents(cell.value, -1, cell.format)
            .strip()
            .equals(text);
    return same ? Optional.of(cell) : Optional.empty();
  }

  private static @Nullable NumberCell candidate(String text) {
    String zeros = text.contains(".") ? text.substring(text.indexOf('.')).replace("%", "") : "";
    zeros = zeros.replaceAll("\\d", "0");
    if (THOUSANDS.matcher(text).matches()) {
      double value = Double.parseDouble(text.replace(",", ""));
      // as Excel's own "accounting" button writes it, with space around
      String accounting =
          zeros.length() == 3 ? "_ * #,##0.00_ ;_ * \\-#,##0.00_ " : "#,##0" + zeros;
      return new NumberCell(value, accounting);
    }
    if (PERCENT.matcher(text).matches()) {
      BigDecimal percent = new BigDecimal(text.replace("%", ""));
      return new NumberCell(percent.movePointLeft(2).doubleValue(), "0" + zeros + "%");
    }
    if (PLAIN.matcher(text).matches()) {
      boolean general = zeros.isEmpty() || !text.endsWith("0");
      return new NumberCell(Double.parseDouble(text), general ? "General" : "0" + zeros);
    }
    return null;
  }
}
