package org.jihe.form.measure;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a target (年度指标值) or an actual value (实际完成值) says.
 *
 * @param printed the text as printed, or null
 * @param kind what sort of statement it is
 * @param comparator the comparator before or behind the number
 * @param magnitude the number with 万 and 亿 multiplied out, {@code 95} for {@code 95%}, the lower
 *     end of a range; null unless there is a certain one
 * @param upper the upper end of a range, else null
 * @param unit what is counted, such as {@code 次}, {@code %} or {@code 元} (万元 is multiplied out);
 *     empty where none is printed
 * @param note what stands in brackets, without them; empty where nothing does
 */
public record Measure(
    @Nullable String printed,
    Kind kind,
    Comparator comparator,
    @Nullable BigDecimal magnitude,
    @Nullable BigDecimal upper,
    String unit,
    String note)
    implements Serializable {

  /** What sort of statement a text makes. */
  public enum Kind {
    /** One number that is certain. */
    QUANTITY,
    /** A number from and a number to. */
    RANGE,
    /** A date, a deadline or a period: no magnitude. */
    TIME,
    /** Words: no number that measures anything. */
    TEXT,
    /** Numbers, but no single certain one: products, several numbers, approximations. */
    UNCERTAIN,
    /** Nothing, or a dash. */
    BLANK
  }

  /** How the number bounds what it is compared with. */
  public enum Comparator {
    AT_LEAST(">="),
    ABOVE(">"),
    AT_MOST("<="),
    BELOW("<"),
    EQUAL("="),
    NONE("");

    private final String symbol;

    Comparator(String symbol) {
      this.symbol = symbol;
    }

    /** The comparator in ASCII; empty for none. */
    public String symbol() {
      return symbol;
    }
  }

  static final String PERCENT = "%";

  /** A statement without a number. */
  static Measure of(@Nullable String printed, Kind kind, String note) {
    return new Measure(printed, kind, Comparator.NONE, null, null, "", note);
  }

  /** True where there is one number that is certain. */
  public boolean quantitative() {
    return kind == Kind.QUANTITY;
  }

  /** True for words without a number that measures anything. */
  public boolean qualitative() {
    return kind == Kind.TEXT;
  }

  /** True where there are numbers and no single certain one. */
  public boolean uncertain() {
    return kind == Kind.UNCERTAIN;
  }

  /** True for a quantity in percent. */
  public boolean percent() {
    return quantitative() && unit.equals(PERCENT);
  }

  /**
   * True where both are quantities that count the same: their units are equal, or one prints none
   * and the other's fits. A bare number beside a percentage is one too where it lies between 1 and
   * 100, or is 0; beside an amount of money or ten thousands of anything it is not certain.
   */
  public boolean comparableWith(Measure other) {
    if (!quantitative() || !other.quantitative()) {
      return false;
    }
    if (unit.equals(other.unit)) {
      return true;
    }
    if (zero() || other.zero()) {
      return unit.isEmpty() || other.unit.isEmpty() || percent() == other.percent();
    }
    if (!unit.isEmpty() && !other.unit.isEmpty()) {
      return false;
    }
    if (mayBeScaled() || other.mayBeScaled()) {
      return false;
    }
    return percent() ? other.wouldBePercent() : !other.percent() || wouldBePercent();
  }

  /** True where a bare number beside this one may be meant in ten thousands, as it is itself. */
  private boolean mayBeScaled() {
    String text = String.valueOf(printed);
    return unit.equals("元") || text.contains("万") || text.contains("亿") || text.contains("千");
  }

  private boolean wouldBePercent() {
    BigDecimal number = magnitude;
    return number != null
        && number.compareTo(BigDecimal.ONE) > 0
        && number.compareTo(BigDecimal.valueOf(100)) <= 0;
  }

  /**
   * True where one unit can be reckoned into the other, as 公里 into 米, or is another word for it.
   */
  public boolean convertibleTo(Measure other) {
    return Unit.convertible(unit, other.unit);
  }

  /**
   * The same quantity in another unit, as 1.5 公里 in 米, or 5 场 in 次; null where it cannot be
   * reckoned exactly.
   */
  public @Nullable Measure in(String other) {
    BigDecimal number = magnitude;
    BigDecimal scaled =
        number == null || !quantitative() ? null : UnitScale.reckoned(number, unit, other);
    return scaled == null
        ? null
        : new Measure(printed, kind, comparator, scaled, null, other, note);
  }

  /**
   * True for a length of time, in whatever unit: a shorter one may be better or worse, so that only
   * a comparator says which.
   */
  public boolean duration() {
    return quantitative() && Unit.isDuration(unit);
  }

  /** True for an amount of money, whether its unit is printed or only 万 or 亿. */
  public boolean money() {
    String text = String.valueOf(printed);
    return quantitative()
        && (unit.equals("元")
            || unit.startsWith("元/")
            || (unit.isEmpty() && (text.contains("万") || text.contains("亿"))));
  }

  /** True for a quantity of exactly 0. */
  public boolean zero() {
    BigDecimal number = magnitude;
    return quantitative() && number != null && number.signum() == 0;
  }
}
