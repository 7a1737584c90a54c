package org.jihe.source.text;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.Shown;
import org.jihe.source.Sources;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

  private static List<String> cells(String text) {
    return Shown.cells("a.csv", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";"})
  void quotedFieldsHoldSeparatorsMarksAndLines(String separator) {
    String text =
        "a,\"b,c\",\"d \"\"e\"\"\"\r\n1,\"x\r\ny\nz\",2\r\n,,3\r\n".replace(",", separator);
    assertThat(cells(text))
        .containsExactly(
            "A1 a", "B1 b" + separator + "c", "C1 d \"e\"", "A2 1", "B2 x⏎y⏎z", "C4 2", "C5 3");
  }

  @Test
  void linesAreCountedThroughQuotedOnesAndEmptyOnes() {
    assertThat(cells("\"a\nb\",c\n\n\"d\",\"e\n\"\nf,g"))
        .containsExactly("A1 a⏎b", "B2 c", "A4 d", "B4 e⏎", "A6 f", "B6 g");
  }

  @Test
  void theGridIsFixedAndBlankCellsKeepTheirPlace() {
    Document document = Shown.document("a.csv", "a,,b\n,,\nc,d,\n".getBytes(UTF_8));
    Grid grid = document.grids().get(0);
    assertThat(document.format()).isEqualTo("csv");
    assertThat(grid.columns()).isEqualTo(Grid.Columns.FIXED);
    assertThat(grid.rows()).hasSize(3).allMatch(row -> row.size() == 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"十四五\"规划,b\nc,d\n", // a mark that quotes a word, not the field
        "\"a,b\nc,d\n", // never closed
        "a\"b\",c\nd,\"\n"
      })
  void aStrayMarkSwallowsNothing(String text) {
    int lines = text.split("\n", -1).length - 1;
    Document document = Shown.document("a.csv", text.getBytes(UTF_8));
    assertThat(document.grids().get(0).rows()).hasSize(lines).allMatch(row -> row.size() == 2);
  }

  @Test
  void excelIsToldTheSeparator() {
    assertThat(cells("sep=;\r\na,b;c\r\n1;2\r\n"))
        .containsExactly("A2 a,b", "B2 c", "A3 1", "B3 2");
    assertThat(cells("\"sep=|\"\na|b\n")).containsExactly("A2 a", "B2 b");
  }

  @Test
  void textWrittenAsAFormulaIsTheText() {
    assertThat(cells("=\"0012\",=1+1\n")).containsExactly("A1 0012", "B1 =1+1");
  }

  @Test
  void whatExcelWritesInChinaIsRead() {
    String text = "项目名称,法律顾问费\r\n年度资金总额,\"9,000\"\r\n";
    for (Charset charset : List.of(Charset.forName("GB18030"), UTF_8, UTF_16LE)) {
      String mark = charset.name().startsWith("UTF") ? "\uFEFF" : "";
      Document document = Shown.document("a.csv", (mark + text).getBytes(charset));
      assertThat(document.encoding()).isEqualTo(charset.name());
      assertThat(Shown.cells(document))
          .containsExactly("A1 项目名称", "B1 法律顾问费", "A2 年度资金总额", "B2 9,000");
    }
  }

  @Test
  void emptyTablesAreEmpty() {
    assertThat(Shown.refusal("a.csv", "\uFEFF\r\n \r\n".getBytes(UTF_8)).reason())
        .isEqualTo(Reason.EMPTY);
  }

  @Test
  void theLimitsHold() {
    byte[] wide = ",".repeat(1000).getBytes(UTF_8);
    Quarantined columns = Shown.refusal("a.csv", wide);
    assertThat(columns.reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(columns.detail()).isEqualTo("columns > 1000");
    Sources few = new Sources(Limits.STANDARD.with("cells", "100"));
    byte[] long_ = "a,b,c\n".repeat(34).getBytes(UTF_8);
    assertThat(few.read(new RawFile("a.csv", long_)).get(0).refusal().detail())
        .isEqualTo("cells > 100");
  }
}
