package org.jihe.source.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessInputStream;
import org.apache.pdfbox.io.RandomAccessRead;

/**
 * Looks at fonts' maps to Unicode before PDFBox does, which counts through a range of two thousand
 * million codes one by one where a damaged map has such a range.
 */
final class CharacterMaps {

  /** A font's codes have two bytes at the most; ISO 32000 keeps a range within the last of them. */
  private static final long MOST_CODES = 1 << 16;

  /** A map of all that two bytes can say has a tenth of it. */
  private static final int MOST_BYTES = 16 << 20;

  private static final Pattern RANGES =
      Pattern.compile("beginbfrange(.*?)(?:endbfrange|$)", Pattern.DOTALL);

  /** First code, last code, and what the first means or each of them. */
  private static final Pattern RANGE =
      Pattern.compile("<([^<>]*)>\\s*<([^<>]*)>\\s*(?:<[^<>]*>|\\[[^\\]]*])");

  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9A-Fa-f]");
  private static final int MOST_DIGITS = 8;
  private static final int HEX = 16;

  private CharacterMaps() {}

  /**
   * Looks at the map of a font.
   *
   * @param dictionary a font, or anything else
   * @throws PageStreams.Damage where it has a range that no font has
   */
  static void check(COSDictionary dictionary) throws IOException {
    if (dictionary.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream map) {
      checkMap(map);
    }
  }

  private static void checkMap(COSStream map) throws IOException {
    String text;
    try (RandomAccessRead view = map.createView();
        InputStream stream = new RandomAccessInputStream(view)) {
      text = new String(stream.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
    }
    Matcher ranges = RANGES.matcher(text);
    while (ranges.find()) {
      Matcher range = RANGE.matcher(ranges.group(1));
      while (range.find()) {
        if (code(range.group(2)) - code(range.group(1)) > MOST_CODES) {
          throw new PageStreams.Damage("a font's map to Unicode has a range " + range.group());
        }
      }
    }
  }

  private static long code(String hexadecimal) throws PageStreams.Damage {
    String digits = NO_DIGIT.matcher(hexadecimal).replaceAll("");
    if (digits.length() > MOST_DIGITS) {
      throw new PageStreams.Damage("a font's map to Unicode has a code " + digits);
    }
    return digits.isEmpty() ? 0 : Long.parseLong(digits, HEX);
  }
}
