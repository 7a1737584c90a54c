package org.jihe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A font with all characters of GBK, to print PDF in tests: WenQuanYi Zen Hei, from a library on
 * the tests' class path, so that nothing need be installed.
 */
public final class ChineseFont {

  private static final String RESOURCE = "/fonts/WenQuanZhengHei.ttf";

  private ChineseFont() {}

  /** The font as TrueType, about 12 MB. The caller closes it. */
  public static InputStream open() {
    InputStream font = ChineseFont.class.getResourceAsStream(RESOURCE);
    if (font == null) {
      throw new IllegalStateException(String.format(Locale.ROOT, "no %s", RESOURCE));
    }
    return font;
  }

  /** Embeds what a document uses of the font. */
  public static PDFont embed(PDDocument document) {
    // The font is parsed once for all: that takes longer than printing a form.
    try {
      return PDType0Font.load(document, Parsed.FONT, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True where the font can print the character. */
  public static boolean prints(int codePoint) {
    return Parsed.CHARACTERS.getGlyphId(codePoint) > 0;
  }

  private static final class Parsed {

    static final TrueTypeFont FONT = parse();
    static final CmapLookup CHARACTERS = characters();

    private static TrueTypeFont parse() {
      try (InputStream font = open()) {
        return new TTFParser().parse(new RandomAccessReadBuffer(font));
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
