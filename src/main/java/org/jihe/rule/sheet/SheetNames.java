package org.jihe.rule.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The names of a workbook's worksheets, which Drools' parser must be told. */
final class SheetNames {

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final int LONGEST = 4 << 20;

  private SheetNames() {}

  /**
   * The names in order; empty where the bytes are no .xlsx file.
   *
   * @throws IOException where they cannot be read
   */
  static List<String> of(byte[] bytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(WORKBOOK)) {
          return names(zip.readNBytes(LONGEST));
        }
      }
    }
    return List.of();
  }

  private static List<String> names(byte[] xml) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    List<String> names = new ArrayList<>();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT
            && reader.getLocalName().equals("sheet")) {
          names.add(reader.getAttributeValue(null, "name"));
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return names;
  }
}
