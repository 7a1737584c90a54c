package org.jihe.source;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of office files, element by element. Document types and their entities are not read. */
final class Xml {

  private static final XMLInputFactory FACTORY = factory();

  private Xml() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entity " + systemId);
        });
    return factory;
  }

  /** A reader that stands on the root element. */
  static XMLStreamReader reader(InputStream stream) throws XMLStreamException {
    XMLStreamReader xml;
    synchronized (FACTORY) { // not promised to be safe for several threads
      xml = FACTORY.createXMLStreamReader(stream);
    }
    while (xml.next() != XMLStreamConstants.START_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.DTD) {
        throw new XMLStreamException("document type in an office file", xml.getLocation());
      }
    }
    return xml;
  }

  /** Goes on to the next element's start; false where there is none. */
  static boolean nextStart(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /** The value of an attribute by its name without prefix. */
  static String attribute(XMLStreamReader xml, String name, String otherwise) {
    String value = null;
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        value = xml.getAttributeValue(i);
      }
    }
    return value == null ? otherwise : value;
  }

  static int number(XMLStreamReader xml, String name, int otherwise) {
    String value = attribute(xml, name, "");
    try {
      return value.isEmpty() ? otherwise : Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** A switch that is on where nothing is said. */
  static boolean isOn(String value) {
    return !value.equals("0") && !value.equals("false") && !value.equals("off");
  }

  /** Passes over the element that the reader stands on, to its end. */
  static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }
}
