package org.jihe.form;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a form exactly as printed: no rounding, no repair. */
public final class Numbers {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final String POINTS = "分";
  private static final int LONGEST = 40;
  private static final String SIGNS = "+-.,%";
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)?(\\.\\d+)?(%?)");

  private Numbers() {}

  /**
   * An amount of money in yuan (元).
   *
   * @param printed digits with optional thousands separators, full-width forms included, and
   *     perhaps with a unit of their own, which then counts: 1,200元 is 1,200 yuan under 万元 too
   * @param unit currency unit of the form's header, 元 or 万元; null or unknown means none is known
   * @return the amount in yuan with every printed decimal, or null where the text is blank, is no
   *     amount, or no unit is known
   */
  public static @Nullable BigDecimal amount(@Nullable String printed, @Nullable String unit) {
    String own = printed == null ? "" : ownUnit(printed);
    BigDecimal factor = yuanPer(own.isEmpty() || yuanPer(unit) == null ? unit : own);
    BigDecimal number = plain(without(printed, own), "");
    return number == null || factor == null ? null : number.multiply(factor);
  }

  /** A number of points, as 10 or 10分, or null where the text is blank or no number. */
  public static @Nullable BigDecimal points(@Nullable String printed) {
    String own = printed == null ? "" : printed.strip().endsWith(POINTS) ? POINTS : "";
    return plain(without(printed, own), "");
  }

  /** The unit that an amount prints itself; empty where it prints none. */
  private static String ownUnit(String printed) {
    String text = printed.strip();
    return text.endsWith("万元") ? "万元" : text.endsWith("元") ? "元" : "";
  }

  private static @Nullable String without(@Nullable String printed, String unit) {
    if (printed == null || unit.isEmpty()) {
      return printed;
    }
    String text = printed.strip();
    return text.substring(0, text.length() - unit.length());
  }

  /** A rate in percent ({@code 89.06%} is 89.06), or null; the sign % may be missing. */
  public static @Nullable BigDecimal percent(@Nullable String printed) {
    return plain(printed, "%");
  }

  /** A year of four digits, or null where the text is anything else. */
  public static @Nullable Integer year(@Nullable String printed) {
    return printed != null && YEAR.matcher(printed).matches() ? Integer.valueOf(printed) : null;
  }

  /** Yuan in one unit of the header's currency unit, or null where it is none that is known. */
  public static @Nullable BigDecimal yuanPer(@Nullable String unit) {
    if (unit == null) {
      return null;
    }
    return switch (unit.strip()) {
      case "元" -> BigDecimal.ONE;
      case "万元" -> TEN_THOUSAND;
      default -> null;
    };
  }

  /** Digits, and perhaps a point between two of them: what most cells print. */
  private static boolean isPlainNumber(String printed) {
    int point = -1;
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return point != 0 && point != printed.length() - 1;
  }

  /** True where a character stands in it that no number has in any of its forms. */
  private static boolean holdsOther(String printed) {
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      boolean chinese = c >= '\u4e00' && c <= '\u9fa5';
      boolean ascii = c > ' ' && c < '\u007f' && (c < '0' || c > '9') && SIGNS.indexOf(c) < 0;
      if (chinese || ascii || c == '≥' || c == '≤') {
        return true;
      }
    }
    return false;
  }

  private static @Nullable BigDecimal plain(@Nullable String printed, String suffix) {
    if (printed == null || printed.length() > LONGEST || Texts.isBlank(printed)) {
      return null;
    }
    if (isPlainNumber(printed)) {
      return new BigDecimal(printed);
    }
    if (holdsOther(printed)) {
      return null;
    }
    Matcher matcher = NUMBER.matcher(Texts.folded(printed).replace('−', '-'));
    if (!matcher.matches() || (matcher.group(2) == null && matcher.group(3) == null)) {
      return null;
    }
    String percent = matcher.group(4);
    if (percent != null && !percent.isEmpty() && !percent.equals(suffix)) {
      return null;
    }
    String digits = matcher.group(2) == null ? "0" : matcher.group(2).replace(",", "");
    String fraction = matcher.group(3) == null ? "" : matcher.group(3);
    return new BigDecimal(matcher.group(1) + digits + fraction);
  }
}
