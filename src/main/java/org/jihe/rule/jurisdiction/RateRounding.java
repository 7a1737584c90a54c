package org.jihe.rule.jurisdiction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jihe.form.measure.Figures;

/** How a jurisdiction wants execution rates and their scores rounded. */
public enum RateRounding {
  /** Down, half up or up: all are in use. */
  ANY,
  HALF_UP,
  DOWN,
  UP;

  /** True where a printed number is the exact one, rounded so at the printed one's decimals. */
  public boolean accepts(BigDecimal printed, BigDecimal exact) {
    int scale = Math.max(printed.scale(), 0);
    return switch (this) {
      case ANY -> Figures.isRounding(printed, exact);
      case HALF_UP -> printed.compareTo(exact.setScale(scale, RoundingMode.HALF_UP)) == 0;
      case DOWN -> printed.compareTo(exact.setScale(scale, RoundingMode.FLOOR)) == 0;
      case UP -> printed.compareTo(exact.setScale(scale, RoundingMode.CEILING)) == 0;
    };
  }

  /** The exact number as it should be printed, with as many decimals as a printed one. */
  public BigDecimal like(BigDecimal printed, BigDecimal exact) {
    RoundingMode mode =
        switch (this) {
          case ANY, HALF_UP -> RoundingMode.HALF_UP;
          case DOWN -> RoundingMode.FLOOR;
          case UP -> RoundingMode.CEILING;
        };
    return exact.setScale(Math.max(printed.scale(), 0), mode);
  }
}
