package org.jihe.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jihe.form.measure.Figures;
import org.jihe.rule.jurisdiction.ExecutionScore;
import org.jihe.rule.jurisdiction.ExecutionScore.Band;
import org.jihe.rule.jurisdiction.ExecutionScore.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiguresTest {

  private static BigDecimal n(String text) {
    return new BigDecimal(text);
  }

  @Test
  void aRatioNeedsAWholeAboveZero() {
    assertThat(Figures.ratio(n("1"), n("4"))).isEqualByComparingTo("0.25");
    assertThat(Figures.ratio(n("1"), n("0"))).isNull();
    assertThat(Figures.ratio(n("1"), n("-4"))).isNull();
    assertThat(Figures.ratio(null, n("4"))).isNull();
    assertThat(Figures.ratio(n("1"), null)).isNull();
  }

  @Test
  void aRatioIsExactEnoughToDecideAThreshold() {
    BigDecimal trillion = n("1000000000000.00");
    BigDecimal justBelow = n("899999999999.99");

    assertThat(Figures.ratio(justBelow, trillion)).isLessThan(n("0.90"));
    assertThat(Figures.ratio(n("900000000000.00"), trillion)).isEqualByComparingTo("0.90");
  }

  @ParameterizedTest
  @CsvSource({
    "9.95, 9.9483, true",
    "9.94, 9.9483, true",
    "9.93, 9.9483, false",
    "9.96, 9.9483, false",
    "10, 9.9483, true",
    "9, 9.9483, true",
    "9.95, 9.95, true",
    "9.94, 9.95, false",
    "9.950, 9.95, true",
    "0, -0.5, true",
    "-1, -0.5, true"
  })
  void aPrintedNumberMayBeRoundedInAnyDirection(String printed, String exact, boolean fits) {
    assertThat(Figures.isRounding(n(printed), n(exact))).isEqualTo(fits);
  }

  @Test
  void multiplyingComesBeforeDividing() {
    ExecutionScore linear = new ExecutionScore(Method.LINEAR, List.of());

    assertThat(linear.of(n("15"), n("2"), n("3"))).isEqualByComparingTo("10");
    assertThat(linear.of(n("10"), n("37.24"), n("43.20")).toPlainString()).startsWith("8.620370");
    assertThat(linear.of(n("10"), n("153200"), n("19200"))).isEqualByComparingTo("10");
  }

  @Test
  void bandsGiveAShareOfThePoints() {
    ExecutionScore bands =
        new ExecutionScore(
            Method.BANDS, List.of(new Band(n("0.95"), n("1")), new Band(n("0.6"), n("0.5"))));

    assertThat(bands.of(n("10"), n("95"), n("100"))).isEqualByComparingTo("10");
    assertThat(bands.of(n("10"), n("94.99"), n("100"))).isEqualByComparingTo("5");
    assertThat(bands.of(n("10"), n("60"), n("100"))).isEqualByComparingTo("5");
    assertThat(bands.of(n("10"), n("59.99"), n("100"))).isEqualByComparingTo("0");
  }

  @Test
  void numbersArePrintedWithoutTrailingZerosAndExponents() {
    assertThat(Figures.text(n("100"))).isEqualTo("100");
    assertThat(Figures.text(n("1E+6"))).isEqualTo("1000000");
    assertThat(Figures.text(n("9.50"))).isEqualTo("9.5");
    assertThat(Figures.text(n("0.00"))).isEqualTo("0");
    assertThat(Figures.percent(n("0.862037"))).isEqualTo("86.20%");
  }
}
