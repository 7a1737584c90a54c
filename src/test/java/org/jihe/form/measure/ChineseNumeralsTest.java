package org.jihe.form.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseNumeralsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          零         | 0
          〇         | 0
          一         | 1
          两         | 2
          九         | 9
          十         | 10
          十二       | 12
          一十二     | 12
          二十       | 20
          二十五     | 25
          廿         | 20
          廿五       | 25
          卅一       | 31
          卌         | 40
          九十五     | 95
          百         | 100
          一百       | 100
          两百       | 200
          百二       | 120
          一百二     | 120
          两百五     | 250
          一百二十   | 120
          一百二十三 | 123
          一百零二   | 102
          一百〇二   | 102
          一百一十   | 110
          一百十     | 110
          一百十五   | 115
          一百廿五   | 125
          百二十     | 120
          九百九     | 990
          一千       | 1000
          千五       | 1500
          千二百     | 1200
          一千二     | 1200
          两千三     | 2300
          三千五     | 3500
          三千五百   | 3500
          三千五百二 | 3520
          三千零五   | 3005
          三千零五十 | 3050
          三千零五十二 | 3052
          三千五百零二 | 3502
          一千二十   | 1020
          一千零一十 | 1010
          九千九百九十九 | 9999
          一万       | 10000
          两万       | 20000
          一万二     | 12000
          万八       | 18000
          一万二千   | 12000
          一万二千三 | 12300
          一万二千三百四十五 | 12345
          一万零五百 | 10500
          一万五百   | 10500
          一万零五   | 10005
          一万零五十 | 10050
          十万       | 100000
          十万八     | 108000
          二十万五   | 205000
          一百二十万 | 1200000
          一千二百万 | 12000000
          三千五百万零八百 | 35000800
          一亿       | 100000000
          一亿三     | 130000000
          一亿两千万 | 120000000
          一亿二千三百万 | 123000000
          一亿五百万 | 105000000
          一亿零五百万 | 105000000
          一亿零三百 | 100000300
          十亿       | 1000000000
          一百二十亿 | 12000000000
          一万亿     | 1000000000000
          壹佰贰拾   | 120
          壹佰贰     | 120
          叁仟伍佰   | 3500
          壹萬贰仟   | 12000
          伍拾       | 50
          三点五     | 3.5
          零点零五   | 0.05
          九十九点九 | 99.9
          十二点〇五 | 12.05
          95         | 95
          95.5       | 95.5
          """)
  void reads(String text, BigDecimal number) {
    assertThat(ChineseNumerals.read(text)).isEqualByComparingTo(number);
  }

  /** What is no number, or may be two. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "点", "三点", "点五", "零零", "零五", "一二", "二零二二", "二〇二二", "十四五", "十十", "百百", "千", "万", "亿",
        "一百两", "十两", "两十", "一百零", "一百零零二", "一百零二十", "一千零二百", "一百二百", "二十零五", "十百", "一万零五千", "一百二万",
        "一万万", "一亿五千", "一亿三百", "一万十五", "一亿零", "万一二", "三千5", "3千五", "十分", "一百二多", "零十", "一百二十三四",
        "五一百", "三五百"
      })
  void doesNotGuess(String text) {
    assertThat(ChineseNumerals.read(text)).isNull();
  }

  /** Every number as it is read aloud, and with its last unit left out where it may be. */
  @Test
  void readsWhatItWrites() {
    for (long number = 1; number < 130_000; number++) {
      String written = written(number, 10_000, "万");
      assertThat(ChineseNumerals.read(written)).as(written).isEqualByComparingTo("" + number);
      for (String unit : new String[] {"十", "百", "千"}) {
        String higher = unit.equals("十") ? "百" : unit.equals("百") ? "千" : "万";
        if (written.matches(".*" + higher + "[一二三四五六七八九]" + unit)) {
          String shorter = written.substring(0, written.length() - 1);
          assertThat(ChineseNumerals.read(shorter)).as(shorter).isEqualByComparingTo("" + number);
        }
      }
    }
  }

  private static String written(long number, long unit, String name) {
    if (number >= unit && unit == 10_000) {
      long rest = number % unit;
      String head = written(number / unit, 1_000, "千") + name;
      return rest == 0 ? head : head + (rest < 1_000 ? "零" : "") + written(rest, 1_000, "千");
    }
    StringBuilder text = new StringBuilder();
    String digits = String.valueOf(number);
    boolean gap = false;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit == 0) {
        gap = true;
      } else {
        text.append(gap ? "零" : "").append("零一二三四五六七八九".charAt(digit));
        int place = digits.length() - 1 - i;
        text.append(place == 0 ? "" : "" + "十百千".charAt(place - 1));
        gap = false;
      }
    }
    return text.toString();
  }
}
