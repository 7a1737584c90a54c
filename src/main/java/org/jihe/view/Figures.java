package org.jihe.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jihe.message.Language;
import org.jspecify.annotations.Nullable;

/** Numbers as reviewers read them: ten thousands of yuan (万元) in Chinese, yuan in English. */
final class Figures {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Language language;

  Figures(Language language) {
    this.language = language;
  }

  /** An amount in yuan, such as {@code 7,426.12 万元} or {@code CNY 74,261,200}. */
  String money(@Nullable BigDecimal yuan) {
    if (yuan == null) {
      return "";
    }
    return language == Language.ZH ? amount(yuan) + " 万元" : "CNY " + amount(yuan);
  }

  /** The same without the unit, for columns whose heading names it. */
  String amount(@Nullable BigDecimal yuan) {
    if (yuan == null) {
      return "";
    }
    return language == Language.ZH
        ? decimals(yuan.divide(TEN_THOUSAND))
        : format("#,##0").format(yuan);
  }

  /** A number with two decimals, or nothing. */
  String decimals(@Nullable BigDecimal number) {
    return number == null ? "" : format("#,##0.00").format(number);
  }

  /** A rate in percent with two decimals, or nothing. */
  String percent(@Nullable BigDecimal rate) {
    return rate == null ? "" : decimals(rate) + "%";
  }

  /** A share from 0 to 1 in percent with one decimal, or nothing. */
  String share(@Nullable BigDecimal share) {
    return share == null ? "" : format("0.0").format(share.multiply(HUNDRED)) + "%";
  }

  /** Expenditure in percent of the budget, or nothing where there is no budget. */
  String rate(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
    if (part == null || whole == null || whole.signum() == 0) {
      return "";
    }
    return percent(part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP));
  }

  /** A count with thousands separators. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static DecimalFormat format(String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }
}
