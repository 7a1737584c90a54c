package org.jihe.rule.sheet;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Field;
import org.jihe.form.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit as a rule table or a cell of text states it, such as {@code 20个}. Nothing
 * but a number and a unit is read: {@code ≥20个} and {@code 18至20个} are no single number.
 *
 * @param number amounts in yuan, rates in percent, everything else as stated
 * @param unit what follows the number; {@code 元} for an amount, empty where nothing follows
 */
public record CellValue(BigDecimal number, String unit) {

  private static final int LONGEST = 40;
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(万|亿)?([^\\d.,+-]*)");
  private static final Pattern NO_UNIT = Pattern.compile("[≤≥<>=~～()至以约\\[\\]]");

  /** The number that the whole text states, or null. */
  public static @Nullable CellValue parse(@Nullable String text) {
    if (text == null || text.length() > LONGEST) {
      return null;
    }
    Matcher matcher = NUMBER.matcher(Texts.folded(text));
    if (!matcher.matches() || NO_UNIT.matcher(matcher.group(3)).find()) {
      return null;
    }
    BigDecimal number = new BigDecimal(matcher.group(1).replace(",", ""));
    String magnitude = matcher.group(2);
    if (magnitude != null) {
      number = number.scaleByPowerOfTen(magnitude.equals("万") ? 4 : 8);
    }
    return new CellValue(number, matcher.group(3));
  }

  /** The number of a cell, to be compared with one that has a unit; null where none is certain. */
  static @Nullable BigDecimal of(Field<?> field, String unit) {
    if (field.value() instanceof BigDecimal number) {
      return number;
    }
    if (field.value() instanceof Integer number) {
      return BigDecimal.valueOf(number);
    }
    CellValue value = parse(field.printed());
    if (value == null) {
      return null;
    }
    boolean comparable = unit.isEmpty() ? !value.unit().startsWith("%") : unit.equals(value.unit());
    return comparable ? value.number() : null;
  }
}
