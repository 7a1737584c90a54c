package org.jihe.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {

  @ParameterizedTest
  @CsvSource({
    "停车费, 6",
    "forms.txt:288, 13",
    "（100 字）, 10",
    ">=85%, 5",
    "≥85%, 4",
    "Ａ１, 4",
    "e\u0301, 1",
    "𠮷野家, 6",
    "😀, 2",
    "'', 0"
  })
  void countsColumnsAsTerminalsDo(String text, int width) {
    assertThat(TextWidth.of(text)).isEqualTo(width);
  }

  @Test
  void coloursTakeNoRoom() {
    assertThat(TextWidth.of(Palette.COLOURED.bad("错误"))).isEqualTo(4);
  }

  @Test
  void padsToTheWidthThatIsSeen() {
    assertThat(TextWidth.padRight("停车费", 8)).isEqualTo("停车费  ");
    assertThat(TextWidth.padLeft("停车费", 8)).isEqualTo("  停车费");
    assertThat(TextWidth.padLeft("停车费", 4)).isEqualTo("停车费");
  }

  @Test
  void cutsBetweenCharacters() {
    assertThat(TextWidth.cut("政务服务中心", 12)).isEqualTo("政务服务中心");
    assertThat(TextWidth.cut("政务服务中心", 11)).isEqualTo("政务服务中…");
    assertThat(TextWidth.cut("政务服务中心", 10)).isEqualTo("政务服务…");
  }

  @Test
  void wrapsChineseAnywhereButNotBeforeClosingPunctuation() {
    assertThat(TextWidth.wrap("按规定完成，并且验收合格。", 10)).containsExactly("按规定完", "成，并且验", "收合格。");
  }

  @Test
  void endsNoLineWithAnOpeningBracket() {
    assertThat(TextWidth.wrap("服务方案（市级）要求", 10)).containsExactly("服务方案", "（市级）要", "求");
  }

  @Test
  void keepsWordsAndNumbersWhole() {
    assertThat(TextWidth.wrap("执行数 306,576 元", 12)).containsExactly("执行数", "306,576 元");
  }

  @Test
  void breaksAWordThatIsWiderThanTheLine() {
    assertThat(TextWidth.wrap("ABCDEFGHIJ", 4)).containsExactly("ABCD", "EFGH", "IJ");
  }

  @Test
  void keepsParagraphsApart() {
    assertThat(TextWidth.wrap("一\n二", 10)).containsExactly("一", "二");
  }
}
