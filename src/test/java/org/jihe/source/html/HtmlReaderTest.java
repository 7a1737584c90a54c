package org.jihe.source.html;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import org.jihe.layout.Cell;
import org.jihe.layout.CellNote;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.Shown;
import org.jihe.source.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class HtmlReaderTest {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private static List<String> cells(String html) {
    return Shown.cells("a.html", html);
  }

  private static List<String> body(String html) {
    return cells("<html><body>" + html + "</body></html>");
  }

  @Test
  void spansPushCellsIntoTheirColumns() {
    assertThat(
            body(
                """
                <table>
                <tr><td rowspan=3>资金<td colspan="2">预算<td>执行
                <tr><td>1<td rowspan=2 colspan=2>2
                <tr><td>3
                <tr><td colspan=4>总分
                </table>
                """))
        .containsExactly(
            "A1 3x1 资金", "B1 1x2 预算", "D1 执行", "B2 1", "C2 2x2 2", "B3 3", "A4 1x4 总分");
  }

  @Test
  void aTableIsAFixedGrid() {
    Document document = Shown.document("a.html", "<table><tr><td>a<td></table>".getBytes(UTF_8));
    assertThat(document.format()).isEqualTo("html");
    assertThat(document.grids()).hasSize(1);
    assertThat(document.grids().get(0).columns()).isEqualTo(Grid.Columns.FIXED);
    assertThat(document.grids().get(0).rows().get(0)).hasSize(2);
  }

  @Test
  void textThatACellHidesIsLeftOutAndNoted() {
    Document document =
        Shown.document(
            "a.html",
            "<table><tr><td>甲<td>95<span style='display:none'>100</span><td>乙<b hidden></b></table>"
                .getBytes(UTF_8));
    assertThat(document.grids().get(0).rows().get(0))
        .extracting(Cell::text)
        .containsExactly("甲", "95", "乙");
    assertThat(document.notes())
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.kind()).isEqualTo(CellNote.Kind.HIDDEN_TEXT_LEFT_OUT);
              assertThat(note.before()).isEqualTo("100");
              assertThat(note.position().column()).isEqualTo(2);
            });
  }

  @Test
  void textOutsideTablesStandsInRowsOfOneCell() {
    assertThat(
            body(
                "<h1>财政项目支出<br>绩效自评表</h1>(2022 <b>年度</b>)<table><tr><td>a<td>b</table>"
                    + "<p>注：甲</p>乙<div>丙</div>"))
        .containsExactly(
            "A1 1x2 财政项目支出",
            "A2 1x2 绩效自评表",
            "A3 1x2 (2022 年度)",
            "A4 a",
            "B4 b",
            "A5 注：甲",
            "A6 乙",
            "A7 丙");
  }

  @Test
  void rowsAreCountedOverAllTables() {
    assertThat(
            body("<table><tr><td>a<tr><td>b</table><table><caption>题</caption><tr><td>c</table>"))
        .containsExactly("A1 a", "A2 b", "A3 题", "A4 c");
  }

  @Test
  void linesInACellAreKept() {
    assertThat(
            body(
                "<table><tr><td> 甲<br>乙 <td><p>丙</p>\n<p>丁</p><td><div>1<ul><li>2<li>3</ul></div>4"
                    + "<td>a&nbsp;b  c\n d</table>"))
        .containsExactly("A1 甲⏎乙", "B1 丙⏎丁", "C1 1⏎2⏎3⏎4", "D1 a b c d");
  }

  @Test
  void aLineBrokenInsideChineseTextLeavesNoSpace() {
    assertThat(body("<table><tr><td>绩效\r\n  自评表<td>绩效 自评<td>to\n be<td>100\n元</table>"))
        .containsExactly("A1 绩效自评表", "B1 绩效 自评", "C1 to be", "D1 100 元");
  }

  @Test
  void aTableThatOnlyArrangesOthersIsNoForm() {
    assertThat(
            body(
                """
                <table><tr><td>首页<td>通知</tr>
                <tr><td><table><tr><td><table><tr><td>项目名称<td>甲<tr><td>主管部门<td>乙</table></table></tr>
                </table>
                """))
        .containsExactly("A1 1x2 首页", "A2 1x2 通知", "A3 项目名称", "B3 甲", "A4 主管部门", "B4 乙");
  }

  @Test
  void aLongMenuBesideTheFormDoesNotHideIt() {
    String form = "<table><tr><td>1<td>2<td>3<tr><td>4<td>5<td>6</table>";
    String menu = "<p>" + "很长的导航文字".repeat(30) + "</p>";
    assertThat(body("<table><tr><td>" + menu + "<td>" + form + "</table>"))
        .contains("B2 2", "C3 6");
  }

  @Test
  void aSmallTableInACellIsItsText() {
    assertThat(
            body(
                "<table><tr><td>项目名称很长<td>主管部门很长<tr><td>实施单位很长<td>"
                    + "<table><tr><td>1<td>2<tr><td>3</table></table>"))
        .containsExactly("A1 项目名称很长", "B1 主管部门很长", "A2 实施单位很长", "B2 1 2⏎3");
  }

  @Test
  void whatIsNotShownIsNotRead() {
    assertThat(
            body(
                """
                <script>var a = "<table>";</script><style>td { color: red }</style>
                <p style="display: none">甲</p><p hidden>乙</p><input type=hidden value=丙>
                <table><tr style='DISPLAY:none'><td>1<td>2</tr>
                <tr><td style="display:none">3<td>4<span style="display:none">5</span></tr></table>
                """))
        .containsExactly("A1 4");
  }

  @Test
  void aHiddenTabOfThePageIsRead() {
    assertThat(body("<div>一</div><div style='display:none'><table><tr><td>二</table></div>"))
        .containsExactly("A1 一", "A2 二");
  }

  @Test
  void whatWasFilledInIsRead() {
    assertThat(
            body(
                "<table><tr><td><input value='法律顾问费'><td><textarea>甲\n乙</textarea>"
                    + "<td><select><option>一<option selected>二</select></table>"))
        .containsExactly("A1 法律顾问费", "B1 甲⏎乙", "C1 二");
  }

  @Test
  void linesOfPreformattedTextAreRows() {
    assertThat(body("<pre>项目名称\t甲\n主管部门\t乙</pre>"))
        .containsExactly("A1 项目名称", "B1 甲", "A2 主管部门", "B2 乙");
  }

  @ParameterizedTest
  @CsvSource({
    "gb2312, GB18030, GB18030",
    "GBK, GB18030, GB18030",
    "utf-8, UTF-8, UTF-8",
    "gb2312, UTF-8, UTF-8",
    "utf-8, GB18030, GB18030",
    "no-such-set, GB18030, GB18030",
    "big5, Big5, Big5"
  })
  void theBytesDecideWhereTheyContradictThePage(String told, String written, String expected) {
    String html =
        "<html><head><meta http-equiv=Content-Type content='text/html; charset=%s'></head>"
                .formatted(told)
            + "<table><tr><td>項目名稱<td>法律</table>";
    Document document = Shown.document("a.htm", html.getBytes(Charset.forName(written)));
    assertThat(document.encoding()).isEqualTo(expected);
    assertThat(Shown.cells(document)).containsExactly("A1 項目名稱", "B1 法律");
  }

  @Test
  void charactersBeyondGb2312AreRead() {
    String html = "<meta charset=gb2312><table><tr><td>㐀䶮镕€</table>";
    assertThat(Shown.cells(Shown.document("a.html", html.getBytes(GB18030))))
        .containsExactly("A1 㐀䶮镕€");
    assertThat(Shown.cells(Shown.document("a.html", ("\uFEFF" + html).getBytes(UTF_16LE))))
        .containsExactly("A1 㐀䶮镕€");
  }

  @Test
  void aWorkbookSavedAsAPageIsRead() {
    String html =
        """
        <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
        <head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
        <!--[if gte mso 9]><xml><x:ExcelWorkbook></x:ExcelWorkbook></xml><![endif]-->
        <style>td {mso-number-format:General;}</style></head><body>
        <table x:str border=0><col width=72><tr height=19><td height=19 class=xl24>执行率</td>
        <td x:num="0.86203703703">86.20%</td><td x:num="5"></td></tr>
        <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr><![endif]>
        </table></body></html>
        """;
    Sources.Reading reading = Shown.reading("a.xls", html.getBytes(GB18030));
    assertThat(reading.misnamed()).isTrue();
    assertThat(Shown.cells(reading.document())).containsExactly("A1 执行率", "B1 86.20%", "C1 5");
  }

  @Test
  void webArchivesAreUnpacked() {
    String page =
        "<html><head><meta charset=gb2312></head><table><tr><td>项目名称<td>%s</table></html>";
    String quoted = quotedPrintable(page.formatted("甲").getBytes(GB18030));
    String base64 = Base64.getMimeEncoder().encodeToString(page.formatted("乙").getBytes(GB18030));
    String archive =
        """
        MIME-Version: 1.0
        X-Document-Type: Workbook
        Content-Type: multipart/related; boundary="----=_Part"

        This document is a Single File Web Page.

        ------=_Part
        Content-Location: file:///C:/sheet001.htm
        Content-Transfer-Encoding: quoted-printable
        Content-Type: text/html; charset="gb2312"

        %s

        ------=_Part
        Content-Location: file:///C:/image.png
        Content-Transfer-Encoding: base64
        Content-Type: image/png

        AAAA

        ------=_Part
        Content-Transfer-Encoding: base64
        Content-Type: text/html; charset="gb2312"

        %s
        ------=_Part--
        """
            .formatted(quoted, base64);
    for (String text : List.of(archive, archive.replace("\n", "\r\n"))) {
      Document document = Shown.document("a.xls", text.getBytes(UTF_8));
      assertThat(Shown.cells(document)).containsExactly("A1 项目名称", "B1 甲", "A2 项目名称", "B2 乙");
      assertThat(document.encoding()).isEqualTo("GB18030");
    }
  }

  private static String quotedPrintable(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int width = 0;
    for (byte b : bytes) {
      String letter = b >= ' ' && b < 127 && b != '=' ? "" + (char) b : "=%02X".formatted(b & 0xFF);
      if (width + letter.length() > 75) {
        text.append("=\n");
        width = 0;
      }
      text.append(letter);
      width += letter.length();
    }
    return text.toString();
  }

  @Test
  void absurdSpansAreBounded() {
    assertThat(body("<table><tr><td colspan=100000>题<tr><td>a<td rowspan=100000>b</table>"))
        .containsExactly("A1 1x2 题", "A2 a", "B2 b");
    assertThat(
            body(
                "<table><tr><td colspan=-3 rowspan=x>甲<td colspan=0>乙<td rowspan=0>丙<tr><td>丁</table>"))
        .containsExactly("A1 甲", "B1 乙", "C1 2x1 丙", "A2 丁");
    String bomb = "<tr>" + "<td rowspan=65534 colspan=1000>".repeat(3);
    Quarantined wide = Shown.refusal("a.html", ("<table>" + bomb).getBytes(UTF_8));
    assertThat(wide.reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(wide.detail()).isEqualTo("columns > 1000");
    String area = "<table>" + "<tr><td colspan=1000 rowspan=65534>".repeat(2) + "<tr>".repeat(9000);
    assertThat(Shown.refusal("a.html", area.getBytes(UTF_8)).detail()).isEqualTo("cells > 4000000");
  }

  @Test
  void deepNestingIsReadOrRefusedAndNeverEndless() {
    for (String tag : List.of("div", "table><tr><td", "span", "ul><li", "font", "b")) {
      String deep = ("<" + tag + ">").repeat(20_000) + "<table><tr><td>底</table>";
      Sources.Reading reading = Shown.reading("a.html", ("<html>" + deep).getBytes(UTF_8));
      if (reading.document() != null) {
        assertThat(String.join(" ", Shown.cells(reading.document()))).as(tag).contains("底");
      } else {
        assertThat(reading.refusal().reason()).as(tag).isEqualTo(Reason.LIMIT_EXCEEDED);
      }
    }
  }

  @Test
  void aPageWithNothingOnItIsEmpty() {
    assertThat(
            Shown.refusal("a.html", "<html><body> <p></p></body></html>".getBytes(UTF_8)).reason())
        .isEqualTo(Reason.EMPTY);
  }

  @Test
  void nothingIsFetched() {
    String page =
        "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html><table><tr><td>&x;</table>";
    assertThat(cells(page)).anyMatch(cell -> cell.contains("&x;"));
  }
}
