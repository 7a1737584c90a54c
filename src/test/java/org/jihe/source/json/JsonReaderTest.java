package org.jihe.source.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.Shown;
import org.jihe.source.Sources;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.junit.jupiter.api.Test;

/** JSON as it stands; what it says is read by those who know. */
class JsonReaderTest {

  private static final String TEXT =
      """
      {
        "name": "法律\\"顾问", "points": -1.5e3,

        "rows": [1, true,null , "a:b"],
        "end" : {}
      }""";

  private static Document document(String text) {
    return Shown.document("a.json", text.getBytes(UTF_8));
  }

  @Test
  void aCellBeginsWithEachValue() {
    List<String> cells =
        document(TEXT).grids().get(0).rows().stream()
            .flatMap(List::stream)
            .map(JsonReaderTest::shown)
            .toList();
    assertThat(cells)
        .containsExactly(
            "1:1 |{|",
            "2:1 |  \"name\": |",
            "2:11 |\"法律\\\"顾问\", \"points\": |",
            "2:31 |-1.5e3,|",
            "4:1 |  \"rows\": [|",
            "4:12 |1, |",
            "4:15 |true,|",
            "4:20 |null , |",
            "4:27 |\"a:b\"],|",
            "5:1 |  \"end\" : {}|",
            "6:1 |}|");
  }

  private static String shown(Cell cell) {
    return cell.position().row() + ":" + cell.position().column() + " |" + cell.text() + "|";
  }

  @Test
  void nothingOfTheTextIsLost() {
    for (String text :
        List.of(
            TEXT,
            "{\"a\": \"torn",
            "[1,\n\n2]",
            "{\"a\\",
            "\"\"\"x:",
            "{\"a\":1}\r{\"b\":2}\r\n3")) {
      assertThat(JsonReader.text(document(text))).isEqualTo(text.replaceAll("\r\n|\r", "\n"));
    }
  }

  @Test
  void everyEncodingIsRead() {
    for (Charset charset : List.of(UTF_8, Charset.forName("GB18030"), UTF_16LE)) {
      Document document = Shown.document("a.json", TEXT.getBytes(charset));
      assertThat(JsonReader.text(document)).isEqualTo(TEXT);
      assertThat(document.format()).isEqualTo("json");
    }
  }

  @Test
  void theLimitsHold() {
    Sources few = new Sources(Limits.STANDARD.with("cells", "10"));
    Quarantined refusal = few.read(new RawFile("a.json", TEXT.getBytes(UTF_8))).get(0).refusal();
    assertThat(refusal.reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(refusal.detail()).isEqualTo("cells > 10");
  }
}
