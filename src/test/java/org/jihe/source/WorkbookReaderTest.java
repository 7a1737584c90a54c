package org.jihe.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.workbook.XlsReader;
import org.jihe.source.workbook.XlsxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What both kinds of workbook have in common: the same calls write them, the same cells come out.
 */
class WorkbookReaderTest {

  private interface Making {
    Workbook make();
  }

  private record Kind(Making making, FormatReader reader) {

    byte[] written(Workbook workbook) throws IOException {
      try (workbook;
          ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
        workbook.write(bytes);
        return bytes.toByteArray();
      }
    }

    List<String> seen(Workbook workbook) throws IOException, Refusal {
      return Seen.cells(reader, written(workbook));
    }
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of("xlsx", new Kind(XSSFWorkbook::new, new XlsxReader())),
        Arguments.of("xls", new Kind(HSSFWorkbook::new, new XlsReader())));
  }

  private static Cell cell(Sheet sheet, int row, int column) {
    Row at = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    return at.createCell(column);
  }

  private static Cell number(Sheet sheet, int row, int column, double value, String format) {
    Cell cell = cell(sheet, row, column);
    cell.setCellValue(value);
    CellStyle style = sheet.getWorkbook().createCellStyle();
    style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
    cell.setCellStyle(style);
    return cell;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void aMergedCellStandsOnceAndCoversItsArea(String name, Kind kind) throws Exception {
    Workbook workbook = kind.making.make();
    Sheet sheet = workbook.createSheet("表");
    cell(sheet, 0, 0).setCellValue("财政项目支出绩效自评表");
    cell(sheet, 0, 1).setCellValue("under the merged cell");
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
    cell(sheet, 1, 0).setCellValue("产出指标");
    cell(sheet, 1, 1).setCellValue("数量");
    cell(sheet, 2, 1).setCellValue("质量");
    sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
    cell(sheet, 3, 0).setCellValue("总分");
    sheet.addMergedRegion(new CellRangeAddress(3, 4, 1, 2)); // a blank one
    assertThat(kind.seen(workbook))
        .containsExactly(
            "[表]", "A1+1x4 财政项目支出绩效自评表", "A2+2x1 产出指标", "B2 数量", "B3 质量", "A4 总分", "B4+2x2");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void numbersAreReadAsTheyAreShown(String name, Kind kind) throws Exception {
    Workbook workbook = kind.making.make();
    Sheet sheet = workbook.createSheet("s");
    number(sheet, 0, 0, 0.8906, "0.00%");
    number(sheet, 0, 1, 1234567.891, "#,##0.00");
    number(sheet, 0, 2, -18000.5, "#,##0.00;[Red](#,##0.00)");
    number(sheet, 0, 3, 44926, "yyyy\"年\"m\"月\"d\"日\"");
    number(sheet, 0, 4, 95, "\"≥\"0\"%\"");
    number(sheet, 0, 5, 9000, "General");
    number(sheet, 0, 6, 8.6, "0.00_ ");
    Cell date = cell(sheet, 0, 7);
    date.setCellValue(LocalDate.of(2022, 12, 31));
    CellStyle builtIn = workbook.createCellStyle();
    builtIn.setDataFormat((short) 14);
    date.setCellStyle(builtIn);
    cell(sheet, 1, 0).setCellValue(0.1 + 0.2);
    cell(sheet, 1, 1).setCellValue(true);
    cell(sheet, 1, 2).setCellErrorValue(FormulaError.DIV0.getCode());
    assertThat(kind.seen(workbook))
        .containsExactly(
            "[s]",
            "A1 89.06%",
            "B1 1,234,567.89",
            "C1 (18,000.50)",
            "D1 2022年12月31日",
            "E1 ≥95%",
            "F1 9000",
            "G1 8.60",
            "H1 2022/12/31",
            "A2 0.3",
            "B2 TRUE",
            "C2 #DIV/0!");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void aFormulaIsReadByItsValueAndComputedWhereItHasNone(String name, Kind kind) throws Exception {
    Workbook workbook = kind.making.make();
    Sheet sheet = workbook.createSheet("s");
    cell(sheet, 0, 0).setCellValue(37.24);
    cell(sheet, 0, 1).setCellValue(43.2);
    CellStyle percent = number(sheet, 1, 0, 0, "0.00%").getCellStyle();
    Cell computed = cell(sheet, 1, 1);
    computed.setCellFormula("A1/B1");
    computed.setCellStyle(percent);
    workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(computed);
    Cell never = cell(sheet, 1, 2);
    never.setCellFormula("A1/B1");
    never.setCellStyle(percent);
    cell(sheet, 1, 3).setCellFormula("A1/(B1-B1)");
    cell(sheet, 1, 4).setCellFormula("\"共\"&B1&\"万元\"");
    cell(sheet, 0, 0).setCellValue(1); // the value that is there stays what is shown
    assertThat(kind.seen(workbook))
        .containsExactly(
            "[s]",
            "A1 1",
            "B1 43.2",
            "A2 0.00%",
            "B2 86.20%",
            "C2 2.31%",
            "D2 #DIV/0!",
            "E2 共43.2万元");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void hiddenSheetsRowsAndColumnsAreReadInTheOrderOfTheTabs(String name, Kind kind)
      throws Exception {
    Workbook workbook = kind.making.make();
    for (String tab : List.of("乙", "甲", "丙")) {
      Sheet sheet = workbook.createSheet(tab);
      cell(sheet, 0, 0).setCellValue(tab + "1");
      cell(sheet, 4, 1).setCellValue(tab + "2");
      sheet.getRow(4).setZeroHeight(true);
      sheet.setColumnHidden(1, true);
    }
    workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
    workbook.setSheetOrder("丙", 0);
    byte[] content = kind.written(workbook);
    assertThat(Seen.cells(kind.reader, content))
        .containsExactly("[丙]", "A1 丙1", "B5 丙2", "[乙]", "A1 乙1", "B5 乙2", "[甲]", "A1 甲1", "B5 甲2");
    Document document = Seen.document(kind.reader, content);
    assertThat(document.grids()).extracting(Grid::columns).containsOnly(Grid.Columns.FIXED);
    assertThat(document.grids().get(0).rows()).extracting(List::size).containsExactly(1, 0, 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void textKeepsItsLinesAndLosesItsFonts(String name, Kind kind) throws Exception {
    Workbook workbook = kind.making.make();
    Sheet sheet = workbook.createSheet("s");
    RichTextString rich = workbook.getCreationHelper().createRichTextString("预期\n目标 ");
    rich.applyFont(0, 2, workbook.createFont());
    cell(sheet, 0, 0).setCellValue(rich);
    cell(sheet, 0, 2).setCellValue("𠮷 ");
    assertThat(kind.seen(workbook)).containsExactly("[s]", "A1 预期\n目标", "C1 𠮷");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void blankCellsAreCounted(String name, Kind kind) throws Exception {
    Workbook workbook = kind.making.make();
    Sheet sheet = workbook.createSheet("s");
    for (int row = 0; row < 50; row++) {
      for (int column = 0; column < 100; column++) {
        cell(sheet, row, column);
      }
    }
    cell(sheet, 0, 0).setCellValue("x");
    byte[] content = kind.written(workbook);
    Limits few = Seen.limits(4999, 1000, 1 << 20);
    assertThat(Seen.refusal(kind.reader, content, few).reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
    Limits narrow = Seen.limits(5000, 99, 1 << 20);
    assertThat(Seen.refusal(kind.reader, content, narrow).detail()).isEqualTo("columns: 100 > 99");
    Limits enough = Seen.limits(5000, 100, 1 << 20);
    assertThat(kind.reader.read(new RawFile("a", content), enough).grids()).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void aMergedAreaCountsAsManyCellsAsItCovers(String name, Kind kind) throws Exception {
    Workbook workbook = kind.making.make();
    Sheet sheet = workbook.createSheet("s");
    cell(sheet, 0, 0).setCellValue("x");
    sheet.addMergedRegion(new CellRangeAddress(0, 65_535, 0, 255));
    assertThat(Seen.refusal(kind.reader, kind.written(workbook)).reason())
        .isEqualTo(Reason.LIMIT_EXCEEDED);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void aWorkbookInWhichNothingStandsIsEmpty(String name, Kind kind) throws Exception {
    Workbook workbook = kind.making.make();
    cell(workbook.createSheet("s"), 3, 3).setCellValue("  ");
    assertThat(Seen.refusal(kind.reader, kind.written(workbook)).reason()).isEqualTo(Reason.EMPTY);
    assertThat(Seen.refusal(kind.reader, new byte[0]).reason()).isEqualTo(Reason.EMPTY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void whatIsCutOffIsRefusedOrReadWhole(String name, Kind kind) throws Exception {
    Workbook workbook = kind.making.make();
    Sheet sheet = workbook.createSheet("s");
    for (int row = 0; row < 200; row++) {
      cell(sheet, row, row % 7).setCellValue("指标" + row);
    }
    byte[] content = kind.written(workbook);
    List<String> whole = Seen.cells(kind.reader, content);
    for (int part = 1; part < 50; part++) {
      byte[] cut = java.util.Arrays.copyOf(content, content.length * part / 50);
      try {
        assertThat(Seen.cells(kind.reader, cut)).as("%d/50", part).isEqualTo(whole);
      } catch (Refusal refusal) {
        assertThat(refusal.entry().reason()).as("%d/50", part).isEqualTo(Reason.DAMAGED);
        assertThat(refusal.entry().detail()).isNotBlank();
      }
    }
  }

  @Test
  void anInterruptedReaderStops() throws Exception {
    Workbook workbook = new XSSFWorkbook();
    cell(workbook.createSheet("s"), 0, 0).setCellValue("x");
    byte[] content = new Kind(XSSFWorkbook::new, new XlsxReader()).written(workbook);
    Thread.currentThread().interrupt();
    try {
      assertThat(Seen.refusal(new XlsxReader(), content).reason()).isEqualTo(Reason.TIMED_OUT);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
