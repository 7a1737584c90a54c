package org.jihe.publish.marked;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jihe.publish.report.PagePicture;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of the pages of PDF files, each page once. A file that is gone, or is not the one that
 * was read, has none: its pages would not be those that the findings are about.
 */
public final class PagePictures implements Closeable {

  private static final String FOLDER = "pictures";

  /** Enough to read small print by. */
  private static final float DPI = 110;

  private final Path report;
  private final Map<String, PagePicture> taken = new HashMap<>();
  private final Map<String, Integer> files = new HashMap<>();
  private String open = "";
  private @Nullable PDDocument document;

  /**
   * Pictures for a report.
   *
   * @param report the report's folder
   */
  public PagePictures(Path report) {
    this.report = report;
  }

  /**
   * The pictures of some pages of a file.
   *
   * @param file as it was read
   * @param sha256 digest of what was read
   * @param format short name of its format
   * @return in order; none where the file is none of pages, or not the one that was read
   */
  public List<PagePicture> of(String file, String sha256, String format, Set<Integer> pages)
      throws IOException {
    List<PagePicture> pictures = new ArrayList<>();
    for (int page : pages.stream().sorted().toList()) {
      String key = file + "\n" + page;
      PagePicture picture = taken.get(key);
      if (picture == null) {
        picture = take(file, sha256, format, page);
        if (picture == null) {
          continue;
        }
        taken.put(key, picture);
      }
      pictures.add(picture);
    }
    return pictures;
  }

  private @Nullable PagePicture take(String file, String sha256, String format, int page)
      throws IOException {
    PDDocument pages = open(file, sha256, format);
    if (pages == null || page < 1 || page > pages.getNumberOfPages()) {
      return null;
    }
    byte[] picture;
    PDPage drawn = pages.getPage(page - 1);
    try {
      BufferedImage image = new PDFRenderer(pages).renderImageWithDPI(page - 1, DPI, ImageType.RGB);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      picture = bytes.toByteArray();
    } catch (IOException | RuntimeException e) {
      return null; // what the page says was read all the same
    }
    int number = files.computeIfAbsent(file, each -> files.size() + 1);
    String name = FOLDER + "/" + number + "-" + page + ".png";
    Files.createDirectories(report.resolve(FOLDER));
    Files.write(report.resolve(name), picture);
    PDRectangle crop = drawn.getCropBox();
    boolean turned = drawn.getRotation() % 180 != 0;
    return new PagePicture(
        page,
        name,
        turned ? crop.getHeight() : crop.getWidth(),
        turned ? crop.getWidth() : crop.getHeight());
  }

  private @Nullable PDDocument open(String file, String sha256, String format) throws IOException {
    if (!file.equals(open)) {
      close();
      open = file;
      try {
        if (format.equals("pdf")) {
          document = Loader.loadPDF(MarkedCopies.source(file, sha256, format));
        }
      } catch (Refused | IOException e) {
        document = null;
      }
    }
    return document;
  }

  @Override
  public void close() throws IOException {
    PDDocument former = document;
    document = null;
    open = "";
    if (former != null) {
      former.close();
    }
  }
}
