package org.jihe.source.odf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.jihe.layout.Document;
import org.jihe.source.file.Budget;
import org.jihe.source.file.Format;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.file.Unpacked;
import org.jihe.source.office.OfficeFile;
import org.jihe.source.office.PackedParts;
import org.jihe.source.office.Xml;

/**
 * Reads OpenDocument spreadsheets and texts, packed ({@code .ods .odt}) or flat ({@code .fods
 * .fodt}): a grid for each table, with the paragraphs above it. Hidden sheets and rows are read and
 * told; deleted text, notes and comments are not read.
 */
public final class OdfReader implements FormatReader {

  private static final String CONTENT = "content.xml";

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    return read(source, limits, new Unpacked(limits, source.content().length));
  }

  @Override
  public Document read(RawFile source, Limits limits, Unpacked unpacked) throws Refusal {
    return OfficeFile.read(source, new Budget(limits, unpacked), Format.ODF, OdfReader::contents);
  }

  private static OfficeFile.Contents contents(RawFile source, Budget budget)
      throws IOException, XMLStreamException {
    byte[] content = source.content();
    boolean packed = content.length > 1 && content[0] == 'P' && content[1] == 'K';
    if (!packed) {
      return new OdfTables(Xml.reader(new ByteArrayInputStream(content)), source.name(), budget)
          .contents();
    }
    try (PackedParts parts = PackedParts.open(content, budget)) {
      return new OdfTables(parts.xml(CONTENT), source.name(), budget).contents();
    }
  }
}
