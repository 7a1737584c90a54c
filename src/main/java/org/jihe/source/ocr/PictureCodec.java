package org.jihe.source.ocr;

import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.jspecify.annotations.Nullable;

/** Encodings of pictures that are known, and that Java itself does not decode. */
public enum PictureCodec {
  JPEG_2000("JPEG 2000", "JPEG2000", "0000000C6A502020|FF4FFF51.*"),
  WEBP("WebP", "WebP", "52494646.*");

  private static final int MARK = 8;

  private final String printed;
  private final String reader;
  private final String mark;

  /**
   * An encoding.
   *
   * @param printed its name for people
   * @param reader its name for a decoder
   * @param mark a pattern of the first bytes
   */
  PictureCodec(String printed, String reader, String mark) {
    this.printed = printed;
    this.reader = reader;
    this.mark = mark;
  }

  /** Its name for people. */
  public String printed() {
    return printed;
  }

  /** The encoding of a picture that Java does not know, by its first bytes; null for others. */
  static @Nullable PictureCodec of(byte[] picture) {
    String first =
        HexFormat.of().withUpperCase().formatHex(picture, 0, Math.min(MARK, picture.length));
    for (PictureCodec codec : values()) {
      if (first.matches(codec.mark)) {
        return codec;
      }
    }
    return null;
  }

  /**
   * True where a picture of a PDF can be decoded. PDFBox paints nothing for one that cannot, and
   * says so to nobody.
   */
  public static boolean isThere(PDImage image) {
    return !(image.getCOSObject() instanceof COSStream stream)
        || !(isJpeg2000(stream)
            || isJpeg2000(stream.getDictionaryObject(COSName.SMASK))
            || isJpeg2000(stream.getDictionaryObject(COSName.MASK)))
        || JPEG_2000.isInstalled();
  }

  private static boolean isJpeg2000(@Nullable COSBase picture) {
    if (!(picture instanceof COSStream stream)) {
      return false;
    }
    COSBase filters = stream.getFilters();
    return COSName.JPX_DECODE.equals(filters)
        || (filters instanceof COSArray several
            && several.size() > 0
            && COSName.JPX_DECODE.equals(several.getObject(several.size() - 1)));
  }

  private boolean isInstalled() {
    return ImageIO.getImageReadersByFormatName(reader).hasNext();
  }
}
