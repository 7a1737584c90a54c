package org.jihe.generate.print;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jihe.generate.print.PdfPrinter.Trait;

/** Every format, and every way of using it, in which forms are printed. */
enum PrintedFormat {
  TABS_UTF_8(1, text(TextPrinter.Kind.TABS, StandardCharsets.UTF_8, "")),
  TABS_GB18030(1, text(TextPrinter.Kind.TABS, Charset.forName("GB18030"), "")),
  TABS_UTF_16(3, text(TextPrinter.Kind.TABS, StandardCharsets.UTF_16LE, "\ufeff")),
  TABS_UTF_16_BIG(1, text(TextPrinter.Kind.TABS, StandardCharsets.UTF_16BE, "\ufeff")),
  ALIGNED(1, text(TextPrinter.Kind.ALIGNED, StandardCharsets.UTF_8, "")),
  ALIGNED_GB18030(3, text(TextPrinter.Kind.ALIGNED, Charset.forName("GB18030"), "")),
  CSV(1, text(TextPrinter.Kind.COMMAS, StandardCharsets.UTF_8, "\ufeff")),
  CSV_GB18030(3, text(TextPrinter.Kind.COMMAS, Charset.forName("GB18030"), "")),
  CSV_SEMICOLONS(1, text(TextPrinter.Kind.SEMICOLONS, StandardCharsets.UTF_8, "")),
  JSON(1, new JsonPrinter()),
  JSON_ARRAY(5, new JsonPrinter()),
  XLSX(1, new WorkbookPrinter()),
  XLSX_NUMBERS(1, new WorkbookPrinter(WorkbookPrinter.Trait.NUMBERS)),
  XLSX_FORMULAS(
      1, new WorkbookPrinter(WorkbookPrinter.Trait.NUMBERS, WorkbookPrinter.Trait.FORMULAS)),
  XLSX_FORMULAS_WITHOUT_VALUES(
      1, new WorkbookPrinter(WorkbookPrinter.Trait.NUMBERS, WorkbookPrinter.Trait.NO_VALUES)),
  XLSX_HIDDEN(1, new WorkbookPrinter(WorkbookPrinter.Trait.HIDDEN, WorkbookPrinter.Trait.NUMBERS)),
  XLSX_AWAY(1, new WorkbookPrinter(WorkbookPrinter.Trait.AWAY)),
  XLSX_TWENTY_SHEETS(20, new WorkbookPrinter(WorkbookPrinter.Trait.NUMBERS)),
  XLSX_ONE_SHEET(5, new WorkbookPrinter(WorkbookPrinter.Trait.ONE_SHEET)),
  XLSX_OVER_TWO_SHEETS(2, new WorkbookPrinter(WorkbookPrinter.Trait.TWO_SHEETS)),
  XLS(1, new WorkbookPrinter(WorkbookPrinter.Trait.OLD)),
  XLS_NUMBERS(
      1,
      new WorkbookPrinter(
          WorkbookPrinter.Trait.OLD,
          WorkbookPrinter.Trait.NUMBERS,
          WorkbookPrinter.Trait.FORMULAS)),
  XLS_HIDDEN(
      1,
      new WorkbookPrinter(
          WorkbookPrinter.Trait.OLD, WorkbookPrinter.Trait.NUMBERS, WorkbookPrinter.Trait.HIDDEN)),
  XLS_ONE_SHEET(5, new WorkbookPrinter(WorkbookPrinter.Trait.OLD, WorkbookPrinter.Trait.ONE_SHEET)),
  XLS_OVER_TWO_SHEETS(
      2, new WorkbookPrinter(WorkbookPrinter.Trait.OLD, WorkbookPrinter.Trait.TWO_SHEETS)),
  DOCX(1, new WordPrinter()),
  DOCX_PARAGRAPHS(3, new WordPrinter(WordPrinter.Trait.PARAGRAPHS)),
  DOCX_NESTED(1, new WordPrinter(WordPrinter.Trait.NESTED)),
  DOCX_NESTED_CELLS(1, new WordPrinter(WordPrinter.Trait.NESTED_CELLS)),
  DOCX_CUT(1, new WordPrinter(WordPrinter.Trait.PARAGRAPHS, WordPrinter.Trait.CUT)),
  HTML(1, new HtmlPrinter()),
  HTML_HEADINGS(3, new HtmlPrinter(HtmlPrinter.Trait.HEADINGS, HtmlPrinter.Trait.PARAGRAPHS)),
  HTML_GB18030(1, new HtmlPrinter(HtmlPrinter.Trait.GB18030)),
  HTML_NESTED(1, new HtmlPrinter(HtmlPrinter.Trait.NESTED)),
  HTML_NAMED_XLS(1, new HtmlPrinter(HtmlPrinter.Trait.WORKBOOK)),
  HTML_NAMED_DOC(1, new HtmlPrinter(HtmlPrinter.Trait.DOCUMENT, HtmlPrinter.Trait.PARAGRAPHS)),
  PDF_RULED(1, new PdfPrinter()),
  PDF_RULED_COLLECTION(5, new PdfPrinter(Trait.FOOTERS, Trait.RUNNING_ON)),
  PDF_LABELS_ON_TOP(1, new PdfPrinter(Trait.LABELS_ON_TOP, Trait.SHORT_PAGES)),
  PDF_SHORT_PAGES(1, new PdfPrinter(Trait.SHORT_PAGES, Trait.FOOTERS, Trait.REPEATED_HEAD)),
  PDF_BREAKS_IN_ROWS(1, new PdfPrinter(Trait.SHORT_PAGES, Trait.BREAK_IN_ROWS)),
  PDF_WRAPPED(1, new PdfPrinter(Trait.WRAP, Trait.FOOTERS)),
  PDF_WRAPPED_BREAKS(
      1, new PdfPrinter(Trait.WRAP, Trait.BREAK_IN_ROWS, Trait.REPEATED_HEAD, Trait.FOOTERS)),
  PDF_SHRUNK(1, new PdfPrinter(Trait.SHRINK)),
  PDF_ROTATED(1, new PdfPrinter(Trait.ROTATED)),
  PDF_ROTATED_LEFT(1, new PdfPrinter(Trait.ROTATED_LEFT, Trait.FOOTERS)),
  PDF_TEXT_ONLY(1, new PdfPrinter(Trait.TEXT_ONLY)),
  PDF_TEXT_ONLY_PAGES(1, new PdfPrinter(Trait.TEXT_ONLY, Trait.SHORT_PAGES, Trait.FOOTERS)),
  PDF_TEXT_ONLY_SHRUNK(1, new PdfPrinter(Trait.TEXT_ONLY, Trait.SHRINK)),
  ZIP(
      5,
      new ZipPrinter(
          List.of(
              new WorkbookPrinter(),
              new HtmlPrinter(),
              new WordPrinter(),
              new PdfPrinter(),
              text(TextPrinter.Kind.TABS, Charset.forName("GB18030"), ""))));

  private final int formsInFile;

  @SuppressWarnings("ImmutableEnumChecker") // printers keep nothing
  private final FormatPrinter printer;

  PrintedFormat(int formsInFile, FormatPrinter printer) {
    this.formsInFile = formsInFile;
    this.printer = printer;
  }

  private static FormatPrinter text(TextPrinter.Kind kind, Charset charset, String mark) {
    return new TextPrinter(kind, charset, mark, charset.name().startsWith("GB") ? "\r\n" : "\n");
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How many forms stand in one file. */
  int formsInFile() {
    return formsInFile;
  }

  Printed print(String name, List<PrintedForm> forms) {
    return printer.print(name, forms);
  }
}
