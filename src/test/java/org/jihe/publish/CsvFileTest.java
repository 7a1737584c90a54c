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
        "-5.00%, '-5.00%",
        "@SUM(A1), '@SUM(A1)",
        "-5.00, -5.00",
        "+3, +3",
        "-0.5, -0.5",
        ">=90%, >=90%",
        "9000, 9000",
        "停车费, 停车费",
        "他说\"好\", |\"他说\"\"好\"\"\"|",
        "|一,二|, |\"一,二\"|"
      })
  void cells(String value, String cell) {
    assertThat(CsvFile.cell(value)).isEqualTo(cell);
  }

  @Test
  void formulasBehindWhiteSpaceThatSpreadsheetsDrop() {
    assertThat(CsvFile.cell("\t=1+1")).isEqualTo("'\t=1+1");
    assertThat(CsvFile.cell("\r=1+1")).isEqualTo("\"'\r=1+1\"");
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
