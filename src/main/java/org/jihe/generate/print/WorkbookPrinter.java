package org.jihe.generate.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jihe.generate.print.PrintedCell.Role;
import org.jihe.layout.Position;
import org.jihe.source.file.RawFile;
import org.jspecify.annotations.Nullable;

/** Prints workbooks with Apache POI. */
public final class WorkbookPrinter implements FormatPrinter {

  /** What a workbook may be like. */
  public enum Trait {
    /** Excel 97 to 2003. */
    OLD,
    /** Numbers are stored as numbers. */
    NUMBERS,
    /** Sums and rates are formulas with their values. */
    FORMULAS,
    /** Formulas without values, as programs write them that cannot calculate. */
    NO_VALUES,
    /** Rows of the form that a filter hides, empty hidden rows between, a hidden sheet. */
    HIDDEN,
    /** All forms below one another on one sheet. */
    ONE_SHEET,
    /** Every form begins on one sheet and goes on on the next, which repeats the table's head. */
    TWO_SHEETS,
    /** The form stands away from the sheet's corner. */
    AWAY
  }

  private static final int POINTS_OF_A_LINE = 14;
  private static final int CHARACTER = 256;

  private final Set<Trait> traits;

  public WorkbookPrinter(Trait... traits) {
    this.traits = Set.of(traits);
  }

  @Override
  public Printed print(String name, List<PrintedForm> forms) {
    String file = name + (traits.contains(Trait.OLD) ? ".xls" : ".xlsx");
    try (Workbook workbook = traits.contains(Trait.OLD) ? new HSSFWorkbook() : new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Run run = new Run(file, workbook, traits);
      run.print(forms);
      byte[] fixed = bytes(workbook, bytes);
      return new Printed(new RawFile(file, fixed), forms, run.places.all());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is written, without the time of day and the user's name. */
  private static byte[] bytes(Workbook workbook, ByteArrayOutputStream bytes) throws IOException {
    if (workbook instanceof XSSFWorkbook book) {
      FixedZip.date(book);
      book.write(bytes);
      return FixedZip.again(bytes.toByteArray());
    }
    if (workbook instanceof HSSFWorkbook book) {
      book.getInternalWorkbook().getWriteAccess().setUsername("jihe");
    }
    workbook.write(bytes);
    return bytes.toByteArray();
  }

  /** One workbook while it is filled. */
  private static final class Run {
    final String file;
    final Workbook workbook;
    final Set<Trait> traits;
    final Printed.Places places = new Printed.Places();
    final Map<String, CellStyle> styles = new HashMap<>();
    int lastRow = -1;

    Run(String file, Workbook workbook, Set<Trait> traits) {
      this.file = file;
      this.workbook = workbook;
      this.traits = traits;
    }

    void print(List<PrintedForm> forms) {
      Sheet sheet = null;
      int number = 0;
      for (PrintedForm form : forms) {
        places.nextForm();
        number++;
        if (traits.contains(Trait.TWO_SHEETS)) {
          sheet = sheet("表" + number + "-1", form);
          place(sheet, form, form.above(form.middle()), 0);
          sheet = sheet("表" + number + "-2", form);
          List<PrintedCell> rest = new ArrayList<>(head(form));
          rest.addAll(form.below(form.middle()));
          place(sheet, form, rest, -form.middle() + 1);
        } else if (traits.contains(Trait.ONE_SHEET) && sheet != null) {
          place(sheet, form, form.cells(), lastRow + 3);
        } else {
          sheet = sheet(traits.contains(Trait.ONE_SHEET) ? "自评表" : "表" + number, form);
          place(sheet, form, form.cells(), traits.contains(Trait.AWAY) ? 2 : 0);
        }
      }
      if (traits.contains(Trait.HIDDEN)) {
        Sheet hidden = workbook.createSheet("下拉选项");
        hidden.createRow(0).createCell(0).setCellValue("一级指标");
        hidden.createRow(1).createCell(0).setCellValue("产出指标");
        workbook.setSheetHidden(workbook.getSheetIndex(hidden), true);
      }
    }

    /** The table's head again, in the row above the form's second half. */
    private static List<PrintedCell> head(PrintedForm form) {
      return form.row(form.head()).stream()
          .map(
              cell ->
                  new PrintedCell(
                      form.middle() - 1,
                      cell.column(),
                      1,
                      cell.columnSpan(),
                      cell.text(),
                      cell.role(),
                      List.of()))
          .toList();
    }

    private Sheet sheet(String name, PrintedForm form) {
      Sheet sheet = workbook.createSheet(name);
      sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
      sheet.setFitToPage(true);
      sheet.getPrintSetup().setFitHeight((short) 0);
      for (int column = 0; column < form.columns(); column++) {
        sheet.setColumnWidth(column + left(), form.widths().get(column) * CHARACTER);
      }
      if (traits.contains(Trait.HIDDEN)) {
        sheet.setColumnHidden(form.columns(), true);
      }
      return sheet;
    }

    private int left() {
      return traits.contains(Trait.AWAY) ? 1 : 0;
    }

    private void place(Sheet sheet, PrintedForm form, List<PrintedCell> cells, int shift) {
      Map<Integer, Integer> rows = rows(sheet, form, cells, shift);
      Map<String, Cell> bySubject = new HashMap<>();
      for (PrintedCell cell : cells) {
        int top = rows.getOrDefault(cell.row(), 0);
        int bottom = rows.getOrDefault(cell.lastRow(), top);
        int first = cell.column() + left();
        for (int r = top; r <= bottom; r++) {
          for (int c = first; c <= cell.lastColumn() + left(); c++) {
            row(sheet, r).createCell(c).setCellStyle(style(cell, "General"));
          }
        }
        Cell target = row(sheet, top).getCell(first);
        if (cell.isMerged()) {
          sheet.addMergedRegion(
              new CellRangeAddress(top, bottom, first, cell.lastColumn() + left()));
        }
        fill(target, cell);
        for (String subject : cell.subjects()) {
          bySubject.put(subject, target);
        }
        places.put(cell, new Position(file, 0, sheet.getSheetName(), top + 1, first + 1));
        stretch(sheet, form, cell, top);
        lastRow = Math.max(lastRow, bottom);
      }
      if (traits.contains(Trait.FORMULAS) || traits.contains(Trait.NO_VALUES)) {
        new Formulas(traits.contains(Trait.NO_VALUES)).put(form, bySubject);
      }
    }

    /** The sheet's row of every row of the form; hidden rows stand between. */
    private Map<Integer, Integer> rows(
        Sheet sheet, PrintedForm form, List<PrintedCell> cells, int shift) {
      TreeSet<Integer> used = new TreeSet<>();
      cells.forEach(
          cell -> {
            for (int r = cell.row(); r <= cell.lastRow(); r++) {
              used.add(r);
            }
          });
      Map<Integer, Integer> rows = new HashMap<>();
      int next = used.first() + shift;
      for (int row : used) {
        if (traits.contains(Trait.HIDDEN) && (row == form.head() + 2 || row == form.head() - 1)) {
          row(sheet, next).setZeroHeight(true);
          next++;
        }
        rows.put(row, next++);
      }
      if (traits.contains(Trait.HIDDEN)) {
        row(sheet, rows.getOrDefault(form.middle(), 0)).setZeroHeight(true);
      }
      return rows;
    }

    private static Row row(Sheet sheet, int row) {
      Row there = sheet.getRow(row);
      return there == null ? sheet.createRow(row) : there;
    }

    private void fill(Cell target, PrintedCell cell) {
      boolean number = cell.role() == Role.NUMBER || cell.role() == Role.VALUE;
      Optional<NumberCell> stored =
          number && traits.contains(Trait.NUMBERS) ? NumberCell.of(cell.text()) : Optional.empty();
      if (stored.isPresent()) {
        target.setCellValue(stored.get().value());
        target.setCellStyle(style(cell, stored.get().format()));
      } else if (!cell.text().isEmpty()) {
        target.setCellValue(cell.text());
      }
    }

    /** Makes the row high enough for the text. */
    private static void stretch(Sheet sheet, PrintedForm form, PrintedCell cell, int row) {
      int width = 0;
      for (int c = cell.column(); c <= cell.lastColumn(); c++) {
        width += form.widths().get(c);
      }
      int lines = 1 + TextColumns.width(cell.text()) / Math.max(1, width - 2);
      if (cell.rowSpan() == 1) {
        Row there = sheet.getRow(row);
        float height = lines * POINTS_OF_A_LINE + 4;
        there.setHeightInPoints(Math.max(there.getHeightInPoints(), Math.min(400, height)));
      }
    }

    private CellStyle style(PrintedCell cell, String format) {
      Role role = cell.role();
      return styles.computeIfAbsent(
          (role == Role.NUMBER ? Role.LABEL : role) + format,
          key -> {
            CellStyle style = workbook.createCellStyle();
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            if (role != Role.TEXT) {
              style.setAlignment(HorizontalAlignment.CENTER);
            }
            if (role != Role.TITLE && role != Role.LINE) {
              style.setBorderTop(BorderStyle.THIN);
              style.setBorderBottom(BorderStyle.THIN);
              style.setBorderLeft(BorderStyle.THIN);
              style.setBorderRight(BorderStyle.THIN);
            }
            Font font = workbook.createFont();
            font.setFontName("宋体");
            font.setFontHeightInPoints((short) (role == Role.TITLE ? 16 : 10));
            style.setFont(font);
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            return style;
          });
    }
  }

  /** Puts formulas where they give exactly what is printed. */
  private record Formulas(boolean withoutValues) {

    private static final int SCRATCH = 60_000;

    void put(PrintedForm form, Map<String, Cell> cells) {
      int count = form.expected().get("indicators").size();
      for (String points : List.of("maxScore", "score")) {
        Cell first = cells.get("indicators[0]." + points);
        Cell last = cells.get("indicators[" + (count - 1) + "]." + points);
        Cell funding = cells.get("funding.total." + points);
        if (first != null && last != null && funding != null) {
          String sum = "SUM(" + name(first) + ":" + name(last) + ")+" + name(funding);
          put(cells.get("total." + points), sum);
        }
      }
      Cell budget = cells.get("funding.total.finalBudget");
      Cell spent = cells.get("funding.total.actualExpenditure");
      if (budget != null && spent != null) {
        put(cells.get("funding.total.executionRate"), name(spent) + "/" + name(budget));
      }
    }

    private static String name(Cell cell) {
      return new CellAddress(cell).formatAsString();
    }

    private void put(@Nullable Cell cell, String formula) {
      if (cell == null || cell.getCellType() != org.apache.poi.ss.usermodel.CellType.NUMERIC) {
        return;
      }
      org.apache.poi.ss.usermodel.DataFormatter formatter =
          new org.apache.poi.ss.usermodel.DataFormatter(java.util.Locale.ROOT);
      var evaluator = cell.getSheet().getWorkbook().getCreationHelper().createFormulaEvaluator();
      String printed = formatter.formatCellValue(cell);
      // tried in a cell of its own: one that was a formula once stays one in old workbooks
      Sheet sheet = cell.getSheet();
      Row row = sheet.createRow(SCRATCH);
      Cell scratch = row.createCell(0);
      scratch.setCellStyle(cell.getCellStyle());
      scratch.setCellFormula(formula);
      String calculated = formatter.formatCellValue(scratch, evaluator);
      sheet.removeRow(row);
      if (calculated.equals(printed)) {
        cell.setCellFormula(formula);
        if (!withoutValues) {
          evaluator.clearAllCachedResultValues();
          evaluator.evaluateFormulaCell(cell);
        }
      }
    }
  }
}
