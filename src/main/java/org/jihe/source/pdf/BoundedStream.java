package org.jihe.source.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessInputStream;
import org.apache.pdfbox.io.RandomAccessOutputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.ScratchFile;
import org.jihe.source.file.Budget;

/**
 * A stream of a document that unpacks to no more than the document may, and is not empty where its
 * packed bytes are damaged.
 */
final class BoundedStream extends COSStream {

  /** As many times its size deflated data unpacks to at the most. */
  private static final long MOST_DEFLATED = 1032;

  /** The same of every other packing of bytes. */
  private static final long MOST_PACKED = 4096;

  private static final Set<COSName> DEFLATED =
      Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);

  /** What unpacks to pixels, of whose number there is a bound. */
  private static final Set<COSName> PICTURES =
      Set.of(
          COSName.DCT_DECODE,
          COSName.DCT_DECODE_ABBREVIATION,
          COSName.CCITTFAX_DECODE,
          COSName.CCITTFAX_DECODE_ABBREVIATION,
          COSName.JBIG2_DECODE,
          COSName.JPX_DECODE);

  private static final int ZLIB_HEAD = 2;
  private static final int BEGINNING = 2050;
  private static final int FIRST_UNPACKED = 1024;

  private final ScratchFile scratch;
  private final long most;

  BoundedStream(ScratchFile scratch, RandomAccessReadView packed, long most) throws IOException {
    super(scratch, packed);
    this.scratch = scratch;
    this.most = most;
  }

  /** Unpacks to the document's scratch file, which has an end; PDFBox itself would to memory. */
  @Override
  public RandomAccessRead createView() throws IOException {
    List<COSName> filters = filters();
    return filters.isEmpty() ? super.createView() : unpacked(filters);
  }

  /** Measures the stream before PDFBox unpacks it to memory, if it may be too large. */
  @Override
  public COSInputStream createInputStream(DecodeOptions options) throws IOException {
    List<COSName> packings =
        filters().stream().takeWhile(filter -> !PICTURES.contains(filter)).toList();
    if (mostUnpacked(packings) > most) {
      unpacked(packings).close();
    } else if (!packings.isEmpty() && DEFLATED.contains(packings.get(0))) {
      checkBeginning(createRawInputStream().readNBytes(BEGINNING));
    }
    return super.createInputStream(options);
  }

  private long mostUnpacked(List<COSName> packings) throws IOException {
    long bytes = createRawInputStream().available();
    for (COSName packing : packings) {
      long ratio = DEFLATED.contains(packing) ? MOST_DEFLATED : MOST_PACKED;
      bytes = Math.min(bytes, Long.MAX_VALUE / ratio) * ratio;
    }
    return bytes;
  }

  /** What it is packed with, the outermost first; the same a second time is a slip of a program. */
  private List<COSName> filters() throws IOException {
    COSBase filters = getFilters();
    Set<COSName> names = new LinkedHashSet<>();
    if (filters instanceof COSName name) {
      names.add(name);
    } else if (filters instanceof COSArray several) {
      for (COSBase filter : several) {
        if (!(filter instanceof COSName name)) {
          throw new IOException("Forbidden type in filter array: " + filter);
        }
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  private RandomAccess unpacked(List<COSName> filters) throws IOException {
    try {
      RandomAccess unpacked = unpacked(createRawInputStream(), filters.get(0), 0);
      for (int i = 1; i < filters.size(); i++) {
        try (RandomAccess packed = unpacked) {
          unpacked = unpacked(new RandomAccessInputStream(packed), filters.get(i), i);
        }
      }
      return unpacked;
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("Maximum allowed scratch file")) {
        // Of other exceptions PDFBox makes nothing at all, and goes on without the stream.
        throw new Budget.Exceeded(Budget.Kind.COST, message);
      }
      throw e;
    }
  }

  private RandomAccess unpacked(InputStream packed, COSName filter, int number) throws IOException {
    InputStream from = packed;
    if (DEFLATED.contains(filter)) {
      byte[] beginning = packed.readNBytes(BEGINNING);
      checkBeginning(beginning);
      from = new SequenceInputStream(new ByteArrayInputStream(beginning), packed);
    }
    RandomAccess unpacked = scratch.createBuffer();
    FilterFactory.INSTANCE
        .getFilter(filter)
        .decode(from, new RandomAccessOutputStream(unpacked), this, number);
    unpacked.seek(0);
    return unpacked;
  }

  /** Of what is damaged from its beginning on PDFBox makes an empty stream. */
  private static void checkBeginning(byte[] deflated) throws IOException {
    if (deflated.length <= ZLIB_HEAD) {
      return;
    }
    Inflater inflater = new Inflater(true); // PDFBox, too, looks at no head
    try {
      inflater.setInput(deflated, ZLIB_HEAD, deflated.length - ZLIB_HEAD);
      inflater.inflate(new byte[FIRST_UNPACKED]);
    } catch (DataFormatException e) {
      throw new IOException(e);
    } finally {
      inflater.end();
    }
  }
}
