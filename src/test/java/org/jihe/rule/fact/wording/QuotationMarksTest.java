package org.jihe.rule.fact.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotationMarksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "政务办公",
        "",
        "“一件事”重点高频事项覆盖面",
        "“一网通办”与“一网统管”",
        "“落实‘两个免于提交’要求”",
        "《消防法》和《“十四五”规划》",
        "「甲」『乙』",
        "完成\"一业一证\"建设",
        "换装15\"显示屏",
        "it’s"
      })
  void pairs(String text) {
    assertThat(QuotationMarks.single(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "“闵行区”一网通办“平台信息息系统, “",
        "网上直办、就近能办、同城通办”, ”",
        "”颠倒“, ”",
        "《消防法》和《条例, 《",
        "「甲」乙」, 」",
        "\"参赛队员满意度, \"",
        "完成\"15\"\"建设, \"",
        "“一网通办\", “"
      })
  void singles(String text, String mark) {
    assertThat(QuotationMarks.single(text)).isEqualTo(mark);
  }
}
