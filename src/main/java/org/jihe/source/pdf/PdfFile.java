package org.jihe.source.pdf;

import java.io.File;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.ScratchFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jihe.source.file.Budget;
import org.jspecify.annotations.Nullable;

/**
 * Opens documents within bounds and without gaps: PDFBox unpacks to memory as much as there is, and
 * takes objects that it cannot parse for ones that are not there.
 */
final class PdfFile {

  /** What is unpacked beyond this lies in a temporary file. */
  private static final long IN_MEMORY = 64L << 20;

  private PdfFile() {}

  /**
   * The document.
   *
   * @param most bytes that may be unpacked at one time
   * @throws IOException where anything in it cannot be parsed
   */
  static PDDocument open(byte[] content, long most, Budget budget) throws IOException {
    MemoryUsageSetting memory =
        MemoryUsageSetting.setupMixed(IN_MEMORY, most)
            .setTempDir(new File(System.getProperty("java.io.tmpdir")));
    // Owners' passwords forbid copying and changing; reading is open with the empty one.
    return new Parser(content, new ScratchFile(memory), most, budget).parse();
  }

  private static final class Parser extends PDFParser {

    private final Map<COSObjectKey, IOException> broken = new HashMap<>();
    private final Budget budget;

    Parser(byte[] content, ScratchFile scratch, long most, Budget budget) throws IOException {
      super(new RandomAccessReadBuffer(content), "", null, null, () -> scratch);
      this.budget = budget;
      document = new BoundedDocument(this, scratch, most);
    }

    @Override
    public COSBase dereferenceCOSObject(COSObject object) throws IOException {
      try {
        return super.dereferenceCOSObject(object);
      } catch (IOException e) {
        broken.put(object.getKey(), e);
        throw e; // to nobody: PDFBox writes it into its log
      }
    }

    /** Looks at all of the document; PDFBox would take out of its tree the pages that it misses. */
    @Override
    protected void checkPages(COSDictionary root) throws IOException {
      check(root);
      check(document.getTrailer().getDictionaryObject(COSName.INFO));
      if (root.getCOSDictionary(COSName.PAGES) == null) {
        throw new IOException("Page tree root must be a dictionary");
      }
    }

    private void check(@Nullable COSBase root) throws IOException {
      Deque<COSBase> open = new ArrayDeque<>();
      Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
      if (root != null) {
        open.push(root);
      }
      while (!open.isEmpty()) {
        budget.check();
        COSBase value = open.pop();
        if (value instanceof COSObject object) {
          value = parsed(object);
        }
        if (value instanceof COSDictionary dictionary && seen.add(value)) {
          CharacterMaps.check(dictionary);
          dictionary.getValues().forEach(open::push);
        } else if (value instanceof COSArray array && seen.add(value)) {
          array.forEach(open::push);
        }
      }
    }

    private @Nullable COSBase parsed(COSObject object) throws IOException {
      COSBase value = object.getObject();
      IOException problem = broken.get(object.getKey());
      if (problem != null) {
        throw problem;
      }
      return value;
    }
  }

  private static final class BoundedDocument extends COSDocument {

    private final Parser parser;
    private final ScratchFile scratch;
    private final long most;

    BoundedDocument(Parser parser, ScratchFile scratch, long most) {
      super(() -> scratch, parser);
      this.parser = parser;
      this.scratch = scratch;
      this.most = most;
    }

    @Override
    public COSStream createCOSStream(COSDictionary dictionary, long from, long length)
        throws IOException {
      COSStream stream =
          new BoundedStream(scratch, parser.createRandomAccessReadView(from, length), most);
      dictionary.forEach(stream::setItem);
      stream.setKey(dictionary.getKey());
      return stream;
    }
  }
}
