package org.jihe.publish.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.jihe.publish.list.FormulaText;
import org.jihe.publish.list.Shown;
import org.jspecify.annotations.Nullable;

/**
 * One table of a workbook: a title, a frozen head with a filter, and its rows. Where they are more
 * than a sheet can hold, they go on on another one.
 */
final class SheetWriter {

  private static final int MOST_ROWS = SpreadsheetVersion.EXCEL2007.getMaxRows();
  private static final int MOST_CHARACTERS = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  private static final String CUT = "……（过长，以下略）";
  private static final int CHARACTER = 256;
  private static final double PADDING = 0.7;
  private static final double NARROW_MARGIN = 0.4;
  private static final double FOOT_MARGIN = 0.6;

  /** Rows below the last one that a list of choices is laid over, for those that are added. */
  private static final int SPARE = 500;

  private final Book book;
  private final String name;
  private final List<Column> columns;
  private final List<Choice> choices = new ArrayList<>();
  private final List<Colour> colours = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();

  private SXSSFSheet sheet;
  private int number = 1;
  private int next;
  private int head = -1;
  private int frozen;
  private boolean landscape = true;

  SheetWriter(Book book, String name, List<Column> columns) {
    this.book = book;
    this.name = name;
    this.columns = List.copyOf(columns);
    this.sheet = begin();
  }

  /** A column whose cells offer values. */
  private record Choice(int column, List<String> values) {}

  /** A column whose cells have a colour where they have a value, or are at least so much. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Colour(int column, String condition, byte[] fill) {}

  /** A column whose numbers have bars. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Bar(int column, byte[] colour) {}

  private SXSSFSheet begin() {
    SXSSFSheet fresh = book.workbook().createSheet(name());
    for (int i = 0; i < columns.size(); i++) {
      fresh.setColumnWidth(i, (int) ((columns.get(i).width() + PADDING) * CHARACTER));
      if (columns.get(i).kind() == Column.Kind.HIDDEN) {
        fresh.setColumnHidden(i, true);
      }
    }
    fresh.setDisplayGridlines(false);
    next = 0;
    head = -1;
    return fresh;
  }

  /** The name of the sheet that the next row goes to. */
  String name() {
    return number == 1 ? name : name + "(" + number + ")";
  }

  /** The number of the next row, counted from 1. */
  int nextRow() {
    return next + 1;
  }

  /** So many columns stay in place when one turns to the right. */
  SheetWriter frozenColumns(int count) {
    frozen = count;
    return this;
  }

  /** Printed upright. */
  SheetWriter portrait() {
    landscape = false;
    return this;
  }

  /** The cells of a column offer these values. */
  SheetWriter choice(int column, List<String> values) {
    choices.add(new Choice(column, values));
    return this;
  }

  /** A colour for the cells of a column that hold a text. */
  SheetWriter colour(int column, String text, byte[] fill) {
    colours.add(new Colour(column, "=\"" + text + "\"", fill));
    return this;
  }

  /** A colour for the cells of a column for which a comparison with a number holds. */
  SheetWriter colourWhere(int column, String comparison, byte[] fill) {
    colours.add(new Colour(column, comparison, fill));
    return this;
  }

  /** Bars behind the numbers of a column. */
  SheetWriter bars(int column, byte[] colour) {
    bars.add(new Bar(column, colour));
    return this;
  }

  /** A line over all columns. */
  SheetWriter title(String text) {
    return across(text, book.styles().title, 30);
  }

  /** A smaller line over all columns. */
  SheetWriter note(String text, int points) {
    return across(text, book.styles().note, points);
  }

  /** The head of a part of the sheet. */
  SheetWriter section(String text) {
    return across(text, book.styles().section, 22);
  }

  private SheetWriter across(String text, CellStyle style, int points) {
    Row row = sheet.createRow(next);
    row.setHeightInPoints(points);
    int first = firstVisible();
    Cell cell = row.createCell(first);
    cell.setCellValue(shown(text));
    cell.setCellStyle(style);
    if (columns.size() - first > 1) {
      sheet.addMergedRegion(new CellRangeAddress(next, next, first, columns.size() - 1));
    }
    next++;
    return this;
  }

  private int firstVisible() {
    return !columns.isEmpty() && columns.get(0).kind() == Column.Kind.HIDDEN ? 1 : 0;
  }

  /** The heads of the columns; the rows below them can be filtered. */
  SheetWriter head() {
    Row row = sheet.createRow(next);
    row.setHeightInPoints(28);
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(shown(columns.get(i).head()));
      cell.setCellStyle(book.styles().head);
    }
    head = next++;
    return this;
  }

  /** The heads of a smaller table on the same sheet, without a filter. */
  SheetWriter head(List<String> heads) {
    Row row = sheet.createRow(next++);
    row.setHeightInPoints(22);
    for (int i = 0; i < heads.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(shown(heads.get(i)));
      cell.setCellStyle(book.styles().head);
    }
    return this;
  }

  /** A row; null is an empty cell. */
  void row(@Nullable Object... cells) {
    if (next >= MOST_ROWS) {
      finish();
      number++;
      sheet = begin();
      head();
    }
    List<Column.Kind> kinds = columns.stream().map(Column::kind).toList();
    rowOf(kinds, cells);
  }

  /** A row whose cells are of these kinds, whatever the columns are. */
  void rowOf(List<Column.Kind> kinds, @Nullable Object... cells) {
    Row row = sheet.createRow(next++);
    RowHeight height = new RowHeight();
    for (int i = 0; i < cells.length; i++) {
      Cell cell = row.createCell(i);
      cell(cell, kinds.get(i), cells[i]);
      if (cells[i] instanceof String && kinds.get(i) != Column.Kind.HIDDEN) {
        height.add(cell.getStringCellValue(), columns.get(i).width());
      }
    }
    row.setHeightInPoints(height.points());
  }

  /** A figure: its label over all columns but two, its value, and what it is. */
  void figure(String label, Column.Kind kind, @Nullable Object value, String about) {
    int last = columns.size() - 1;
    List<Column.Kind> kinds = new ArrayList<>();
    @Nullable Object[] cells = new Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      kinds.add(i == last - 1 ? kind : Column.Kind.TEXT);
    }
    cells[0] = label;
    cells[last - 1] = value;
    cells[last] = about;
    rowOf(kinds, cells);
    sheet.addMergedRegion(new CellRangeAddress(next - 1, next - 1, 0, last - 2));
  }

  /** An empty row. */
  void gap() {
    next++;
  }

  private void cell(Cell cell, Column.Kind kind, @Nullable Object value) {
    Styles styles = book.styles();
    if (value instanceof Link link) {
      cell.setCellFormula(link.formula());
      cell.setCellValue(link.text());
      cell.setCellStyle(styles.link(kind));
      return;
    }
    if (value instanceof Number number) {
      cell.setCellValue(
          number instanceof BigDecimal big ? big.doubleValue() : number.doubleValue());
      cell.setCellStyle(styles.of(kind));
      return;
    }
    String text = value == null ? "" : shown(value.toString());
    boolean formula = FormulaText.is(text);
    cell.setCellStyle(formula ? styles.quoted(kind) : styles.of(kind));
    if (!text.isEmpty()) {
      cell.setCellValue(text);
    }
  }

  /** What can be shown, and no more than a cell can hold. */
  static String shown(String text) {
    String plain = Shown.text(text);
    return plain.length() <= MOST_CHARACTERS
        ? plain
        : plain.substring(0, MOST_CHARACTERS - CUT.length() - 1) + CUT;
  }

  /** Sets up what depends on how many rows there are. */
  void finish() {
    int last = Math.max(next - 1, head + 1);
    if (head >= 0) {
      sheet.createFreezePane(frozen, head + 1);
      sheet.setAutoFilter(new CellRangeAddress(head, last, 0, columns.size() - 1));
      sheet.setRepeatingRows(CellRangeAddress.valueOf((head + 1) + ":" + (head + 1)));
      choices.forEach(choice -> choose(choice, last));
      SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
      colours.forEach(colour -> colour(formatting, colour, last));
      bars.forEach(bar -> bar(formatting, bar, last));
    }
    page();
  }

  private void page() {
    sheet.setFitToPage(true);
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(landscape);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.LEFT, NARROW_MARGIN);
    sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.RIGHT, NARROW_MARGIN);
    sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.TOP, FOOT_MARGIN);
    sheet.setMargin(org.apache.poi.ss.usermodel.PageMargin.BOTTOM, FOOT_MARGIN);
    sheet.setHorizontallyCenter(true);
    sheet.getFooter().setCenter("第 &P 页 共 &N 页");
  }

  private void choose(Choice choice, int last) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation validation =
        helper.createValidation(
            helper.createExplicitListConstraint(choice.values().toArray(String[]::new)),
            new CellRangeAddressList(
                head + 1, Math.min(last + SPARE, MOST_ROWS - 1), choice.column, choice.column));
    validation.setShowErrorBox(true);
    validation.createErrorBox("没有这个状态", "请从下拉列表中选择：" + String.join("、", choice.values()));
    validation.createPromptBox("状态", "请从下拉列表中选择。");
    validation.setShowPromptBox(true);
    sheet.addValidationData(validation);
  }

  private void colour(SheetConditionalFormatting formatting, Colour colour, int last) {
    String column = CellReference.convertNumToColString(colour.column);
    String first = "$" + column + (head + 2);
    String condition =
        colour.condition.startsWith("=")
            ? first + colour.condition
            : "AND(ISNUMBER(" + first + ")," + first + colour.condition + ")";
    ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(condition);
    rule.createPatternFormatting().setFillBackgroundColor(new XSSFColor(colour.fill, null));
    formatting.addConditionalFormatting(range(colour.column, last), rule);
  }

  private void bar(SheetConditionalFormatting formatting, Bar bar, int last) {
    ConditionalFormattingRule rule =
        formatting.createConditionalFormattingRule(new XSSFColor(bar.colour, null));
    Objects.requireNonNull(rule.getDataBarFormatting()).setIconOnly(false);
    formatting.addConditionalFormatting(range(bar.column, last), rule);
  }

  private CellRangeAddress[] range(int column, int last) {
    return new CellRangeAddress[] {new CellRangeAddress(head + 1, last, column, column)};
  }
}
