package org.jihe.form;

import java.math.BigDecimal;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a field means, and in which unit. A value is always read from what is printed:
 * the same text has the same value, whichever way a form came here.
 */
public final class ValueType<T> {

  /** The text is the value, unless it stands for nothing, as a dash does. */
  public static final ValueType<String> TEXT =
      new ValueType<>(
          "TEXT", String.class, (printed, unit) -> Texts.isBlank(printed) ? null : printed);

  /** A budget year. */
  public static final ValueType<Integer> YEAR =
      new ValueType<>("YEAR", Integer.class, (printed, unit) -> Numbers.year(printed));

  /** An amount in yuan, printed in the form's currency unit. */
  public static final ValueType<BigDecimal> YUAN =
      new ValueType<>("YUAN", BigDecimal.class, Numbers::amount);

  /** A rate in percent. */
  public static final ValueType<BigDecimal> PERCENT =
      new ValueType<>("PERCENT", BigDecimal.class, (printed, unit) -> Numbers.percent(printed));

  /** A number of points. */
  public static final ValueType<BigDecimal> POINTS =
      new ValueType<>("POINTS", BigDecimal.class, (printed, unit) -> Numbers.points(printed));

  private final String name;
  private final Class<T> type;
  private final BiFunction<String, @Nullable String, @Nullable T> meaning;

  private ValueType(
      String name, Class<T> type, BiFunction<String, @Nullable String, @Nullable T> meaning) {
    this.name = name;
    this.type = type;
    this.meaning = meaning;
  }

  /** The class of the values. */
  public Class<T> type() {
    return type;
  }

  /** True where the values are numbers: amounts, rates, points and years. */
  public boolean isNumber() {
    return Number.class.isAssignableFrom(type);
  }

  /**
   * What a text means.
   *
   * @param currencyUnit as printed in the form's head; null where there is none
   * @return null where nothing is printed or it cannot be read as what it must be
   */
  public @Nullable T read(@Nullable String printed, @Nullable String currencyUnit) {
    return printed == null ? null : meaning.apply(printed, currencyUnit);
  }

  /**
   * The same field with its value known to be of this type.
   *
   * @throws ClassCastException where it is none
   */
  @SuppressWarnings("unchecked") // its value is looked at; the rest of a field knows no type
  public Field<T> cast(Field<?> field) {
    if (field.value() != null && !type.isInstance(field.value())) {
      throw new ClassCastException(field.value() + ": " + name);
    }
    return (Field<T>) field;
  }

  @Override
  public String toString() {
    return name;
  }
}
