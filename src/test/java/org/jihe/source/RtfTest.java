package org.jihe.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jihe.layout.Cell;
import org.jihe.layout.CellNote;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Quarantined;
import org.jihe.source.file.Format;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.junit.jupiter.api.Test;

/** Rich text and workbooks of Excel 2003, as word processors and systems write them. */
class RtfTest {

  private static Sources.Reading read(String name, byte[] content) {
    return new Sources(Limits.STANDARD).read(new RawFile(name, content)).get(0);
  }

  private static Document rtf(String body) {
    String text =
        "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 SimSun;}}" + body + "}";
    Sources.Reading reading = read("a.doc", text.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(reading.format()).isEqualTo(Format.RTF);
    assertThat(reading.document()).isNotNull();
    return reading.document();
  }

  private static List<String> shown(Grid grid) {
    return grid.rows().stream().flatMap(List::stream).map(RtfTest::shown).toList();
  }

  private static String shown(Cell cell) {
    return "%s@%d,%d %dx%d"
        .formatted(
            cell.text(),
            cell.position().row(),
            cell.position().column(),
            cell.rowSpan(),
            cell.columnSpan());
  }

  /** Bytes of the Chinese code page as a file of Word has them. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : text.getBytes(Charset.forName("GB18030"))) {
      escaped.append("\\'%02x".formatted(b & 0xFF));
    }
    return escaped.toString();
  }

  @Test
  void mergedCellsStandWhereTheirEdgesAre() {
    Document document =
        rtf(
            "\\pard "
                + escaped("标题")
                + "\\par\\trowd\\clvmgf\\cellx1000\\cellx2000\\cellx3000\\intbl A\\cell B\\cell"
                + " C\\cell\\r"
                + "ow\\trowd\\clvmrg\\cellx1000\\cellx3000\\intbl\\cell D\\cell\\r"
                + "ow\\pard\\par");
    assertThat(document.grids()).hasSize(1);
    assertThat(shown(document.grids().get(0)))
        .containsExactly("标题@1,1 1x1", "A@2,1 2x1", "B@2,2 1x1", "C@2,3 1x1", "D@3,2 1x2");
  }

  @Test
  void lettersByNumberPassOverWhatStandsForThem() {
    Document document = rtf("\\uc1\\u39033?\\u30446\\'3f{\\uc2\\u-24680 xy}z\\par");
    assertThat(shown(document.grids().get(0)))
        .containsExactly("项目" + (char) (-24680 + 65536) + "z@1,1 1x1");
  }

  @Test
  void whatIsHiddenStruckOrNoTextIsNotRead() {
    Document document =
        rtf(
            "{\\info{\\author X}}{\\header head}{\\*\\generator g}1{\\v 2}{\\strike 3}4{\\pict"
                + " 00ff}\\par");
    assertThat(shown(document.grids().get(0))).containsExactly("14@1,1 1x1");
    assertThat(document.notes())
        .extracting(CellNote::kind)
        .containsExactly(CellNote.Kind.HIDDEN_TEXT_LEFT_OUT);
  }

  @Test
  void damageIsRefusedOrReadAndNeverThrown() {
    String whole = "{\\rtf1 \\trowd\\cellx100\\intbl a\\cell\\row}";
    for (int length = 7; length < whole.length(); length++) {
      Sources.Reading reading =
          read("a.rtf", whole.substring(0, length).getBytes(StandardCharsets.US_ASCII));
      Quarantined refusal = reading.refusal();
      assertThat((reading.document() == null) != (refusal == null)).isTrue();
    }
  }

  @Test
  void aWorkbookOfExcel2003() {
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
         xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
        <Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style>
        <Style ss:ID="d"><NumberFormat ss:Format="#,##0.00;-#,##0.00;&quot;-&quot;"/></Style></Styles>
        <Worksheet ss:Name="表一"><Table>
        <Row><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">项目</Data></Cell>
        <Cell ss:StyleID="p"><Data ss:Type="Number">0.995</Data></Cell></Row>
        <Row ss:Index="3" ss:Hidden="1"><Cell ss:Index="3" ss:StyleID="d">
        <Data ss:Type="Number">0</Data><Comment><Data>no</Data></Comment></Cell></Row>
        </Table></Worksheet></Workbook>
        """;
    Sources.Reading reading = read("a.xls", xml.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.format()).isEqualTo(Format.XML);
    assertThat(shown(reading.document().grids().get(0)))
        .containsExactly("项目@1,1 2x2", "99.50%@1,3 1x1", "0.00@3,3 1x1");
    assertThat(reading.document().notes())
        .extracting(CellNote::kind)
        .containsExactlyInAnyOrder(CellNote.Kind.ZERO_TAKEN, CellNote.Kind.HIDDEN_CELL);
  }
}
