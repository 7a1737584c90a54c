package org.jihe.publish.marked;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.jihe.layout.Box;
import org.jihe.publish.marked.MarkedCopies.Reason;

/** Annotations on the pages of a PDF. */
final class MarkedPages {

  private static final PDColor RED =
      new PDColor(new float[] {0.85f, 0.2f, 0.1f}, PDDeviceRGB.INSTANCE);

  private MarkedPages() {}

  /** The copy's bytes; {@code left} takes the marks that have no place on a page. */
  static byte[] copy(byte[] source, List<Mark> marks, List<Mark> left) throws IOException, Refused {
    try (PDDocument document = Loader.loadPDF(source)) {
      if (document.isEncrypted()) {
        throw new Refused(Reason.PROTECTED, "");
      }
      if (document.getLastSignatureDictionary() != null) {
        throw new Refused(Reason.SIGNED, "");
      }
      for (Mark mark : marks) {
        Box box = mark.cell().box();
        int page = mark.cell().page();
        if (box == null || page < 1 || page > document.getNumberOfPages()) {
          left.add(mark);
          continue;
        }
        annotate(document, document.getPage(page - 1), box, mark);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (InvalidPasswordException e) {
      throw new Refused(Reason.PROTECTED, "");
    }
  }

  private static void annotate(PDDocument document, PDPage page, Box box, Mark mark)
      throws IOException {
    PDAnnotationSquare square = new PDAnnotationSquare();
    square.setRectangle(rectangle(page, box));
    square.setColor(RED);
    square.setContents(mark.text());
    square.setTitlePopup(Mark.AUTHOR);
    square.setCreationDate(new GregorianCalendar());
    square.setPrinted(true);
    square.constructAppearances(document);
    page.getAnnotations().add(square);
  }

  /** A box is as a reader sees it, from the top left; pages are measured before they are turned. */
  private static PDRectangle rectangle(PDPage page, Box box) {
    PDRectangle crop = page.getCropBox();
    float left = (float) box.left();
    float top = (float) box.top();
    float right = (float) box.right();
    float bottom = (float) box.bottom();
    float x = crop.getLowerLeftX();
    float y = crop.getLowerLeftY();
    return switch (page.getRotation()) {
      case 90 -> between(x + top, y + left, x + bottom, y + right);
      case 180 ->
          between(crop.getUpperRightX() - right, y + top, crop.getUpperRightX() - left, y + bottom);
      case 270 ->
          between(
              crop.getUpperRightX() - bottom,
              crop.getUpperRightY() - right,
              crop.getUpperRightX() - top,
              crop.getUpperRightY() - left);
      default ->
          between(x + left, crop.getUpperRightY() - bottom, x + right, crop.getUpperRightY() - top);
    };
  }

  private static PDRectangle between(float left, float low, float right, float high) {
    return new PDRectangle(left, low, right - left, high - low);
  }
}
