package org.jihe.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.word.DocReader;
import org.jihe.source.word.DocxReader;
import org.jihe.source.workbook.XlsReader;
import org.jihe.source.workbook.XlsxReader;

/**
 * Times the readers beside the library's own bare reading of every cell of the same file: the
 * thirty forms of the sample in one file. Both in turn, on one thread, after a warm-up; medians.
 */
final class OfficeSpeed {

  /** Processor time of this thread: what else the machine does is not part of it. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private interface Reading {
    /** Characters that were read. */
    long read(byte[] content) throws Exception;
  }

  private OfficeSpeed() {}

  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    List<PrintedForms.Form> forms = PrintedForms.sample();
    measure("xlsx", PrintedForms.xlsx(forms), new XlsxReader(), OfficeSpeed::xlsx, rounds);
    measure("xls", PrintedForms.xls(forms), new XlsReader(), OfficeSpeed::xls, rounds);
    measure("docx", PrintedForms.docx(forms), new DocxReader(), OfficeSpeed::docx, rounds);
    measure("doc", PrintedForms.doc(forms), new DocReader(), OfficeSpeed::doc, rounds);
  }

  private static void measure(
      String name, byte[] content, FormatReader reader, Reading bare, int rounds) throws Exception {
    Reading ours =
        bytes ->
            reader.read(new RawFile(name, bytes), Limits.STANDARD).grids().stream()
                .flatMap(grid -> grid.rows().stream())
                .flatMap(List::stream)
                .mapToLong(cell -> cell.text().length())
                .sum();
    double[] bareTimes = new double[rounds];
    double[] ourTimes = new double[rounds];
    for (int i = -rounds / 2; i < rounds; i++) {
      double one = milliseconds(bare, content);
      double other = milliseconds(ours, content);
      if (i >= 0) {
        bareTimes[i] = one;
        ourTimes[i] = other;
      }
    }
    Arrays.sort(bareTimes);
    Arrays.sort(ourTimes);
    System.out.printf(
        Locale.ROOT,
        "%-4s %7d B  bare %6.2f ms (%d characters)  reader %6.2f ms (%d characters)  ratio %.2f%n",
        name,
        content.length,
        bareTimes[rounds / 2],
        bare.read(content),
        ourTimes[rounds / 2],
        ours.read(content),
        ourTimes[rounds / 2] / bareTimes[rounds / 2]);
  }

  private static double milliseconds(Reading reading, byte[] content) throws Exception {
    long begun = CLOCK.getCurrentThreadCpuTime();
    if (reading.read(content) == 0) {
      throw new IOException("nothing read");
    }
    return (CLOCK.getCurrentThreadCpuTime() - begun) / 1e6;
  }

  private static long xlsx(byte[] content) throws IOException {
    try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      return cells(workbook);
    }
  }

  private static long xls(byte[] content) throws IOException {
    try (Workbook workbook = new HSSFWorkbook(new ByteArrayInputStream(content))) {
      return cells(workbook);
    }
  }

  private static long cells(Workbook workbook) {
    DataFormatter formatter = new DataFormatter(Locale.ROOT);
    long length = 0;
    for (Sheet sheet : workbook) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          length += formatter.formatCellValue(cell).length();
        }
      }
    }
    return length;
  }

  private static long docx(byte[] content) throws IOException {
    long length = 0;
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content))) {
      for (XWPFParagraph paragraph : document.getParagraphs()) {
        length += paragraph.getText().length();
      }
      for (XWPFTable table : document.getTables()) {
        for (XWPFTableRow row : table.getRows()) {
          for (XWPFTableCell cell : row.getTableCells()) {
            length += cell.getText().length();
          }
        }
      }
    }
    return length;
  }

  private static long doc(byte[] content) throws IOException {
    long length = 0;
    try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(content))) {
      Range range = document.getRange();
      for (int i = 0; i < range.numParagraphs(); i++) {
        Paragraph paragraph = range.getParagraph(i);
        if (!paragraph.isInTable()) {
          length += paragraph.text().length();
          continue;
        }
        Table table = range.getTable(paragraph);
        for (int r = 0; r < table.numRows(); r++) {
          TableRow row = table.getRow(r);
          for (int c = 0; c < row.numCells(); c++) {
            length += row.getCell(c).text().length() - 1; // the mark at its end
          }
        }
        i += table.numParagraphs() - 1;
      }
    }
    return length;
  }
}
