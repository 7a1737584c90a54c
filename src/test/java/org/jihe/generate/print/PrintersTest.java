package org.jihe.generate.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jihe.SampleForms;
import org.jihe.layout.Box;
import org.jihe.layout.Position;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is printed stands where it is said to stand, as the format's own library reads it. */
class PrintersTest {

  private static final List<PrintedForm> FORMS = forms();

  private static List<PrintedForm> forms() {
    List<PrintedForm> forms = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      List<FormLayout> layouts = List.of(FormLayout.values());
      FormLayout layout = layouts.get(i % layouts.size());
      forms.add(layout.lay(layout.adapt(SampleForms.transcripts().get(i))));
    }
    return forms;
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = "XLSX?(_.*)?")
  void workbooks(PrintedFormat format) throws IOException {
    DataFormatter formatter = new DataFormatter(Locale.ROOT);
    int seen = 0;
    for (Printed printed : print(format)) {
      try (Workbook book = open(printed)) {
        var evaluator = book.getCreationHelper().createFormulaEvaluator();
        for (int i = 0; i < printed.forms().size(); i++) {
          for (Map.Entry<String, List<Position>> place : printed.places().get(i).entrySet()) {
            Position at = place.getValue().get(0);
            Sheet sheet = book.getSheet(at.sheet());
            Row row = sheet.getRow(at.row() - 1);
            Cell cell = row.getCell(at.column() - 1);
            check(printed, i, place, tight(formatter.formatCellValue(cell, evaluator)));
            seen++;
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(100);
  }

  private static Workbook open(Printed printed) throws IOException {
    return WorkbookFactory.create(new ByteArrayInputStream(printed.file().content()));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = "PDF_.*")
  void pages(PrintedFormat format) throws IOException {
    int seen = 0;
    for (Printed printed : print(format)) {
      try (PDDocument document = Loader.loadPDF(printed.file().content())) {
        Glyphs glyphs = new Glyphs(document);
        for (int i = 0; i < printed.forms().size(); i++) {
          for (Map.Entry<String, List<Position>> place : printed.places().get(i).entrySet()) {
            StringBuilder text = new StringBuilder();
            place.getValue().forEach(at -> text.append(glyphs.in(at)));
            check(printed, i, place, tight(text.toString()));
            seen++;
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(100);
  }

  /** Every character of a document, as PDFBox sees it. */
  private static final class Glyphs extends PDFTextStripper {
    private final Map<Integer, List<TextPosition>> byPage = new HashMap<>();

    Glyphs(PDDocument document) throws IOException {
      setSortByPosition(false); // lines of one cell are drawn one after the other
      getText(document);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
      byPage.computeIfAbsent(getCurrentPageNo(), page -> new ArrayList<>()).addAll(positions);
    }

    /** What stands in a cell, line by line. */
    String in(Position cell) {
      Box box = cell.box();
      StringBuilder text = new StringBuilder();
      for (TextPosition glyph : byPage.get(cell.page())) {
        double x = glyph.getXDirAdj() + glyph.getWidthDirAdj() / 2;
        double y = glyph.getYDirAdj() - glyph.getHeightDir() / 2;
        if (x > box.left() && x < box.right() && y > box.top() && y < box.bottom()) {
          text.append(glyph.getUnicode());
        }
      }
      return text.toString();
    }
  }

  @Test
  void documents() throws IOException {
    for (Printed printed : print(PrintedFormat.DOCX)) {
      try (XWPFDocument document =
          new XWPFDocument(new ByteArrayInputStream(printed.file().content()))) {
        List<String> texts = new ArrayList<>();
        document.getTables().get(0).getRows().stream()
            .flatMap(row -> row.getTableCells().stream())
            .forEach(cell -> texts.add(tight(cell.getText())));
        assertThat(texts).containsAll(texts(printed.forms().get(0)));
      }
    }
  }

  @Test
  void oldDocuments() throws IOException {
    for (Printed printed : PrintWord97.committed().values()) {
      try (HWPFDocument document =
          new HWPFDocument(new ByteArrayInputStream(printed.file().content()))) {
        String text = tight(document.getRange().text().replace('\u0007', ' '));
        List<String> texts = new ArrayList<>();
        printed.forms().forEach(form -> texts.addAll(texts(form)));
        assertThat(text).containsSubsequence(texts);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = "HTML.*")
  void webPages(PrintedFormat format) throws IOException {
    for (Printed printed : print(format)) {
      var page = Jsoup.parse(new ByteArrayInputStream(printed.file().content()), null, "");
      List<String> texts = new ArrayList<>();
      page.select("td, h2, body > p").forEach(cell -> texts.add(tight(cell.text())));
      String all = String.join("\n", texts);
      printed.forms().forEach(form -> assertThat(all).contains(texts(form)));
    }
  }

  @Test
  void textLines() {
    for (Printed printed : print(PrintedFormat.TABS_UTF_8)) {
      String[] lines = new String(printed.file().content(), StandardCharsets.UTF_8).split("\n", -1);
      for (Map.Entry<String, List<Position>> place : printed.places().get(0).entrySet()) {
        Position at = place.getValue().get(0);
        check(printed, 0, place, tight(lines[at.row() - 1].split("\t", -1)[at.column() - 1]));
      }
    }
  }

  private static List<Printed> print(PrintedFormat format) {
    List<Printed> printed = new ArrayList<>();
    for (int i = 0; i + format.formsInFile() <= FORMS.size(); i += format.formsInFile()) {
      printed.add(format.print("forms", FORMS.subList(i, i + format.formsInFile())));
    }
    return printed.subList(0, Math.min(3, printed.size()));
  }

  private static List<String> texts(PrintedForm form) {
    return form.cells().stream().map(cell -> tight(cell.text())).filter(s -> !s.isEmpty()).toList();
  }

  /** The place holds what is printed for the value; a split target stands in several. */
  private static void check(
      Printed printed, int form, Map.Entry<String, List<Position>> place, String text) {
    String said =
        printed.forms().get(form).cells().stream()
            .filter(cell -> cell.subjects().contains(place.getKey()))
            .map(cell -> tight(cell.text()))
            .reduce("", String::concat);
    if (place.getKey().endsWith(".target") && place.getValue().size() > 1) {
      assertThat(said).as("%s in %s", place, printed.file().name()).contains(text);
    } else {
      assertThat(text).as("%s in %s", place, printed.file().name()).isEqualTo(said);
    }
  }

  private static String tight(String text) {
    return text.replaceAll("[\\s\u00a0]+", "");
  }
}
