package org.jihe.generate.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The Chinese font that is shipped; its licence stands beside it. */
final class PdfFont {

  private static final String RESOURCE = "/fonts/wqy-microhei-gb2312.ttf";

  private PdfFont() {}

  /** Embeds what the document uses of the font. */
  static PDFont embed(PDDocument document) throws IOException {
    return PDType0Font.load(document, Parsed.FONT, true);
  }

  /** The text with a question mark for what the font lacks. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> Parsed.CHARACTERS.getGlyphId(point) > 0 ? point : '?')
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  /** Parsed once for all: that takes longer than printing a form. */
  private static final class Parsed {

    static final TrueTypeFont FONT = parse();
    static final CmapLookup CHARACTERS = characters();

    private static TrueTypeFont parse() {
      try (InputStream font = PdfFont.class.getResourceAsStream(RESOURCE)) {
        if (font == null) {
          throw new IllegalStateException("no " + RESOURCE);
        }
        return new TTFParser().parseEmbedded(font); // which reads it from memory
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static CmapLookup characters() {
      try {
        return FONT.getUnicodeCmapLookup();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
