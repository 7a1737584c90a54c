package org.jihe.source.ocr;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Budget;
import org.jihe.source.file.Format;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Guard;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.page.PageContent;
import org.jihe.source.page.PageGrids;
import org.jihe.source.page.PageLayout;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures of pages, where text recognition is installed: one grid for every picture of the
 * file. Their measures are taken as those of A4 paper: what cameras and scanners write of theirs is
 * seldom true.
 */
public final class ImageReader implements FormatReader {

  private static final double A4_SHORT = 595.3;
  private static final double A4_LONG = 841.9;

  private final Supplier<@Nullable Ocr> ocr;

  /**
   * @param ocr gives the program that recognises text, or null where there is none
   */
  public ImageReader(Supplier<@Nullable Ocr> ocr) {
    this.ocr = ocr;
  }

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    return Guard.read(source, limits, budget -> read(source, limits, budget));
  }

  private Document read(RawFile source, Limits limits, Budget budget) throws IOException, Refusal {
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(source.content()))) {
      Iterator<javax.imageio.ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        PictureCodec codec = PictureCodec.of(source.content());
        if (codec != null) {
          throw new Refusal(source, Reason.PICTURE_ENCODING, codec.printed(), "");
        }
        throw new IOException("no picture");
      }
      javax.imageio.ImageReader reader = readers.next();
      try {
        reader.setInput(input);
        return read(source, reader, limits, budget);
      } finally {
        reader.dispose();
      }
    }
  }

  private Document read(
      RawFile source, javax.imageio.ImageReader reader, Limits limits, Budget budget)
      throws IOException, Refusal {
    int count = reader.getNumImages(true);
    if (count > limits.pages()) {
      throw new Budget.Exceeded(Budget.Kind.COST, count + " pages");
    }
    List<PageLayout> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int width = reader.getWidth(i);
      int height = reader.getHeight(i);
      budget.picture((long) width * height);
      budget.checkPictures();
      Ocr recognition = ocr.get();
      if (recognition == null) {
        throw new Refusal(
            source,
            Reason.SCANNED,
            String.format(Locale.ROOT, "%s %d × %d", reader.getFormatName(), width, height),
            "");
      }
      double dots = width / (width > height ? A4_LONG : A4_SHORT);
      PageContent content =
          ScannedPage.read(PagePicture.of(reader.read(i), dots), recognition, budget, limits);
      pages.add(PageLayout.of(i + 1, content, limits));
    }
    return new Document(
        source.name(), Format.IMAGE.id(), Document.RECOGNISED, PageGrids.of(source.name(), pages));
  }
}
