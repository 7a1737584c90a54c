package org.jihe.source.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.format.CellGeneralFormatter;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as a Chinese Excel shows them in cells that are wide enough. For one workbook and one
 * thread.
 */
final class ShownNumbers {

  /** Which day a workbook's dates are counted from. */
  enum Dates {
    FROM_1900,
    FROM_1904
  }

  static final String GENERAL = "General";

  private static final String DASHES = "—–―─-－/／¥￥\u00a0\u3000";

  /** Excel knows fifteen digits of a number. */
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

  /** Whole numbers below this are shown with all their digits by the general format. */
  private static final double MOST_PLAIN = 1e11;

  /** The built-in formats whose meaning depends on the language. */
  private static final Map<Integer, String> CHINESE =
      Map.ofEntries(
          Map.entry(5, "\"¥\"#,##0;\"¥\"-#,##0"),
          Map.entry(6, "\"¥\"#,##0;\"¥\"-#,##0"),
          Map.entry(7, "\"¥\"#,##0.00;\"¥\"-#,##0.00"),
          Map.entry(8, "\"¥\"#,##0.00;\"¥\"-#,##0.00"),
          Map.entry(14, "yyyy/m/d"),
          Map.entry(15, "d-mmm-yy"),
          Map.entry(22, "yyyy/m/d h:mm"),
          Map.entry(27, "yyyy\"年\"m\"月\""),
          Map.entry(28, "m\"月\"d\"日\""),
          Map.entry(29, "m\"月\"d\"日\""),
          Map.entry(30, "m-d-yy"),
          Map.entry(31, "yyyy\"年\"m\"月\"d\"日\""),
          Map.entry(32, "h\"时\"mm\"分\""),
          Map.entry(33, "h\"时\"mm\"分\"ss\"秒\""),
          Map.entry(34, "上午/下午h\"时\"mm\"分\""),
          Map.entry(35, "上午/下午h\"时\"mm\"分\"ss\"秒\""),
          Map.entry(36, "yyyy\"年\"m\"月\""),
          Map.entry(37, "#,##0;-#,##0"),
          Map.entry(38, "#,##0;-#,##0"),
          Map.entry(39, "#,##0.00;-#,##0.00"),
          Map.entry(40, "#,##0.00;-#,##0.00"),
          Map.entry(41, "#,##0;-#,##0;\"-\""),
          Map.entry(42, "\"¥\"#,##0;\"¥\"-#,##0;\"¥\"\"-\""),
          Map.entry(43, "#,##0.00;-#,##0.00;\"-\""),
          Map.entry(44, "\"¥\"#,##0.00;\"¥\"-#,##0.00;\"¥\"\"-\""),
          Map.entry(50, "yyyy\"年\"m\"月\""),
          Map.entry(51, "m\"月\"d\"日\""),
          Map.entry(52, "yyyy\"年\"m\"月\""),
          Map.entry(53, "m\"月\"d\"日\""),
          Map.entry(54, "m\"月\"d\"日\""),
          Map.entry(55, "上午/下午h\"时\"mm\"分\""),
          Map.entry(56, "上午/下午h\"时\"mm\"分\"ss\"秒\""),
          Map.entry(57, "yyyy\"年\"m\"月\""),
          Map.entry(58, "m\"月\"d\"日\""));

  private final Dates dates;
  private final Map<String, NumberPattern> patterns = new HashMap<>();
  private final DataFormatter fractions = new DataFormatter(Locale.ROOT);

  ShownNumbers(Dates dates) {
    this.dates = dates;
  }

  Dates dates() {
    return dates;
  }

  /** The code of a format that a workbook names by number alone. */
  static String builtIn(int number) {
    String chinese = CHINESE.get(number);
    if (chinese != null) {
      return chinese;
    }
    String code =
        number >= 0 && number < CHINESE.size() + 50
            ? BuiltinFormats.getBuiltinFormat(number)
            : null;
    return code == null || code.startsWith("reserved") ? GENERAL : code;
  }

  /** The number as the format's code shows it. */
  String shown(double value, String code) {
    if (code.equals(GENERAL)) {
      return general(value);
    }
    NumberPattern pattern = patterns.get(code);
    if (pattern == null) {
      pattern = NumberPattern.of(code);
      patterns.put(code, pattern);
    }
    return pattern.shown(value, this);
  }

  /**
   * What stands for a stored zero that is shown as a dash or as nothing; null where it is shown as
   * a number.
   *
   * @param shown as the format's code shows it
   */
  @Nullable String zero(double value, String code, String shown) {
    boolean dash = value == 0 && shown.chars().allMatch(c -> c <= ' ' || DASHES.indexOf(c) >= 0);
    return dash ? NumberPattern.of(code).zero() : null;
  }

  /** The number without a format of its own. */
  static String general(double value) {
    if (value == (long) value && Math.abs(value) < MOST_PLAIN) {
      return Long.toString((long) value);
    }
    return new CellGeneralFormatter(Locale.ROOT).format(value);
  }

  String fraction(double value, String code) {
    return fractions.formatRawCellContents(value, -1, code).strip();
  }

  /** What a number's digits are for Excel. */
  static BigDecimal decimal(double value) {
    BigDecimal decimal = BigDecimal.valueOf(value);
    return decimal.precision() > DIGITS.getPrecision() ? decimal.round(DIGITS) : decimal;
  }
}
