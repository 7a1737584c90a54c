package org.jihe.source.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.jihe.source.workbook.ShownNumbers.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownNumbersTest {

  private static String shown(double value, String code) {
    return new ShownNumbers(Dates.FROM_1900).shown(value, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "0.8906 | 0.00% | 89.06%",
        "18000 | #,##0.00 | 18,000.00",
        "-18000.5 | #,##0.00 | -18,000.50",
        "1234567.891 | '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ' | 1,234,567.89",
        "0 | '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ' | -",
        "-5 | '#,##0.00_);[Red]\\(#,##0.00\\)' | (5.00)",
        "1.005 | 0.00 | 1.01",
        "2.675 | 0.00 | 2.68",
        "0.285 | 0% | 29%",
        "9 | 0\"%\" | 9%",
        "100 | 0\\% | 100%",
        "95 | \"≥\"0\"%\" | ≥95%",
        "9000 | [$¥-804]#,##0.00 | ¥9,000.00",
        "9000 | #,##0.00\"元\" | 9,000.00元",
        "9000 | '\"¥\"#,##0.00;\"¥\"\\-#,##0.00' | ¥9,000.00",
        "123456 | '0!.0,\"万\"' | 12.3万",
        "12345678 | '0.00,,' | 12.35",
        "5 | 0.## | 5.",
        "5.25 | 0.0## | 5.25",
        "0 | '#,###' | ''",
        "1234 | '#,###' | 1,234",
        "0.5 | '#.00' | .50",
        "7 | 000 | 007",
        "12345678 | '000-0000' | 1234-5678",
        "0 | '0.00;-0.00;' | ''",
        "5 | ';;;' | ''",
        "2 | '[>1]0.0\"x\";0' | 2.0x",
        "-3 | '[<0]\"负\"0;0' | 负3",
        "-3 | '[<60]\"不足\"0;0' | -不足3",
        "-3 | '[<>0]0;\"无\"' | -3",
        "-3 | '[>=100]0;0.0' | -3.0",
        "-150 | '[>100]0;[<-100]0.0;0.00' | -150.0",
        "-5 | 0.00;@ | -5.00",
        "0 | 0.00;-0.00;@ | 0.00",
        "9000 | 0.00E+00 | 9.00E+03",
        "0.00012 | 0.0E-0 | 1.2E-4",
        "99999 | 0.0E+0 | 1.0E+5",
        "0.5 | '# ?/?' | 1/2",
        "9000 | @ | 9000",
        "123.5 | G/通用格式 | 123.5",
        "12 | 'General\"分\"' | 12分",
      })
  void numbers(double value, String code, String expected) {
    assertThat(shown(value, code)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "44635 | yyyy/m/d | 2022/3/15",
        "44635 | 'yyyy\"年\"m\"月\"d\"日\";@' | 2022年3月15日",
        "44635 | yyyy年mm月 | 2022年03月",
        "44635 | [$-F800]dddd\\, | 2022年3月15日",
        "44635 | [$-804]aaaa;@ | 星期二",
        "44635 | aaa | 二",
        "44635 | d-mmm-yy | 15-Mar-22",
        "44635 | [$-409]dddd | Tuesday",
        "44635 | e.m.d | 2022.3.15",
        "44635.75 | yyyy/m/d h:mm | 2022/3/15 18:00",
        "44635.75 | [$-409]h:mm AM/PM | 6:00 PM",
        "44635.25 | 上午/下午h\"时\"mm\"分\" | 上午6时00分",
        "44635.5034722 | mm:ss | 05:00",
        "44926.999994 | mm:ss.0 | 59:59.5",
        "0.0000173611 | ss.000 | 01.500",
        "44926.9999999999 | yyyy/m/d h:mm:ss.00 | 2023/1/1 0:00:00.00",
        "0 | d-mmm-yy | 0-Jan-00",
        "-1 | yyyy/m/d;@ | -1",
        "44635 | [$-F800]dddd;@ | 2022年3月15日",
        "44635 | gge\"年\" | 2022年",
        "1.5 | [h]:mm:ss | 36:00:00",
        "0 | yyyy/m/d | 1900/1/0",
        "1 | yyyy/m/d | 1900/1/1",
        "59 | yyyy/m/d | 1900/2/28",
        "-1 | yyyy/m/d | -1",
        "2958465 | yyyy-mm-dd | 9999-12-31",
        "3000000000 | yyyy/m/d | 3000000000",
      })
  void dates(double value, String code, String expected) {
    assertThat(shown(value, code)).isEqualTo(expected);
  }

  @Test
  void datesMayBeCountedFrom1904() {
    assertThat(new ShownNumbers(Dates.FROM_1904).shown(43173, "yyyy/m/d")).isEqualTo("2022/3/15");
  }

  @ParameterizedTest
  @CsvSource({
    "9000, 9000",
    "0.1, 0.1",
    "0.30000000000000004, 0.3",
    "-12.50, -12.5",
    "12345678901, 12345678901",
    "123456789012, 1.23457E+11",
    "0.00001, 0.00001",
    "0.3333333333333333, 0.333333333",
    "1e20, 1E+20",
    "0, 0",
    "-0.0, 0"
  })
  void general(double value, String expected) {
    assertThat(shown(value, "General")).isEqualTo(expected);
  }

  @Test
  void builtInFormatsAreThoseOfTheChineseEdition() {
    assertThat(shown(44635, ShownNumbers.builtIn(14))).isEqualTo("2022/3/15");
    assertThat(shown(44635, ShownNumbers.builtIn(31))).isEqualTo("2022年3月15日");
    assertThat(shown(44635, ShownNumbers.builtIn(57))).isEqualTo("2022年3月");
    assertThat(shown(0.5, ShownNumbers.builtIn(10))).isEqualTo("50.00%");
    assertThat(shown(0, ShownNumbers.builtIn(43))).isEqualTo("-");
    assertThat(ShownNumbers.builtIn(0)).isEqualTo("General");
    assertThat(ShownNumbers.builtIn(4711)).isEqualTo("General");
    assertThat(ShownNumbers.builtIn(-1)).isEqualTo("General");
  }
}
