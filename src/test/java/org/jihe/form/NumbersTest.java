package org.jihe.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9,000         | 元   | 9000
          9000.00       | 元   | 9000.00
          1,234,567.80  | 元   | 1234567.80
          ０９９４０００       | 元   | 994000
          ９，０００．５        | 元   | 9000.5
          12.5          | 万元 | 125000.0
          0             | 万元 | 0
          -3            | 元   | -3
          −3            | 元   | -3
          +3            | 元   | 3
          .5            | 元   | 0.5
          20300 0       | 元   | 203000
          """)
  void readsAmounts(String printed, String unit, BigDecimal yuan) {
    assertThat(Numbers.amount(printed, unit)).isEqualByComparingTo(yuan);
  }

  @Test
  void keepsPrintedDecimals() {
    assertThat(Numbers.points("10.00")).isEqualTo(new BigDecimal("10.00"));
    assertThat(Numbers.amount("9000.50", "元")).isEqualTo(new BigDecimal("9000.50"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "—",
        "-",
        "/",
        "　",
        "十",
        "1,23",
        "12,3456",
        "1,234,56",
        "1.2.3",
        "1e3",
        "10%",
        "=5",
        ">=5",
        "元",
        "分",
        ".",
        "+",
        "NaN",
        "0x10",
        "1 ~ 2"
      })
  void rejectsWhatIsNoPlainNumber(String printed) {
    assertThat(Numbers.points(printed)).isNull();
    assertThat(Numbers.amount(printed, "元")).isNull();
  }

  @Test
  void aUnitBehindTheNumberIsRead() {
    assertThat(Numbers.points("99.06分")).isEqualByComparingTo("99.06");
    assertThat(Numbers.points("10 分")).isEqualByComparingTo("10");
    assertThat(Numbers.amount("18,863,880.00元", "元")).isEqualByComparingTo("18863880");
    assertThat(Numbers.amount("18,863,880.00元", "万元")).isEqualByComparingTo("18863880");
    assertThat(Numbers.amount("1,886.388万元", "元")).isEqualByComparingTo("18863880");
    assertThat(Numbers.points("10元")).isNull();
    assertThat(Numbers.amount("10分", "元")).isNull();
  }

  @Test
  void anAmountNeedsAKnownUnit() {
    assertThat(Numbers.amount("5", null)).isNull();
    assertThat(Numbers.amount("5", "美元")).isNull();
    assertThat(Numbers.yuanPer(" 万元 ")).isEqualByComparingTo("10000");
  }

  @ParameterizedTest
  @CsvSource({"89.06%,89.06", "100.00％,100.00", "797.92%,797.92", "89,89", "0%,0"})
  void readsPercent(String printed, BigDecimal percent) {
    assertThat(Numbers.percent(printed)).isEqualTo(percent);
  }

  @Test
  void refusesTextOfAnyLengthQuickly() {
    assertThat(Numbers.points("9".repeat(100_000))).isNull();
  }
}
