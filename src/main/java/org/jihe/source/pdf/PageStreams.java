package org.jihe.source.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jihe.source.file.Budget;

/**
 * Unpacks what a page prints. PDFBox takes a stream that is cut off or damaged for a short one, and
 * half a page would pass for a whole one.
 */
final class PageStreams {

  /** Operators at which the content of a page may end. */
  private static final Set<String> LAST = Set.of("Q", "ET", "S", "s", "f", "n", "EMC", "B", "Do");

  private static final int BUFFER = 16 * 1024;
  private static final int ZLIB_HEAD = 2;

  private PageStreams() {}

  /** Something in the file is not as it should be. */
  static final class Damage extends IOException {
    private static final long serialVersionUID = 1;

    Damage(String message) {
      super(message);
    }
  }

  /**
   * The stream's content.
   *
   * @throws Damage where it cannot be unpacked to its end
   * @throws Budget.Exceeded where it unpacks to more than the limit
   */
  static InputStream open(COSStream stream, long most) throws IOException {
    if (!isFlate(stream)) {
      return stream.createInputStream();
    }
    byte[] packed;
    try (InputStream raw = stream.createRawInputStream()) {
      packed = raw.readAllBytes();
    }
    return new ByteArrayInputStream(inflate(packed, most));
  }

  private static boolean isFlate(COSStream stream) {
    COSBase filter = stream.getFilters();
    return COSName.FLATE_DECODE.equals(filter)
        && stream.getDictionaryObject(COSName.DECODE_PARMS) == null;
  }

  private static byte[] inflate(byte[] packed, long most) throws IOException {
    // Without head and checksum, which some programs get wrong.
    Inflater inflater = new Inflater(true);
    try {
      int head = Math.min(ZLIB_HEAD, packed.length);
      inflater.setInput(packed, head, packed.length - head);
      ByteArrayOutputStream content = new ByteArrayOutputStream(packed.length * 4);
      byte[] buffer = new byte[BUFFER];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        content.write(buffer, 0, count);
        if (content.size() > most) {
          throw new Budget.Exceeded(Budget.Kind.COST, content.size() + " B");
        }
      }
      byte[] bytes = content.toByteArray();
      if (!inflater.finished() && !endsWhole(bytes)) {
        throw new Damage("content stream is cut off");
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new Damage("content stream: " + e.getMessage());
    } finally {
      inflater.end();
    }
  }

  /** Some programs leave out the mark of the end. */
  private static boolean endsWhole(byte[] content) {
    int end = content.length;
    while (end > 0 && content[end - 1] <= ' ') {
      end--;
    }
    int start = end;
    while (start > 0 && content[start - 1] > ' ' && end - start < 4) {
      start--;
    }
    String last =
        new String(content, start, end - start, java.nio.charset.StandardCharsets.US_ASCII);
    return LAST.contains(last);
  }
}
