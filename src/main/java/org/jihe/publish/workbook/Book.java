package org.jihe.publish.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook that is written as its rows come, so that it may have any number of them. */
final class Book implements Closeable {

  /** Rows of a sheet that are in memory. */
  private static final int WINDOW = 50;

  private final Path file;
  private final SXSSFWorkbook workbook;
  private final Styles styles;
  private final List<SheetWriter> sheets = new ArrayList<>();

  /** How the texts of a workbook are kept. */
  enum Texts {
    /** In a table of their own, as every spreadsheet writes them; all of it is in memory. */
    SHARED,
    /** In the cells. */
    INLINE
  }

  Book(Path file, String title, Texts texts) {
    this.file = file;
    this.workbook = new SXSSFWorkbook(null, WINDOW, false, texts == Texts.SHARED);
    this.styles = new Styles(workbook);
    workbook.getXSSFWorkbook().getProperties().getCoreProperties().setTitle(title);
    workbook.getXSSFWorkbook().getProperties().getCoreProperties().setCreator("Jihe 绩核");
  }

  SXSSFWorkbook workbook() {
    return workbook;
  }

  Styles styles() {
    return styles;
  }

  /** Begins a sheet behind those that are there. */
  SheetWriter sheet(String name, List<Column> columns) {
    SheetWriter sheet = new SheetWriter(this, name, columns);
    sheets.add(sheet);
    return sheet;
  }

  /** Writes the file. */
  @Override
  public void close() throws IOException {
    try (workbook) {
      sheets.forEach(SheetWriter::finish);
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
    }
  }

  /** Gives up: nothing is written. */
  void discard() throws IOException {
    workbook.close();
  }
}
