package org.jihe.template.exact;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jihe.form.Field;
import org.jihe.form.Funding;
import org.jihe.form.Indicator;
import org.jihe.form.TotalScore;

/** Checks a reading by its points: they add to what the form prints. */
final class PointCheck {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private PointCheck() {}

  /** True where all points of a form without a total add to 100. */
  static boolean isWhole(Funding funding, List<Indicator> indicators) {
    BigDecimal sum = orZero(funding.total().maxScore());
    for (Indicator indicator : indicators) {
      sum = sum.add(orZero(indicator.maxScore()));
    }
    return sum.compareTo(HUNDRED) == 0;
  }

  /** True where points and scores add to the total; rows without any stand for nothing. */
  static boolean addsUp(Funding funding, List<Indicator> indicators, TotalScore total) {
    return addsUp(funding.total().maxScore(), indicators, total.maxScore(), Indicator::maxScore)
        && addsUp(funding.total().score(), indicators, total.score(), Indicator::score);
  }

  private static boolean addsUp(
      Field<BigDecimal> first,
      List<Indicator> indicators,
      Field<BigDecimal> last,
      Function<Indicator, Field<BigDecimal>> cell) {
    BigDecimal sum = orZero(first);
    for (Indicator indicator : indicators) {
      Field<BigDecimal> field = cell.apply(indicator);
      boolean empty = indicator.maxScore().isBlank() && indicator.score().isBlank();
      if (field.value() == null && !(field.isBlank() && empty)) {
        return false;
      }
      sum = sum.add(orZero(field));
    }
    BigDecimal printed = last.value();
    return printed != null && sum.compareTo(printed) == 0;
  }

  private static BigDecimal orZero(Field<BigDecimal> field) {
    BigDecimal value = field.value();
    return value == null ? BigDecimal.ZERO : value;
  }
}
