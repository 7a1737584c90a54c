package org.jihe.source.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jihe.source.workbook.ShownNumbers.Dates;

/**
 * Dates that a workbook holds as text, such as {@code 2022-12-31}, shown as their cell shows them.
 */
final class IsoDates {

  private static final int DAYS_FROM_1900_TO_1904 = 1462;
  private static final double NANOSECONDS_A_DAY = 86_400e9;

  private IsoDates() {}

  static String shown(String value, String format, ShownNumbers numbers) {
    try {
      return numbers.shown(days(value.strip(), numbers.dates()), format);
    } catch (DateTimeException e) {
      return value;
    }
  }

  private static double days(String value, Dates dates) {
    String local = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
    if (!local.contains("T") && local.contains(":")) {
      return LocalTime.parse(local).toNanoOfDay() / NANOSECONDS_A_DAY;
    }
    LocalDateTime moment =
        local.contains("T") ? LocalDateTime.parse(local) : LocalDate.parse(local).atStartOfDay();
    double days = DateUtil.getExcelDate(moment);
    return dates == Dates.FROM_1904 ? days - DAYS_FROM_1900_TO_1904 : days;
  }
}
