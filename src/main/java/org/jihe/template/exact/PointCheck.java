package org.jihe.template.exact;

import java.math.BigDecimal;
import java.util.List;
import org.jihe.form.Field;
import org.jihe.form.Funding;
import org.jihe.form.Indicator;

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

  private static BigDecimal orZero(Field<BigDecimal> field) {
    BigDecimal value = field.value();
    return value == null ? BigDecimal.ZERO : value;
  }
}
