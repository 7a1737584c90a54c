package org.jihe.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Office files put together from XML, for what the library that writes them would not write. */
public final class OfficePackage {

  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private OfficePackage() {}

  /** A document with such a body. */
  public static byte[] docx(String body) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("_rels/.rels", relations(OFFICE, "rId1", "officeDocument", "word/document.xml"));
    parts.put(
        "word/document.xml",
        HEAD
            + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
            + "<w:body>"
            + body
            + "<w:sectPr/></w:body></w:document>");
    return zip(parts);
  }

  /** A workbook of one sheet with such content, and such shared strings where there are any. */
  public static byte[] xlsx(String sheet, String strings) {
    return xlsx(OFFICE, sheet, strings);
  }

  /** The same in the strict kind of the format. */
  public static byte[] strictXlsx(String sheet, String strings) {
    return xlsx(STRICT, sheet, strings);
  }

  private static byte[] xlsx(String kind, String sheet, String strings) {
    String main =
        kind.equals(STRICT)
            ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
            : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("_rels/.rels", relations(kind, "rId1", "officeDocument", "/xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        HEAD
            + "<workbook xmlns=\""
            + main
            + "\" xmlns:r=\""
            + kind
            + "\">"
            + "<sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        HEAD
            + "<Relationships xmlns=\""
            + PACKAGE
            + "\">"
            + relation(kind, "rId1", "worksheet", "worksheets/sheet1.xml")
            + (strings.isEmpty()
                ? ""
                : relation(kind, "rId2", "sharedStrings", "sharedStrings.xml"))
            + "</Relationships>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        HEAD + "<worksheet xmlns=\"" + main + "\">" + sheet + "</worksheet>");
    if (!strings.isEmpty()) {
      parts.put("xl/sharedStrings.xml", HEAD + "<sst xmlns=\"" + main + "\">" + strings + "</sst>");
    }
    return zip(parts);
  }

  private static String relations(String kind, String id, String type, String target) {
    return HEAD
        + "<Relationships xmlns=\""
        + PACKAGE
        + "\">"
        + relation(kind, id, type, target)
        + "</Relationships>";
  }

  private static String relation(String kind, String id, String type, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + kind
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  public static byte[] zip(Map<String, String> parts) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    parts.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
    return zipped(bytes);
  }

  public static byte[] zipped(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The parts of a package by their names. */
  public static Map<String, byte[]> parts(byte[] content) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }
}
