package org.jihe.template.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          <p>保证运行。</p>          | 保证运行。
          <P class="x">甲</P><p>乙</p> | 甲 乙
          甲<br>乙<br/>丙            | 甲 乙 丙
          甲&nbsp;&nbsp;乙           | 甲 乙
          <100%                     | <100%
          a<b>c                     | a<b>c
          <=122名                    | <=122名
          """)
  void dropsMarkupAndNothingElse(String printed, String text) {
    assertThat(CellText.clean(printed)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          建 设优化      | 建设优化
          14个新 增     | 14个新增
          100% (按实)  | 100% (按实)
          GB/T 22239  | GB/T 22239
          完成。 下一步   | 完成。下一步
          """)
  void closesTheGapsOfLineWrapsInChineseTextAlone(String text, String joined) {
    assertThat(CellText.joined(text)).isEqualTo(joined);
  }
}
