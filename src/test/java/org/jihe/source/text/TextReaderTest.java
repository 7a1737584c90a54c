package org.jihe.source.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.Sources;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {

  private static final Sources SOURCES = new Sources(Limits.STANDARD);
  private static final String TEXT = "项目名称\t法律顾问费\n\n主管部门\t上海市闵行区行政服务中心";

  private static Reason refusal(byte[] content) {
    Sources.Reading reading = SOURCES.read(new RawFile("a.txt", content)).get(0);
    assertThat(reading.document()).isNull();
    assertThat(reading.refusal().file()).isEqualTo("a.txt");
    return reading.refusal().reason();
  }

  private static Document document(byte[] content) {
    Sources.Reading reading = SOURCES.read(new RawFile("a.txt", content)).get(0);
    assertThat(reading.refusal()).isNull();
    return reading.document();
  }

  /** Every cell that is not empty, as {@code line:field text}. */
  private static List<String> cells(String text) {
    List<String> cells = new ArrayList<>();
    document(text.getBytes(UTF_8)).grids().stream()
        .flatMap(grid -> grid.rows().stream())
        .flatMap(List::stream)
        .filter(cell -> !cell.isEmpty())
        .forEach(cell -> cells.add(place(cell) + " " + cell.text()));
    return cells;
  }

  private static String place(Cell cell) {
    return cell.position().row() + ":" + cell.position().column();
  }

  @Test
  void nothingIsEmpty() {
    assertThat(refusal(new byte[0])).isEqualTo(Reason.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n\n", "\t\t\n", "\uFEFF", "\uFEFF \n"})
  void whiteSpaceIsEmpty(String text) {
    assertThat(refusal(text.getBytes(UTF_8))).isEqualTo(Reason.EMPTY);
  }

  @Test
  void noiseIsNoText() {
    byte[] noise = new byte[4000];
    new Random(1).nextBytes(noise);
    assertThat(refusal(noise)).isEqualTo(Reason.UNKNOWN_FORMAT);
    assertThat(refusal(new byte[100])).isEqualTo(Reason.UNKNOWN_FORMAT);
    assertThat(refusal("PK\u0003\u0004\u0014\u0000\u0006\u0000".getBytes(UTF_8)))
        .isEqualTo(Reason.UNKNOWN_FORMAT);
  }

  @Test
  void aFewStrangeCharactersDoNotCondemnAText() {
    assertThat(document((TEXT.repeat(5) + "\uE000").getBytes(UTF_8)).grids()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void readsTextWithoutAMark(String charset) {
    Document document = document(TEXT.getBytes(Charset.forName(charset)));
    assertThat(document.encoding()).isEqualTo(charset);
    assertThat(document.grids().get(0).rows().get(0).get(1).text()).isEqualTo("法律顾问费");
  }

  @Test
  void readsTextWithAMark() {
    for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
      Document document = document(("\uFEFF" + TEXT).getBytes(charset));
      assertThat(document.encoding()).isEqualTo(charset.name());
      assertThat(document.grids().get(0).rows().get(0).get(0).text()).isEqualTo("项目名称");
    }
  }

  @Test
  void readsWideTextWithoutAMark() {
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      assertThat(document(TEXT.getBytes(charset)).encoding()).isEqualTo(charset.name());
    }
  }

  @Test
  void aZeroMakesNoWideText() {
    String english = "the quick brown fox jumps over the lazy dog\n".repeat(3);
    assertThat(document((english + "\u0000" + english).getBytes(UTF_8)).encoding())
        .isEqualTo("UTF-8");
  }

  @Test
  void aDamagedByteDoesNotChangeTheEncoding() {
    byte[] text = TEXT.repeat(20).getBytes(UTF_8);
    text[4] = (byte) 0xFF;
    Document document = document(text);
    assertThat(document.encoding()).isEqualTo("UTF-8");
    assertThat(document.grids().get(0).rows().get(0).get(0).text()).contains("\uFFFD");
  }

  @Test
  void linesAndFieldsAreCountedAsAnEditorCountsThem() {
    assertThat(cells("a\tb\r\nc\n\nd\re\t\tf"))
        .containsExactly("1:1 a", "1:2 b", "2:1 c", "4:1 d", "5:1 e", "5:3 f");
  }

  @Test
  void aFormFeedBreaksThePageAndNotTheLine() {
    assertThat(cells("a\n\fb\tc\nd")).containsExactly("1:1 a", "2:1 b", "2:2 c", "3:1 d");
  }

  @Test
  void aFormFeedInALineIsAPageBreak() {
    int before = document("a\nb".getBytes(UTF_8)).grids().size();
    Document document = document("a\n\fb".getBytes(UTF_8));
    boolean emptyRow =
        document.grids().get(0).rows().stream()
            .anyMatch(row -> row.stream().allMatch(Cell::isEmpty));
    assertThat(document.grids().size() > before || emptyRow).isTrue();
  }
}
