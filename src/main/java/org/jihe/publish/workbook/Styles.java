package org.jihe.publish.workbook;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/** How the cells of a workbook look. */
final class Styles {

  private static final String FONT = "宋体";
  private static final short BODY = 10;
  private static final short LARGE = 16;

  private static final byte[] BLUE = {0x1F, 0x4E, 0x79};
  private static final byte[] PALE = {(byte) 0xFF, (byte) 0xFB, (byte) 0xE6};
  private static final byte[] LINE = {(byte) 0xBF, (byte) 0xBF, (byte) 0xBF};
  private static final byte[] GREY = {0x59, 0x59, 0x59};
  private static final byte[] WHITE = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};

  private final SXSSFWorkbook workbook;
  private final XSSFFont plain;
  private final XSSFFont linked;
  private final Map<Column.Kind, CellStyle> kinds = new EnumMap<>(Column.Kind.class);
  private final Map<Column.Kind, CellStyle> quoted = new EnumMap<>(Column.Kind.class);
  private final Map<Column.Kind, CellStyle> links = new EnumMap<>(Column.Kind.class);

  final CellStyle head;
  final CellStyle title;
  final CellStyle note;
  final CellStyle section;

  Styles(SXSSFWorkbook workbook) {
    this.workbook = workbook;
    this.plain = font(BODY);
    this.linked = font(BODY);
    linked.setUnderline(Font.U_SINGLE);
    linked.setColor(new XSSFColor(BLUE, null));
    for (Column.Kind kind : Column.Kind.values()) {
      kinds.put(kind, body(kind, plain));
      XSSFCellStyle text = body(kind, plain);
      text.setQuotePrefixed(true);
      quoted.put(kind, text);
      links.put(kind, body(kind, linked));
    }
    this.head = head();
    this.title = title();
    this.note = note();
    this.section = section();
  }

  /** Of a cell that is as it is. */
  CellStyle of(Column.Kind kind) {
    return kinds.getOrDefault(kind, head);
  }

  /** Of a text that would be a formula if somebody typed it. */
  CellStyle quoted(Column.Kind kind) {
    return quoted.getOrDefault(kind, head);
  }

  /** Of a cell that leads elsewhere. */
  CellStyle link(Column.Kind kind) {
    return links.getOrDefault(kind, head);
  }

  private XSSFFont font(short points) {
    XSSFFont font = (XSSFFont) workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints(points);
    return font;
  }

  private XSSFCellStyle style(XSSFFont font) {
    XSSFCellStyle style = (XSSFCellStyle) workbook.createCellStyle();
    style.setFont(font);
    return style;
  }

  private XSSFCellStyle body(Column.Kind kind, XSSFFont font) {
    XSSFCellStyle style = style(font);
    bordered(style);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setWrapText(true);
    switch (kind) {
      case CENTRED, CHOICE -> style.setAlignment(HorizontalAlignment.CENTER);
      case COUNT -> number(style, "#,##0");
      case MONEY -> number(style, "#,##0.00");
      case SCORE -> number(style, "0.00");
      case NUMBER -> number(style, "#,##0.00##");
      case RATE -> number(style, "0.00%");
      case HIDDEN -> style.setLocked(true);
      default -> style.setAlignment(HorizontalAlignment.LEFT);
    }
    if (kind == Column.Kind.ANSWER || kind == Column.Kind.CHOICE) {
      filled(style, PALE);
    }
    if (kind != Column.Kind.COUNT
        && kind != Column.Kind.MONEY
        && kind != Column.Kind.NUMBER
        && kind != Column.Kind.SCORE
        && kind != Column.Kind.RATE) {
      style.setDataFormat(workbook.createDataFormat().getFormat("@"));
    }
    return style;
  }

  private void number(XSSFCellStyle style, String format) {
    style.setAlignment(HorizontalAlignment.RIGHT);
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    style.setWrapText(false);
  }

  private static void filled(XSSFCellStyle style, byte[] colour) {
    style.setFillForegroundColor(new XSSFColor(colour, null));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  private static void bordered(XSSFCellStyle style) {
    XSSFColor grey = new XSSFColor(LINE, null);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    style.setTopBorderColor(grey);
    style.setBottomBorderColor(grey);
    style.setLeftBorderColor(grey);
    style.setRightBorderColor(grey);
  }

  private XSSFCellStyle head() {
    XSSFFont font = font(BODY);
    font.setBold(true);
    font.setColor(new XSSFColor(WHITE, null));
    XSSFCellStyle style = style(font);
    bordered(style);
    filled(style, BLUE);
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(true);
    return style;
  }

  private XSSFCellStyle title() {
    XSSFFont font = font(LARGE);
    font.setBold(true);
    XSSFCellStyle style = style(font);
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private XSSFCellStyle note() {
    XSSFFont font = font(BODY);
    font.setColor(new XSSFColor(GREY, null));
    XSSFCellStyle style = style(font);
    style.setAlignment(HorizontalAlignment.LEFT);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(true);
    return style;
  }

  private XSSFCellStyle section() {
    XSSFFont font = font((short) 12);
    font.setBold(true);
    font.setColor(new XSSFColor(BLUE, null));
    XSSFCellStyle style = style(font);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }
}
