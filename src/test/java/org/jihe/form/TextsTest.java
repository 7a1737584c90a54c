package org.jihe.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \t", "　", "—", "——", "－", "-", "/", "／", " — "})
  void signsForNothingAreBlank(String text) {
    assertThat(Texts.isBlank(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "无", "-1", "/a", "。"})
  void everythingElseIsText(String text) {
    assertThat(Texts.isBlank(text)).isFalse();
  }

  @Test
  void normalisedTextsDifferInLettersAndDigitsAlone() {
    assertThat(Texts.normalised("上海市闵行区行政服务中心 (汇总)"))
        .isEqualTo(Texts.normalised("上海市闵行区行政服务中心（汇总）"))
        .isEqualTo("上海市闵行区行政服务中心汇总");
    assertThat(Texts.normalised("２０２２年")).isEqualTo("2022年");
    assertThat(Texts.normalised(null)).isEmpty();
    assertThat(Texts.normalised("检测A1小区数")).isEqualTo("检测A1小区数");
    assertThat(Texts.normalised("⼀件事 ㎡·①")).as("signs outside the common ones").isEqualTo("一件事m21");
  }
}
