package org.jihe.source.word;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Budget;
import org.jihe.source.file.Format;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.ReadingStopped;
import org.jihe.source.file.Refusal;
import org.jihe.source.office.OfficeFile;
import org.jihe.source.office.OleContainer;

/**
 * Reads the body of documents of Word 97 to 2003: tables and the paragraphs around them, as {@link
 * DocumentRows} arranges them. A document has no pages before it is printed, so positions have page
 * 0, the number of the row in the document, and the table's column.
 *
 * <p>Inserted text counts and deleted text does not, as if all changes were accepted; hidden and
 * struck text does not, and a note tells it. Text boxes stand at the end. Page headers and footers,
 * notes, comments and embedded objects are not read.
 */
public final class DocReader implements FormatReader {

  /** Where the document's head says that it needs a password. */
  private static final int ENCRYPTED_AT = 0x0B;

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    return OfficeFile.read(source, new Budget(limits), Format.DOC, DocReader::contents);
  }

  private static OfficeFile.Contents contents(RawFile source, Budget budget) throws IOException {
    try (POIFSFileSystem container = OleContainer.document(source.content());
        HWPFDocument document = opened(container)) {
      List<DocumentBlock> blocks = new ArrayList<>();
      DocumentText text = new DocumentText(document);
      for (Range range : List.of(document.getRange(), document.getMainTextboxRange())) {
        blocks.addAll(new DocumentParagraphs(document, text, budget).blocks(range));
      }
      return DocumentRows.contents(blocks, source.name(), budget);
    }
  }

  private static HWPFDocument opened(POIFSFileSystem container) throws IOException {
    try (InputStream head = container.createDocumentInputStream("WordDocument")) {
      byte[] flags = head.readNBytes(ENCRYPTED_AT + 1);
      if (flags.length > ENCRYPTED_AT && (flags[ENCRYPTED_AT] & 1) != 0) {
        throw new ReadingStopped(Reason.ENCRYPTED, "");
      }
    }
    return new HWPFDocument(container);
  }
}
