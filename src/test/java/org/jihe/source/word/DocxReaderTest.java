package org.jihe.source.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jihe.layout.Grid;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.OfficePackage;
import org.jihe.source.Seen;
import org.jihe.source.file.Refusal;
import org.junit.jupiter.api.Test;

class DocxReaderTest {

  private static final DocxReader READER = new DocxReader();

  private static String p(String text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
  }

  private static String tc(String properties, String content) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
  }

  private static String td(String text) {
    return tc("", p(text));
  }

  private static String tr(String... cells) {
    return "<w:tr>" + String.join("", cells) + "</w:tr>";
  }

  private static String tbl(String... rows) {
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
  }

  private static List<String> seen(String body) throws Refusal {
    return Seen.cells(READER, OfficePackage.docx(body));
  }

  @Test
  void readsWhatALibraryWrites() throws Exception {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      document.createParagraph().createRun().setText("财政项目支出绩效自评表");
      document.createParagraph();
      XWPFTable table = document.createTable(2, 2);
      table.getRow(0).getCell(0).setText("项目名称");
      table.getRow(0).getCell(1).setText("法律顾问费");
      table.getRow(1).getCell(0).setText("主管部门");
      document.createParagraph().createRun().setText("注：万元");
      document.write(bytes);
      assertThat(Seen.cells(READER, bytes.toByteArray()))
          .containsExactly(
              "A1+1x2 财政项目支出绩效自评表", "A2 项目名称", "B2 法律顾问费", "A3 主管部门", "B3", "A4+1x2 注：万元");
    }
  }

  @Test
  void mergedCellsStandOnceInTheColumnsOfTheGrid() throws Exception {
    String begins = "<w:vMerge w:val=\"restart\"/>";
    String continues = "<w:vMerge/>";
    assertThat(
            seen(
                tbl(
                    tr(tc("<w:gridSpan w:val=\"3\"/>", p("标题"))),
                    tr(tc(begins, p("产出")), td("数量"), td("1")),
                    tr(tc(continues, p("under it")), td("质量"), td("2")),
                    tr(tc(begins, p("效益")), tc("<w:gridSpan w:val=\"2\"/>", p("社会"))),
                    tr(tc(continues, p("")), td("生态"), td("3")),
                    "<w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>" + td("后") + "</w:tr>",
                    tr(tc(continues, p("nothing above")), td("x")))))
        .containsExactly(
            "A1+1x3 标题",
            "A2+2x1 产出",
            "B2 数量",
            "C2 1",
            "B3 质量",
            "C3 2",
            "A4+2x1 效益",
            "B4+1x2 社会",
            "B5 生态",
            "C5 3",
            "C6 后",
            "A7 nothing above",
            "B7 x");
  }

  @Test
  void everyTableIsAGridWithTheParagraphsBeforeIt() throws Exception {
    byte[] content =
        OfficePackage.docx(
            p("表一")
                + tbl(tr(td("a"), td("b")))
                + p(" ")
                + p("表二")
                + p("2022年度")
                + tbl(tr(td("c"), td("d"), td("e")))
                + p("注"));
    List<Grid> grids = Seen.document(READER, content).grids();
    assertThat(grids).extracting(grid -> grid.rows().size()).containsExactly(2, 4);
    assertThat(grids).extracting(Grid::columns).containsOnly(Grid.Columns.FIXED);
    assertThat(Seen.cells(READER, content))
        .containsExactly(
            "A1+1x2 表一",
            "A2 a",
            "B2 b",
            "A3+1x3 表二",
            "A4+1x3 2022年度",
            "A5 c",
            "B5 d",
            "C5 e",
            "A6+1x3 注");
    assertThat(grids.get(1).rows().get(0).get(0).position().page()).isZero();
    assertThat(grids.get(1).rows().get(0).get(0).position().sheet()).isNull();
  }

  @Test
  void aTableInACellTakesItsRowsAndColumnsFromIt() throws Exception {
    String inner = tbl(tr(td("数量"), td("10")), tr(td("质量"), td("20")));
    assertThat(
            seen(
                tbl(
                    tr(td("指标"), td("说明"), td("备注")),
                    tr(td("产出"), tc("", p("见下") + inner + p("")), td("无")),
                    tr(td("总分"), tc("<w:gridSpan w:val=\"2\"/>", p("30"))))))
        .containsExactly(
            "A1 指标",
            "B1+1x2 说明",
            "D1 备注",
            "A2+3x1 产出",
            "B2+1x2 见下",
            "D2+3x1 无",
            "B3 数量",
            "C3 10",
            "B4 质量",
            "C4 20",
            "A5 总分",
            "B5+1x3 30");
  }

  @Test
  void aTableThatOnlyFramesAnotherAddsNothing() throws Exception {
    String inner = tbl(tr(td("a"), td("b")), tr(td("c"), td("d")));
    assertThat(seen(tbl(tr(tc("", inner + p(""))))))
        .containsExactly("A1 a", "B1 b", "A2 c", "B2 d");
  }

  @Test
  void insertedTextCountsAndDeletedTextDoesNot() throws Exception {
    assertThat(
            seen(
                "<w:p><w:r><w:t>得分</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del>"
                    + "<w:ins><w:r><w:t>8</w:t></w:r></w:ins>"
                    + "<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom></w:p>"
                    + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>连</w:t></w:r></w:p>"
                    + p("上")
                    + tbl(
                        tr(td("a")),
                        "<w:tr><w:trPr><w:del/></w:trPr>" + td("gone") + "</w:tr>",
                        "<w:tr><w:trPr><w:ins/></w:trPr>" + td("b") + "</w:tr>")))
        .containsExactly("A1 得分8", "A2 连上", "A3 a", "A4 b");
  }

  @Test
  void contentControlsHideNothing() throws Exception {
    assertThat(
            seen(
                sdt(p("块"))
                    + tbl(
                        sdt(tr(td("行"), sdt(td("格")))),
                        tr(
                            tc("", sdt(p("段"))),
                            tc("", "<w:p>" + sdt("<w:r><w:t>字</w:t></w:r>") + "</w:p>")))))
        .containsExactly("A1+1x2 块", "A2 行", "B2 格", "A3 段", "B3 字");
  }

  private static String sdt(String content) {
    return "<w:sdt><w:sdtPr><w:tag w:val=\"t\"/></w:sdtPr><w:sdtContent>"
        + content
        + "</w:sdtContent></w:sdt>";
  }

  @Test
  void aTextBoxIsReadOnceBehindItsParagraph() throws Exception {
    String box = "<w:txbxContent>" + p("框内") + "</w:txbxContent>";
    assertThat(
            seen(
                "<w:p><w:r><w:t>框外</w:t><mc:AlternateContent>"
                    + "<mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>"
                    + box
                    + "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
                    + box
                    + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
                    + p("后")))
        .containsExactly("A1 框外", "A2 框内", "A3 后");
  }

  @Test
  void linesTabsSymbolsAndFieldsAreReadAsShown() throws Exception {
    assertThat(
            seen(
                "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/>"
                    + "<w:t>b</w:t><w:br/><w:t>c</w:t><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/>"
                    + "<w:noBreakHyphen/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/>"
                    + "<w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"separate\"/>"
                    + "<w:t>7</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>"))
        .containsExactly("A1 a\tb\nc≥-7"); // hidden text is noted
  }

  @Test
  void paragraphsOfACellAreItsLines() throws Exception {
    assertThat(seen(tbl(tr(tc("", p("一") + p("") + p("二") + p("")))))).containsExactly("A1 一\n\n二");
  }

  @Test
  void deepNestingIsRefused() {
    String body = "x";
    int depth = 20_000;
    String open = "<w:tbl><w:tr><w:tc>";
    String close = "</w:tc></w:tr></w:tbl>";
    byte[] tables = OfficePackage.docx(open.repeat(depth) + p("x") + close.repeat(depth));
    assertThat(Seen.refusal(READER, tables).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    byte[] elements =
        OfficePackage.docx(
            "<w:p>"
                + "<w:smartTag>".repeat(depth)
                + body
                + "</w:smartTag>".repeat(depth)
                + "</w:p>");
    assertThat(Seen.refusal(READER, elements).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
  }

  @Test
  void wideSpansAreRefused() {
    byte[] wide = OfficePackage.docx(tbl(tr(tc("<w:gridSpan w:val=\"2000000000\"/>", p("x")))));
    assertThat(Seen.refusal(READER, wide).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    String[] many = new String[1001];
    Arrays.fill(many, td("x"));
    assertThat(Seen.refusal(READER, OfficePackage.docx(tbl(tr(many)))).detail())
        .isEqualTo("columns: 1001 > 1000");
  }

  @Test
  void whatIsCutOffIsDamaged() {
    byte[] content = OfficePackage.docx(p("x").repeat(500));
    for (int part = 1; part < 50; part++) {
      byte[] cut = Arrays.copyOf(content, content.length * part / 50);
      assertThat(Seen.refusal(READER, cut).reason()).as("%d/50", part).isEqualTo(Reason.DAMAGED);
    }
  }

  @Test
  void aDocumentWithoutTextIsEmpty() {
    assertThat(Seen.refusal(READER, OfficePackage.docx(p("  ") + tbl(tr(td(""))))).reason())
        .isEqualTo(Reason.EMPTY);
  }
}
