package org.jihe.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.jihe.ChineseFont;
import org.jihe.source.PaperTable.PaperCell;

/** Prints tables as PDF in the ways that programs and offices do. */
public final class Paper {

  /** How it is printed. */
  public enum Way {
    /** Borders as filled strips. */
    STRIPS,
    /** Every cell with borders of its own, a little inside. */
    DOUBLED,
    /** Borders as rows of short dashes, each a line. */
    DASHED,
    /** Borders with a dash pattern. */
    PATTERNED,
    /** No borders on the left and right. */
    OPEN_SIDES,
    /** No border where a page ends within the table. */
    OPEN_BREAKS,
    /** No borders at all. */
    BARE,
    /** The head row again on every further page. */
    HEADS,
    /** Page numbers. */
    FOOTERS,
    /** Every character twice, for bold. */
    BOLD,
    /** Not painted, as the text layer of a scan. */
    INVISIBLE,
    /** Shown from a part of a larger sheet. */
    CROPPED,
    /** Turned without saying so. */
    SIDEWAYS
  }

  private static final double SIZE = 9;
  private static final double LEADING = 12;
  private static final double PADDING = 3;
  private static final double MARGIN = 40;
  private static final double OFF_X = 37;
  private static final double OFF_Y = 53;

  private final PDDocument document;
  private final PDFont font;
  private final Set<Way> ways;
  private final int rotation;
  private final double scale;
  private final double width;
  private final double height;
  private final List<List<Drawing>> pages = new ArrayList<>();

  /** Something at a place in points from the top left corner, before shrinking. */
  private interface Drawing {
    void draw(PDPageContentStream to) throws IOException;
  }

  private Paper(PDDocument document, int rotation, double scale, double[] size, Set<Way> ways) {
    this.document = document;
    this.font = ChineseFont.embed(document);
    this.ways = ways;
    this.rotation = rotation;
    this.scale = scale;
    this.width = size[0] / scale;
    this.height = size[1] / scale;
  }

  private static final double[] PORTRAIT = {595, 842};
  private static final double[] LANDSCAPE = {842, 595};

  /** Width and height, in points, of a sheet laid on its side. */
  public static double[] landscape() {
    return LANDSCAPE.clone();
  }

  public static byte[] print(List<PaperTable> tables, Way... ways) {
    return print(tables, PORTRAIT, 0, 1, ways);
  }

  /** Prints every table from a new page on. */
  public static byte[] print(
      List<PaperTable> tables, double[] size, int rotation, double scale, Way... ways) {
    Set<Way> set = EnumSet.noneOf(Way.class);
    set.addAll(List.of(ways));
    try (PDDocument document = new PDDocument()) {
      Paper paper = new Paper(document, rotation, scale, size, set);
      for (PaperTable table : tables) {
        paper.table(table);
      }
      paper.finish();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes, CompressParameters.NO_COMPRESSION);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Drawing> page() {
    return pages.get(pages.size() - 1);
  }

  private double bottom() {
    return height - MARGIN - LEADING;
  }

  private void table(PaperTable table) throws IOException {
    pages.add(new ArrayList<>());
    double y = MARGIN;
    for (String line : table.above()) {
      double x = (width - width(line)) / 2;
      text(line, x, y);
      y += LEADING * 1.5;
    }
    double[] xs = columns(table.widths());
    double[] ys = rows(table, xs);
    double headHeight =
        table.head() < 0 || !ways.contains(Way.HEADS) ? 0 : ys[table.head() + 1] - ys[table.head()];
    double from = 0;
    double end = ys[ys.length - 1];
    while (from < end) {
      boolean repeats = from > 0 && headHeight > 0 && from > ys[table.head() + 1];
      if (repeats) {
        slice(table, xs, ys, ys[table.head()], ys[table.head() + 1], y);
        y += headHeight;
      }
      double to = breakAt(ys, from, from + bottom() - y);
      slice(table, xs, ys, from, to, y);
      y += to - from;
      from = to;
      if (from < end) {
        pages.add(new ArrayList<>());
        y = MARGIN;
      }
    }
    y += LEADING / 2;
    for (String line : table.below()) {
      text(line, xs[0], y);
      y += LEADING * 1.5;
    }
  }

  /** A row is broken between two of its lines. */
  private static double breakAt(double[] ys, double from, double most) {
    if (most >= ys[ys.length - 1]) {
      return ys[ys.length - 1];
    }
    int row = 0;
    while (ys[row + 1] <= most) {
      row++;
    }
    double lines = Math.floor((most - ys[row] - PADDING) / LEADING);
    double inside = ys[row] + PADDING + lines * LEADING;
    return lines >= 1 && inside > from ? inside : Math.max(ys[row], from + LEADING);
  }

  private double[] columns(double[] shares) {
    double sum = java.util.Arrays.stream(shares).sum();
    double[] xs = new double[shares.length + 1];
    xs[0] = MARGIN;
    for (int i = 0; i < shares.length; i++) {
      xs[i + 1] = xs[i] + shares[i] / sum * (width - 2 * MARGIN);
    }
    return xs;
  }

  private double[] rows(PaperTable table, double[] xs) throws IOException {
    double[] heights = new double[table.rows()];
    java.util.Arrays.fill(heights, LEADING + 2 * PADDING);
    for (int pass = 0; pass < 2; pass++) { // cells over several rows last
      for (PaperCell cell : table.cells()) {
        if ((cell.rows() > 1) == (pass == 1)) {
          double needed = lines(cell, xs).size() * LEADING + 2 * PADDING;
          double has = 0;
          for (int i = 0; i < cell.rows(); i++) {
            has += heights[cell.row() + i];
          }
          heights[cell.row() + cell.rows() - 1] += Math.max(0, needed - has);
        }
      }
    }
    double[] ys = new double[heights.length + 1];
    for (int i = 0; i < heights.length; i++) {
      ys[i + 1] = ys[i] + heights[i];
    }
    return ys;
  }

  private List<String> lines(PaperCell cell, double[] xs) throws IOException {
    double room = xs[cell.column() + cell.columns()] - xs[cell.column()] - 2 * PADDING;
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int c : cell.text().replaceAll("\\s+", " ").codePoints().toArray()) {
      String next = line + Character.toString(c);
      if (width(next) > room && !line.isEmpty()) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.appendCodePoint(c);
    }
    lines.add(line.toString());
    return lines;
  }

  private double width(String text) throws IOException {
    return font.getStringWidth(text) / 1000 * SIZE;
  }

  /** Prints what of a table lies between two heights, so that it begins at y. */
  private void slice(PaperTable table, double[] xs, double[] ys, double from, double to, double y)
      throws IOException {
    for (PaperCell cell : table.cells()) {
      double top = ys[cell.row()];
      double bottom = ys[cell.row() + cell.rows()];
      if (bottom <= from + 0.01 || top >= to - 0.01) {
        continue;
      }
      double left = xs[cell.column()];
      double right = xs[cell.column() + cell.columns()];
      border(
          left,
          Math.max(top, from) - from + y,
          right,
          Math.min(bottom, to) - from + y,
          left == xs[0],
          right == xs[xs.length - 1],
          top < from,
          bottom > to);
      double line = top + PADDING;
      for (String text : lines(cell, xs)) {
        double middle = line + LEADING / 2;
        if (middle >= from && middle < to) {
          text(text, left + PADDING, line - from + y);
        }
        line += LEADING;
      }
    }
  }

  private void border(
      double left,
      double top,
      double right,
      double bottom,
      boolean first,
      boolean last,
      boolean begun,
      boolean unfinished) {
    if (ways.contains(Way.BARE)) {
      return;
    }
    double in = ways.contains(Way.DOUBLED) ? 0.6 : 0;
    boolean open = ways.contains(Way.OPEN_SIDES);
    boolean torn = ways.contains(Way.OPEN_BREAKS);
    if (!(begun && torn)) {
      stroke(left + in, top + in, right - in, top + in);
    }
    if (!(unfinished && torn)) {
      stroke(left + in, bottom - in, right - in, bottom - in);
    }
    if (!(open && first)) {
      stroke(left + in, top + in, left + in, bottom - in);
    }
    if (!(open && last)) {
      stroke(right - in, top + in, right - in, bottom - in);
    }
  }

  private void stroke(double x0, double y0, double x1, double y1) {
    page()
        .add(
            to -> {
              if (ways.contains(Way.STRIPS)) {
                double half = 0.25;
                to.addRect(
                    (float) (x0 - half),
                    (float) (height - y1 - half),
                    (float) (x1 - x0 + 2 * half),
                    (float) (y1 - y0 + 2 * half));
                to.fill();
              } else if (ways.contains(Way.DASHED)) {
                double length = Math.max(x1 - x0, y1 - y0);
                for (double at = 0; at < length; at += 4) {
                  double end = Math.min(length, at + 2);
                  boolean across = x1 > x0;
                  line(
                      to,
                      x0 + (across ? at : 0),
                      y0 + (across ? 0 : at),
                      x0 + (across ? end : 0),
                      y0 + (across ? 0 : end));
                }
              } else {
                line(to, x0, y0, x1, y1);
              }
            });
  }

  private void line(PDPageContentStream to, double x0, double y0, double x1, double y1)
      throws IOException {
    to.moveTo((float) x0, (float) (height - y0));
    to.lineTo((float) x1, (float) (height - y1));
    to.stroke();
  }

  private void text(String text, double x, double y) {
    if (text.isEmpty()) {
      return;
    }
    page()
        .add(
            to -> {
              int times = ways.contains(Way.BOLD) ? 2 : 1;
              for (int i = 0; i < times; i++) {
                to.beginText();
                to.setFont(font, (float) SIZE);
                if (ways.contains(Way.INVISIBLE)) {
                  to.setRenderingMode(
                      org.apache.pdfbox.pdmodel.graphics.state.RenderingMode.NEITHER);
                }
                to.newLineAtOffset(
                    (float) (x + 0.3 * i), (float) (height - y - LEADING + (LEADING - SIZE)));
                to.showText(text);
                to.endText();
              }
            });
  }

  private void finish() throws IOException {
    for (int i = 0; i < pages.size(); i++) {
      if (ways.contains(Way.FOOTERS)) {
        String footer = "第 " + (i + 1) + " 页 共 " + pages.size() + " 页";
        List<Drawing> page = pages.get(i);
        pages.set(i, new ArrayList<>(page));
        pages.add(pages.get(i));
        text(footer, (width - width(footer)) / 2, height - MARGIN);
        pages.remove(pages.size() - 1);
      }
      draw(pages.get(i));
    }
  }

  private void draw(List<Drawing> drawings) throws IOException {
    boolean sideways = rotation % 180 != 0;
    double w = width * scale;
    double h = height * scale;
    PDPage page =
        new PDPage(new PDRectangle((float) (sideways ? h : w), (float) (sideways ? w : h)));
    boolean cropped = ways.contains(Way.CROPPED);
    Matrix place =
        switch (rotation) {
          case 90 -> new Matrix(0, 1, -1, 0, (float) h, 0);
          case 180 -> new Matrix(-1, 0, 0, -1, (float) w, (float) h);
          case 270 -> new Matrix(0, -1, 1, 0, 0, (float) w);
          default -> new Matrix();
        };
    if (cropped) {
      PDRectangle media = page.getMediaBox();
      page.setMediaBox(
          new PDRectangle(
              0, 0, media.getWidth() + 2 * (float) OFF_X, media.getHeight() + 2 * (float) OFF_Y));
      page.setCropBox(
          new PDRectangle((float) OFF_X, (float) OFF_Y, media.getWidth(), media.getHeight()));
    }
    if (!ways.contains(Way.SIDEWAYS)) {
      page.setRotation(rotation);
    }
    document.addPage(page);
    try (PDPageContentStream to = new PDPageContentStream(document, page)) {
      if (cropped) {
        to.transform(Matrix.getTranslateInstance((float) OFF_X, (float) OFF_Y));
      }
      to.transform(place);
      to.transform(Matrix.getScaleInstance((float) scale, (float) scale));
      to.setLineWidth(0.5f);
      if (ways.contains(Way.PATTERNED)) {
        to.setLineDashPattern(new float[] {3, 2}, 0);
      }
      for (Drawing drawing : drawings) {
        drawing.draw(to);
      }
    }
  }
}
