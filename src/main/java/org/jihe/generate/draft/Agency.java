package org.jihe.generate.draft;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * An agency of a department (实施单位), and how it writes.
 *
 * @param number counted from 1
 * @param name its own name, the same in all years
 * @param department how it writes its department's name
 * @param unit 元 or 万元
 * @param grouping how it writes thousands
 * @param format the format that it sends
 */
public record Agency(
    int number, String name, String department, String unit, Grouping grouping, FileKind format) {

  public enum Grouping {
    NONE,
    THOUSANDS
  }

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  /** Yuan in one of the agency's unit. */
  public BigDecimal yuan() {
    return unit.equals("万元") ? TEN_THOUSAND : BigDecimal.ONE;
  }

  /** An amount in the agency's unit as it writes it. */
  public String amount(BigDecimal amount) {
    return grouping == Grouping.THOUSANDS
        ? new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(amount)
        : amount.setScale(2).toPlainString();
  }
}
