package org.jihe.generate.print;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.jihe.generate.print.PdfPrinter.Trait;
import org.jihe.layout.Box;

/**
 * Draws on pages as a reader sees them: points from the top left corner, whatever the rotation and
 * the scale are.
 */
final class PageWriter implements Closeable {

  static final double MARGIN = 40;
  private static final double FOOTER = 9;

  private final PDDocument document;
  private final Set<Trait> traits;
  private final PDFont font;
  private final List<PDPageContentStream> pages = new ArrayList<>();
  private final double width;
  private final double height;
  private final double scale;
  private double used;

  /**
   * A document without pages.
   *
   * @param name what its id is made of, so that the same forms always give the same bytes
   */
  PageWriter(String name, Set<Trait> traits) throws IOException {
    this.document = new PDDocument();
    this.traits = traits;
    document.setDocumentId((long) name.hashCode());
    this.font = PdfFont.embed(document);
    boolean landscape = traits.contains(Trait.ROTATED) || traits.contains(Trait.ROTATED_LEFT);
    PDRectangle paper = PDRectangle.A4;
    this.width = landscape ? paper.getHeight() : paper.getWidth();
    double high = landscape ? paper.getWidth() : paper.getHeight();
    this.height = traits.contains(Trait.SHORT_PAGES) ? high / 2 : high;
    this.scale = traits.contains(Trait.SHRINK) ? 0.6 : 1;
  }

  /** What fits between the margins, before everything is scaled. */
  double usableWidth() {
    return width - 2 * MARGIN;
  }

  double usableHeight() {
    return height - 2 * MARGIN;
  }

  /** How much of the current page is printed, from its top margin. */
  double used() {
    return used;
  }

  void use(double height) {
    used = height;
  }

  int page() {
    return pages.size();
  }

  void newPage() throws IOException {
    PDPage page;
    if (traits.contains(Trait.ROTATED) || traits.contains(Trait.ROTATED_LEFT)) {
      page = new PDPage(new PDRectangle((float) height, (float) width));
      page.setRotation(traits.contains(Trait.ROTATED) ? 90 : 270);
    } else {
      page = new PDPage(new PDRectangle((float) width, (float) height));
    }
    document.addPage(page);
    PDPageContentStream content = new PDPageContentStream(document, page);
    if (traits.contains(Trait.ROTATED)) {
      content.transform(new Matrix(0, 1, -1, 0, (float) height, 0));
    } else if (traits.contains(Trait.ROTATED_LEFT)) {
      content.transform(new Matrix(0, -1, 1, 0, 0, (float) width));
    }
    content.setLineWidth((float) (0.5 * scale));
    pages.add(content);
  }

  private PDPageContentStream content() {
    return pages.get(pages.size() - 1);
  }

  /** Text at a place between the margins; the baseline's height counts from their top. */
  void text(String text, double x, double baseline, double size) throws IOException {
    text(
        content(),
        PdfFont.printable(text),
        MARGIN + x * scale,
        MARGIN + baseline * scale,
        size * scale);
  }

  private void text(PDPageContentStream content, String text, double x, double y, double size)
      throws IOException {
    content.beginText();
    content.setFont(font, (float) size);
    content.newLineAtOffset((float) x, (float) (height - y));
    content.showText(text);
    content.endText();
  }

  /** The four rules of a cell. */
  void rules(double left, double top, double right, double bottom) throws IOException {
    Box box = box(left, top, right, bottom);
    content()
        .addRect(
            (float) box.left(),
            (float) (height - box.bottom()),
            (float) (box.right() - box.left()),
            (float) (box.bottom() - box.top()));
    content().stroke();
  }

  /** Where a rectangle between the margins stands on its page. */
  Box box(double left, double top, double right, double bottom) {
    return new Box(
        MARGIN + left * scale,
        MARGIN + top * scale,
        MARGIN + right * scale,
        MARGIN + bottom * scale);
  }

  double width(String text, double size) {
    try {
      return font.getStringWidth(PdfFont.printable(text)) / 1000 * size;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Prints what stands outside the tables, and gives the document's bytes. */
  byte[] finish() throws IOException {
    for (int i = 0; i < pages.size(); i++) {
      PDPageContentStream content = pages.get(i);
      if (traits.contains(Trait.FOOTERS)) {
        String number = "第 " + (i + 1) + " 页 共 " + pages.size() + " 页";
        double left = (width - width(number, FOOTER)) / 2;
        text(content, number, left, height - MARGIN / 2, FOOTER);
        text(content, "附件2：项目支出绩效自评结果公开", MARGIN, MARGIN - 12, FOOTER);
      }
      content.close();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
