package org.jihe.template.row;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.Reading;
import org.jspecify.annotations.Nullable;

/** Finds the currency unit (元 or 万元) that a form's amounts are printed in. */
public final class CurrencyUnit {

  private static final Pattern UNIT = Pattern.compile(".*?[(](?:单位:?)?(万?元)[)].*|.*单位:(万?元).*");

  private CurrencyUnit() {}

  /** The first unit that a row names, its text 元 or 万元; null where it names none. */
  public static @Nullable Token in(PrintedRow row) {
    for (Token token : row.tokens()) {
      Token unit = in(token);
      if (unit != null) {
        return unit;
      }
    }
    return null;
  }

  /** The unit that a text names in brackets or behind 单位, its text 元 or 万元; else null. */
  public static @Nullable Token in(Token token) {
    if (token.key().indexOf('元') < 0) {
      return null;
    }
    Matcher matcher = UNIT.matcher(token.key());
    if (!matcher.matches()) {
      return null;
    }
    String unit = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return token.as(Objects.requireNonNull(unit), Reading.AS_PRINTED);
  }
}
