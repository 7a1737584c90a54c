package org.jihe.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decimals as the tables hold them. */
public final class Decimals {

  private Decimals() {}

  /** The number without the zeros that the tables' scale adds and without an exponent. */
  public static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** A number as it comes back from the tables; null for one that is too large for them. */
  public static @Nullable BigDecimal asStored(@Nullable BigDecimal value) {
    return plain(FormCodec.decimal(value));
  }
}
