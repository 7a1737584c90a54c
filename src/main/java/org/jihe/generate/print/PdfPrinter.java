package org.jihe.generate.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jihe.source.file.RawFile;

/** Prints PDF with PDFBox and an embedded Chinese font. */
public final class PdfPrinter implements FormatPrinter {

  /** What a document may be like. */
  public enum Trait {
    /** No rules are drawn: text alone. */
    TEXT_ONLY,
    /** Narrow columns: values wrap as well. */
    WRAP,
    /** Pages are cut where they are full, in the midst of a row if need be. */
    BREAK_IN_ROWS,
    /** Pages are half as high, so that forms take several. */
    SHORT_PAGES,
    /** Everything at 60 %. */
    SHRINK,
    /** Pages are stored upright and displayed turned by 90 degrees. */
    ROTATED,
    /** The same, the other way around. */
    ROTATED_LEFT,
    /** The head of the indicator table stands on top of every further page. */
    REPEATED_HEAD,
    /** Number of the page below, a line of the collection above. */
    FOOTERS,
    /** Labels of merged cells stand at the top instead of the middle. */
    LABELS_ON_TOP,
    /** Forms follow one another on the same page. */
    RUNNING_ON
  }

  private final Set<Trait> traits;

  public PdfPrinter(Trait... traits) {
    this.traits = Set.of(traits);
  }

  @Override
  public Printed print(String name, List<PrintedForm> forms) {
    String file = name + ".pdf";
    Printed.Places places = new Printed.Places();
    try (PageWriter pages = new PageWriter(file, traits)) {
      List<PdfTable> tables = new ArrayList<>();
      for (PrintedForm form : forms) {
        tables.add(new PdfTable(form, pages, traits));
      }
      for (PdfTable table : tables) {
        places.nextForm();
        table.print(file, places);
      }
      return new Printed(new RawFile(file, pages.finish()), forms, places.all());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
