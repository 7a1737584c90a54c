package org.jihe.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
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

  /** Every character of the plane that texts are of, after and before a plain one. */
  @Test
  void commonCharactersAreFoldedAndNormalisedLikeAnyOther() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      if (!Character.isSurrogate((char) c)) {
        String text = "第" + (char) c + "1";
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        assertThat(Texts.normalised(text))
            .as("normalised U+%04X", c)
            .isEqualTo(compatible.replaceAll("[^\\p{L}\\p{N}]", ""));
        assertThat(Texts.folded(text))
            .as("folded U+%04X", c)
            .isEqualTo(compatible.replaceAll("\\s", ""));
        assertThat(Texts.length(text))
            .as("length of U+%04X", c)
            .isEqualTo(Character.isWhitespace(c) || Character.isSpaceChar(c) ? 2 : 3);
      }
    }
    assertThat(Texts.folded(null)).isEmpty();
    assertThat(Texts.length(null)).isZero();
    assertThat(Texts.length("𠮷")).as("one character of two chars").isEqualTo(1);
  }
}
