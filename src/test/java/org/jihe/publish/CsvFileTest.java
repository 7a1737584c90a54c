package org.jihe.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV that spreadsheets open as it is meant. */
class CsvFileTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "=95%, '=95%",
        "=1+1, '=1+1",
        "+86 21, '+86 21",
        "-, '-",
        "@SUM(A1), '@SUM(A1)",
        "-5.00, -5.00",
        "+3, +3",
        "-0.5, -0.5",
        "-5.00%, -5.00%",
        "|-1,234.00|, |\"-1,234.00\"|",
        "－３, －３",
        "－12.5％, －12.5％",
        "−3, −3",
        "-.5, -.5",
        "-1E+5, -1E+5",
        "--5, '--5",
        "-5-3, '-5-3",
        "|-12,34|, |\"'-12,34\"|",
        "-5万元, '-5万元",
        "-A1, '-A1",
        "－A1, '－A1",
        "＝1+1, '＝1+1",
        "＋A1, '＋A1",
        "＠SUM(A1), '＠SUM(A1)",
        "﹦1+1, '﹦1+1",
        ">=90%, >=90%",
        "9000, 9000",
        "停车费, 停车费",
        "他说\"好\", |\"他说\"\"好\"\"\"|",
        "|一,二|, |\"一,二\"|"
      })
  void cells(String value, String cell) {
    assertThat(CsvFile.cell(value)).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ", "\t", "\n", "\r", "\r\n", "\u000b", "\u3000", "\u00a0", "\u200b", "\ufeff", "\u2028",
        " \t\n "
      })
  void formulasBehindWhatSpreadsheetsDrop(String before) {
    for (String formula : List.of("=1+1", "＝1+1", "+A1", "-A1", "@A1")) {
      assertThat(CsvFile.cell(before + formula)).containsPattern("^\"?'").contains(formula);
    }
    assertThat(CsvFile.cell(before + "-12.5%")).doesNotContain("'").contains("-12.5%");
    assertThat(CsvFile.cell(before + "停车费")).doesNotContain("'");
  }

  @Test
  void linesStayInTheirCell() {
    assertThat(CsvFile.cell("一\r\n二\r三\n四")).isEqualTo("\"一\n二\n三\n四\"");
    assertThat(CsvFile.cell("一\t=二;=三")).isEqualTo("\"一\t=二;=三\"");
  }

  @Test
  void whatCannotBeShownStandsAsItsBytes() {
    assertThat(CsvFile.cell("\u0000=1+1")).isEqualTo("\\x00=1+1");
    assertThat(CsvFile.cell("停\u001b[31m车\u009b2J费\u007f\u202e"))
        .isEqualTo("停\\x1b[31m车\\xc2\\x9b2J费\\x7f\\xe2\\x80\\xae");
  }

  @Test
  void numbersAndNothing() {
    assertThat(CsvFile.cell(null)).isEmpty();
    assertThat(CsvFile.cell(new BigDecimal("-1.50"))).isEqualTo("-1.50");
    assertThat(CsvFile.cell(7)).isEqualTo("7");
  }

  @Test
  void theFileBeginsWithAByteOrderMarkAndItsLinesEndAsTheStandardSays() throws IOException {
    Path file = folder.resolve("a.csv");
    try (CsvFile csv = new CsvFile(file, List.of("项目", "值"))) {
      csv.line("停车费", null);
    }
    byte[] bytes = Files.readAllBytes(file);
    assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8))
        .isEqualTo("项目,值\r\n停车费,\r\n");
  }
}
