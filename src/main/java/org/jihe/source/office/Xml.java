package org.jihe.source.office;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** XML of office files, element by element. Document types and their entities are not read. */
public final class Xml {

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
  public static XMLStreamReader reader(InputStream stream) throws IOException, XMLStreamException {
    XMLStreamReader xml;
    synchronized (FACTORY) { // not promised to be safe for several threads
      xml = FACTORY.createXMLStreamReader(decoded(stream));
    }
    while (xml.next() != XMLStreamConstants.START_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.DTD) {
        throw new XMLStreamException("document type in an office file", xml.getLocation());
      }
    }
    return xml;
  }

  /**
   * The characters of a part: the format allows UTF-8 and UTF-16 alone. The parser's own decoder
   * writes to the standard error where bytes make no character.
   */
  private static Reader decoded(InputStream stream) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(stream, 3);
    byte[] head = bytes.readNBytes(3);
    boolean marked = head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB;
    if (!marked) { // the decoders of UTF-16 know their own marks
      bytes.unread(head);
    }
    Charset charset = head.length < 2 || marked ? UTF_8 : charset(head[0] & 0xFF, head[1] & 0xFF);
    CharsetDecoder strict =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new InputStreamReader(new BufferedInputStream(bytes, 1 << 16), strict);
  }

  private static Charset charset(int first, int second) {
    if (first == 0) {
      return UTF_16BE;
    }
    if (second == 0) {
      return UTF_16LE;
    }
    return first >= 0xFE && second >= 0xFE ? UTF_16 : UTF_8;
  }

  /** Goes on to the next element's start; false where there is none. */
  public static boolean nextStart(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /** The value of an attribute by its name without prefix. */
  public static String attribute(XMLStreamReader xml, String name, String otherwise) {
    String value = null;
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        value = xml.getAttributeValue(i);
      }
    }
    return value == null ? otherwise : value;
  }

  public static int number(XMLStreamReader xml, String name, int otherwise) {
    String value = attribute(xml, name, "");
    try {
      return value.isEmpty() ? otherwise : Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** A switch that is on where nothing is said. */
  public static boolean isOn(String value) {
    return !value.equals("0") && !value.equals("false") && !value.equals("off");
  }

  /** Passes over the element that the reader stands on, to its end. */
  public static void skip(XMLStreamReader xml) throws XMLStreamException {
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
