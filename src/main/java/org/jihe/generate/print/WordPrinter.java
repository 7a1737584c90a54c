package org.jihe.generate.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jihe.layout.Position;
import org.jihe.source.file.RawFile;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** Prints documents with Apache POI. */
public final class WordPrinter implements FormatPrinter {

  /** What a document may be like. */
  public enum Trait {
    /** Title and year are paragraphs above the table, notes below it; else all is in the table. */
    PARAGRAPHS,
    /** The form's table stands in the only cell of another. */
    NESTED,
    /** The texts of the objective stand in small tables of their own. */
    NESTED_CELLS,
    /** The table is cut in two amid the indicators. */
    CUT
  }

  private static final long TWIPS = 76;

  private final Set<Trait> traits;

  public WordPrinter(Trait... traits) {
    this.traits = Set.of(traits);
  }

  @Override
  public Printed print(String name, List<PrintedForm> forms) {
    String file = name + ".docx";
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      var margins = document.getDocument().getBody().addNewSectPr();
      margins.addNewPgSz().setW(BigInteger.valueOf(11906));
      margins.getPgSz().setH(BigInteger.valueOf(16838));
      margins.addNewPgMar().setLeft(BigInteger.valueOf(900));
      margins.getPgMar().setRight(BigInteger.valueOf(900));
      margins.getPgMar().setTop(BigInteger.valueOf(1000));
      margins.getPgMar().setBottom(BigInteger.valueOf(1000));
      Printed.Places places = new Printed.Places();
      int row = 0;
      for (PrintedForm form : forms) {
        places.nextForm();
        row += print(document, file, form, row, places);
      }
      FixedZip.date(document);
      document.write(bytes);
      byte[] fixed = FixedZip.again(bytes.toByteArray());
      return new Printed(new RawFile(file, fixed), forms, places.all());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int print(
      XWPFDocument document, String file, PrintedForm form, int row, Printed.Places places) {
    int above = traits.contains(Trait.PARAGRAPHS) ? form.linesAbove() : 0;
    for (int i = 0; i < above; i++) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.setAlignment(ParagraphAlignment.CENTER);
      XWPFRun text = paragraph.createRun();
      text.setFontSize(form.isTitle(i) ? 16 : 10);
      text.setText(form.line(i));
    }
    XWPFTable table = table(document);
    if (traits.contains(Trait.NESTED)) {
      CTTc outer = table.getCTTbl().addNewTr().addNewTc();
      fill(outer.addNewTbl(), form, form.below(above), above, form.rows());
      outer.addNewP();
    } else if (traits.contains(Trait.CUT)) {
      int middle = form.middle();
      List<PrintedCell> first =
          form.above(middle).stream().filter(cell -> cell.row() >= above).toList();
      fill(table.getCTTbl(), form, first, above, middle);
      document.createParagraph();
      fill(table(document).getCTTbl(), form, form.below(middle), middle, form.rows());
    } else {
      fill(table.getCTTbl(), form, form.below(above), above, form.rows());
    }
    document.createParagraph();
    int cut = traits.contains(Trait.CUT) ? form.middle() : 0;
    for (PrintedCell cell : form.pieces(cut)) {
      int column = cell.row() < above ? 1 : cell.column() + 1;
      places.put(cell, Position.inText(file, row + cell.row() + 1, column));
    }
    return form.rows();
  }

  private static XWPFTable table(XWPFDocument document) {
    XWPFTable table = document.createTable();
    while (table.getCTTbl().sizeOfTrArray() > 0) {
      table.getCTTbl().removeTr(0);
    }
    return table;
  }

  private void fill(CTTbl table, PrintedForm form, List<PrintedCell> cells, int from, int to) {
    var properties = table.getTblPr() == null ? table.addNewTblPr() : table.getTblPr();
    var borders =
        properties.getTblBorders() == null
            ? properties.addNewTblBorders()
            : properties.getTblBorders();
    if (!borders.isSetTop()) {
      borders.addNewTop().setVal(STBorder.SINGLE);
      borders.addNewBottom().setVal(STBorder.SINGLE);
      borders.addNewLeft().setVal(STBorder.SINGLE);
      borders.addNewRight().setVal(STBorder.SINGLE);
      borders.addNewInsideH().setVal(STBorder.SINGLE);
      borders.addNewInsideV().setVal(STBorder.SINGLE);
    }
    var grid = table.getTblGrid() == null ? table.addNewTblGrid() : table.getTblGrid();
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    form.widths().forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(width * TWIPS)));
    for (int row = from; row < to; row++) {
      CTRow line = table.addNewTr();
      int column = 0;
      while (column < form.columns()) {
        PrintedCell cell = covering(cells, row, column);
        CTTc tc = line.addNewTc();
        CTTcPr merge = tc.addNewTcPr();
        int width =
            form.widths().subList(column, cell.lastColumn() + 1).stream()
                .mapToInt(Integer::intValue)
                .sum();
        merge.addNewTcW().setW(BigInteger.valueOf(width * TWIPS));
        if (cell.columnSpan() > 1) {
          merge.addNewGridSpan().setVal(BigInteger.valueOf(cell.columnSpan()));
        }
        if (cell.rowSpan() > 1) {
          merge.addNewVMerge().setVal(cell.row() == row ? STMerge.RESTART : STMerge.CONTINUE);
        }
        write(tc, cell, cell.row() == row ? cell.text() : "");
        column = cell.lastColumn() + 1;
      }
    }
  }

  private void write(CTTc tc, PrintedCell cell, String text) {
    boolean nested =
        traits.contains(Trait.NESTED_CELLS)
            && cell.subjects().stream().anyMatch(subject -> subject.startsWith("annualObjective"));
    if (nested) {
      var inner = tc.addNewTbl();
      inner.addNewTblPr();
      inner.addNewTblGrid().addNewGridCol();
      paragraph(inner.addNewTr().addNewTc(), text);
      tc.addNewP();
    } else {
      paragraph(tc, text);
    }
  }

  private static void paragraph(CTTc tc, String text) {
    var paragraph = tc.addNewP();
    if (!text.isEmpty()) {
      var run = paragraph.addNewR();
      run.addNewRPr().addNewSz().setVal(BigInteger.valueOf(18));
      run.addNewT().setStringValue(text);
    }
  }

  private static PrintedCell covering(List<PrintedCell> cells, int row, int column) {
    for (PrintedCell cell : cells) {
      if (cell.row() <= row
          && row <= cell.lastRow()
          && cell.column() <= column
          && column <= cell.lastColumn()) {
        return cell;
      }
    }
    throw new IllegalStateException("no cell at row " + row + " column " + column);
  }
}
