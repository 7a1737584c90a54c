package org.jihe.source.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Budget;
import org.jihe.source.file.Format;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.ReadingStopped;
import org.jihe.source.file.Refusal;
import org.jihe.source.file.Unpacked;
import org.jihe.source.office.OfficeFile;
import org.jihe.source.office.PackedParts;

/**
 * Reads the body of Office Open XML documents: tables and the paragraphs around them, as {@link
 * DocumentRows} arranges them. A document has no pages before it is printed, so positions have page
 * 0, the number of the row in the document, and the table's column.
 *
 * <p>Inserted text counts and deleted text does not, as if all changes were accepted; hidden and
 * struck text does not, and a note tells it. Text boxes follow the paragraph that they hang on.
 * Page headers and footers, notes, comments and embedded objects are not read.
 */
public final class DocxReader implements FormatReader {

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    return read(source, limits, new Unpacked(limits, source.content().length));
  }

  @Override
  public Document read(RawFile source, Limits limits, Unpacked unpacked) throws Refusal {
    return OfficeFile.read(source, new Budget(limits, unpacked), Format.DOCX, DocxReader::contents);
  }

  private static OfficeFile.Contents contents(RawFile source, Budget budget)
      throws IOException, XMLStreamException {
    try (PackedParts parts = PackedParts.open(source.content(), budget)) {
      XMLStreamReader xml = parts.xml(parts.main("word/document.xml"));
      if (!xml.getLocalName().equals("document")) {
        throw new ReadingStopped(Reason.UNKNOWN_FORMAT, xml.getLocalName());
      }
      List<DocumentBlock> blocks = new ArrayList<>();
      new DocumentXml(xml, budget).blocks(blocks, 0);
      OfficeFile.Contents contents = DocumentRows.contents(blocks, source.name(), budget);
      if (contents.grids().isEmpty() && parts.hasPictures()) {
        throw new ReadingStopped(Reason.SCANNED, "");
      }
      return contents;
    }
  }
}
