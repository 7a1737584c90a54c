package org.jihe.generate.draft;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jihe.generate.print.FormatPrinter;
import org.jihe.generate.print.HtmlPrinter;
import org.jihe.generate.print.JsonPrinter;
import org.jihe.generate.print.PdfPrinter;
import org.jihe.generate.print.TextPrinter;
import org.jihe.generate.print.WordPrinter;
import org.jihe.generate.print.WorkbookPrinter;
import org.jihe.generate.print.ZipPrinter;
import org.jspecify.annotations.Nullable;

/** Formats that departments send, and two in which masses of forms are kept. */
public enum FileKind {
  TXT(20, new TextPrinter(TextPrinter.Kind.TABS, StandardCharsets.UTF_8, "", "\n")),
  CSV(20, new TextPrinter(TextPrinter.Kind.COMMAS, StandardCharsets.UTF_8, "\ufeff", "\r\n")),
  JSON(20, new JsonPrinter()),
  XLSX(20, new WorkbookPrinter(WorkbookPrinter.Trait.NUMBERS)),
  XLS(20, new WorkbookPrinter(WorkbookPrinter.Trait.OLD, WorkbookPrinter.Trait.NUMBERS)),
  DOCX(5, new WordPrinter()),
  HTML(5, new HtmlPrinter()),
  PDF(5, new PdfPrinter()),
  ZIP(
      10,
      new ZipPrinter(
          List.of(
              new WorkbookPrinter(WorkbookPrinter.Trait.NUMBERS),
              new HtmlPrinter(),
              new TextPrinter(TextPrinter.Kind.TABS, StandardCharsets.UTF_8, "", "\n")))),
  JSONL(Integer.MAX_VALUE, null),
  PARQUET(Integer.MAX_VALUE, null);

  private final int most;

  @SuppressWarnings("ImmutableEnumChecker") // printers keep nothing
  private final @Nullable FormatPrinter printer;

  FileKind(int most, @Nullable FormatPrinter printer) {
    this.most = most;
    this.printer = printer;
  }

  /** Forms that a file of the kind holds at most. */
  public int most() {
    return most;
  }

  /** True for the kinds of which one file holds all forms. */
  public boolean isOfAll() {
    return printer == null;
  }

  public FormatPrinter printer() {
    if (printer == null) {
      throw new IllegalStateException(this + " is not printed form by form");
    }
    return printer;
  }

  public String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
