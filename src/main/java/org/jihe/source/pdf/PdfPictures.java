package org.jihe.source.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.jihe.source.file.Budget;
import org.jihe.source.ocr.PagePicture;
import org.jihe.source.page.PageContent;

/** Paints pages of a document. */
final class PdfPictures extends PDFRenderer {

  /** Dots per point of a good scan: 300 per inch. */
  private static final double FINE = 300 / 72.0;

  /** Enough to see whether there is a table. */
  private static final double COARSE = 120 / 72.0;

  private static final double MOST_PIXELS = 40_000_000;

  private final Budget budget;

  PdfPictures(PDDocument document, Budget budget) {
    super(document);
    this.budget = budget;
    setSubsamplingAllowed(true);
  }

  /** A page as fine as recognition needs it. */
  PagePicture fine(int page, PageContent content) throws IOException {
    return paint(page, content, FINE);
  }

  /** A page as its lines can be seen. */
  PagePicture coarse(int page, PageContent content) throws IOException {
    return paint(page, content, COARSE);
  }

  private PagePicture paint(int page, PageContent content, double dots) throws IOException {
    budget.checkPictures();
    budget.check();
    double area = Math.max(1, content.width() * content.height());
    double scale = Math.min(dots, Math.sqrt(MOST_PIXELS / area));
    BufferedImage image = renderImage(page - 1, (float) scale, ImageType.GRAY);
    return PagePicture.of(image, scale);
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    return new Drawer(parameters, budget);
  }

  private static final class Drawer extends PageDrawer {

    private final Budget budget;

    Drawer(PageDrawerParameters parameters, Budget budget) throws IOException {
      super(parameters);
      this.budget = budget;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      budget.check();
      super.processOperator(operator, operands);
    }
  }
}
