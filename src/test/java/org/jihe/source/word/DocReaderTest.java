package org.jihe.source.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.DocWriter;
import org.jihe.source.DocWriter.DocCell;
import org.jihe.source.Seen;
import org.jihe.source.file.Refusal;
import org.junit.jupiter.api.Test;

class DocReaderTest {

  private static final DocReader READER = new DocReader();

  private static DocCell cell(String text, int left, int right) {
    return DocCell.of(text, left, right);
  }

  private static DocWriter form() {
    return new DocWriter()
        .paragraph("财政项目支出绩效自评表")
        .paragraph("")
        .row(cell("项目名称", 0, 2000), cell("法律顾问费", 2010, 8000))
        .row(
            new DocCell("产出", 0, 1000, DocWriter.FIRST, List.of()),
            cell("数量", 1000, 2005),
            cell("10", 2005, 8000))
        .row(
            new DocCell("", 0, 1000, DocWriter.BELOW, List.of()),
            cell("质量", 1000, 2000),
            cell("一\r二\u000b三", 2000, 8000))
        .paragraph("注：单位为万元");
  }

  @Test
  void readsTablesInTheColumnsOfTheirEdges() throws Exception {
    assertThat(Seen.cells(READER, form().bytes()))
        .containsExactly(
            "A1+1x3 财政项目支出绩效自评表",
            "A2+1x2 项目名称",
            "C2 法律顾问费",
            "A3+2x1 产出",
            "B3 数量",
            "C3 10",
            "B4 质量",
            "C4 一\n二\n三",
            "A5+1x3 注：单位为万元");
  }

  @Test
  void theLibrarySeesTheSameTable() throws Exception {
    try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(form().bytes()))) {
      Range range = document.getRange();
      Table table = range.getTable(range.getParagraph(2));
      assertThat(table.numRows()).isEqualTo(3);
      assertThat(table.getRow(1).numCells()).isEqualTo(3);
      assertThat(table.getRow(1).getCell(0).isFirstVerticallyMerged()).isTrue();
      assertThat(table.getRow(2).getCell(0).isVerticallyMerged()).isTrue();
      assertThat(table.getRow(0).getCell(1).getLeftEdge()).isEqualTo(2010);
      assertThat(table.getRow(2).getCell(2).text()).isEqualTo("一\r二\u000b三\u0007");
    }
  }

  @Test
  void aTableInACellTakesItsRowsAndColumnsFromIt() throws Exception {
    DocCell inner =
        new DocCell(
            "",
            1000,
            8000,
            0,
            List.of(
                List.of(cell("数量", 0, 500), cell("1", 500, 900)),
                List.of(cell("质量", 0, 500), cell("2", 500, 900))));
    assertThat(
            Seen.cells(
                READER, new DocWriter().row(cell("产出", 0, 1000), inner).paragraph("后").bytes()))
        .containsExactly("A1+2x1 产出", "B1 数量", "C1 1", "B2 质量", "C2 2", "A3+1x3 后");
  }

  @Test
  void deletedTextAndTheCodesOfFieldsAreLeftOut() throws Exception {
    assertThat(
            Seen.cells(
                READER,
                new DocWriter()
                    .paragraph("得分⟦9⟧8")
                    .paragraph("连⟦\r⟧上")
                    .paragraph("第\u0013PAGE\u00147\u0015页\u001e\u0001")
                    .row(cell("a⟦b⟧", 0, 100))
                    .bytes()))
        .containsExactly("A1 得分8", "A2 连上", "A3 第7页-", "A4 a");
  }

  @Test
  void manyRowsGoOverManyPagesOfProperties() throws Exception {
    DocWriter writer = new DocWriter();
    for (int i = 0; i < 300; i++) {
      writer.row(cell("r" + i, 0, 100), cell("x", 100, 200));
    }
    List<String> seen = Seen.cells(READER, writer.bytes());
    assertThat(seen).hasSize(600).startsWith("A1 r0", "B1 x").endsWith("A300 r299", "B300 x");
  }

  @Test
  void whatIsCutOffIsRefusedOrReadWhole() throws Exception {
    byte[] content = form().bytes();
    List<String> whole = Seen.cells(READER, content);
    for (int part = 1; part < 50; part++) {
      try {
        byte[] cut = Arrays.copyOf(content, content.length * part / 50);
        assertThat(Seen.cells(READER, cut)).as("%d/50", part).isEqualTo(whole);
      } catch (Refusal refusal) {
        assertThat(refusal.entry().reason()).as("%d/50", part).isEqualTo(Reason.DAMAGED);
        assertThat(refusal.entry().detail()).isNotBlank();
      }
    }
  }

  @Test
  void aDocumentWithoutTextIsEmpty() {
    assertThat(Seen.refusal(READER, new DocWriter().paragraph(" ").bytes()).reason())
        .isEqualTo(Reason.EMPTY);
  }
}
