package org.jihe.source.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.jihe.source.file.Budget;
import org.jspecify.annotations.Nullable;

/**
 * Finds the pages of a document. PDFBox unfolds the whole tree at once, also one that refers to
 * itself or names one page a million times over, leaves out pages that are missing, and takes
 * damaged ones for short ones and branches without leaves for blank ones.
 */
final class PdfPages {

  private static final int MOST_DEPTH = 64;

  private PdfPages() {}

  /**
   * The pages in order.
   *
   * @param most how many there may be
   * @param unpacked bytes that the content of one may have
   * @throws PageStreams.Damage where there are none, or not all that the file speaks of
   * @throws Budget.Exceeded where there are more than the limit
   */
  static List<PDPage> of(PDDocument document, int most, long unpacked) throws IOException {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    List<PDPage> pages = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>();
    open.push(new Node(catalog.getDictionaryObject(COSName.PAGES), null));
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (!(node.object instanceof COSDictionary dictionary) || node.depth() > MOST_DEPTH) {
        throw new PageStreams.Damage("page " + (pages.size() + 1));
      }
      COSBase kids = dictionary.getDictionaryObject(COSName.KIDS);
      if (kids instanceof COSArray array) {
        if (!seen.add(dictionary)) {
          throw new PageStreams.Damage("page " + (pages.size() + 1));
        }
        if (array.size() > most) {
          throw new Budget.Exceeded(Budget.Kind.COST, array.size() + " pages");
        }
        for (int i = array.size() - 1; i >= 0; i--) {
          open.push(new Node(array.getObject(i), node));
        }
      } else if (COSName.PAGES.equals(dictionary.getCOSName(COSName.TYPE))) {
        throw new PageStreams.Damage("page " + (pages.size() + 1)); // a branch without leaves
      } else {
        pages.add(new Page(dictionary, document.getResourceCache(), unpacked));
        if (pages.size() > most) {
          throw new Budget.Exceeded(Budget.Kind.COST, pages.size() + " pages");
        }
      }
    }
    if (pages.isEmpty()) {
      throw new PageStreams.Damage("0 pages");
    }
    return pages;
  }

  private record Node(@Nullable COSBase object, @Nullable Node parent) {
    int depth() {
      int depth = 0;
      for (Node node = parent; node != null; node = node.parent) {
        depth++;
      }
      return depth;
    }
  }

  /** A page that shares fonts with the others. */
  private static final class Page extends PDPage {

    private final ResourceCache cache;
    private final long unpacked;

    Page(COSDictionary dictionary, ResourceCache cache, long unpacked) {
      super(dictionary);
      this.cache = cache;
      this.unpacked = unpacked;
    }

    @Override
    public boolean hasContents() {
      return getCOSObject().containsKey(COSName.CONTENTS); // one that is missing is not none
    }

    @Override
    public InputStream getContents() throws IOException {
      COSBase contents = getCOSObject().getDictionaryObject(COSName.CONTENTS);
      if (contents instanceof COSStream stream) {
        return PageStreams.open(stream, unpacked);
      }
      if (!(contents instanceof COSArray array)) {
        if (contents != null || getCOSObject().containsKey(COSName.CONTENTS)) {
          throw new PageStreams.Damage("content stream is missing");
        }
        return InputStream.nullInputStream();
      }
      List<InputStream> parts = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        if (!(array.getObject(i) instanceof COSStream stream)) {
          throw new PageStreams.Damage("content stream is missing");
        }
        parts.add(PageStreams.open(stream, unpacked));
        parts.add(new ByteArrayInputStream(new byte[] {'\n'}));
      }
      return new SequenceInputStream(Collections.enumeration(parts));
    }

    @Override
    public RandomAccessRead getContentsForRandomAccess() throws IOException {
      try (InputStream contents = getContents()) {
        return new RandomAccessReadBuffer(contents.readAllBytes());
      }
    }

    @Override
    public RandomAccessRead getContentsForStreamParsing() throws IOException {
      return getContentsForRandomAccess();
    }

    @Override
    public PDResources getResources() {
      COSBase own = PDPageTree.getInheritableAttribute(getCOSObject(), COSName.RESOURCES);
      return new PDResources(own instanceof COSDictionary d ? d : new COSDictionary(), cache);
    }
  }
}
