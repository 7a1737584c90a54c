package org.jihe.rule.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jihe.form.measure.Figures;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a workbook that are shown in percent: a spreadsheet keeps 0.85 and shows 85%, and
 * Drools' parser tells only what it keeps.
 */
final class PercentCells {

  private static final int LONGEST = 64 << 20;
  private static final Set<String> BUILT_IN = Set.of("9", "10");

  private final Map<String, Set<String>> addresses = new HashMap<>();

  private PercentCells() {}

  /**
   * Those of every worksheet.
   *
   * @throws IOException where the workbook cannot be read
   */
  static PercentCells of(byte[] bytes) throws IOException {
    Map<String, byte[]> parts = parts(bytes);
    PercentCells cells = new PercentCells();
    Set<Integer> styles = percentStyles(parts.get("xl/styles.xml"));
    if (styles.isEmpty()) {
      return cells;
    }
    Map<String, String> targets = new HashMap<>();
    each(
        parts.get("xl/_rels/workbook.xml.rels"),
        reader -> {
          if (reader.getLocalName().equals("Relationship")) {
            targets.put(attribute(reader, "Id"), attribute(reader, "Target"));
          }
        });
    each(
        parts.get("xl/workbook.xml"),
        reader -> {
          if (reader.getLocalName().equals("sheet")) {
            String target = targets.getOrDefault(attribute(reader, "id"), "");
            String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            cells.add(attribute(reader, "name"), parts.get(part), styles);
          }
        });
    return cells;
  }

  /** The text of a cell: in percent where it is shown so. */
  String shown(String sheet, int row, int column, String text) {
    String address = Sheet.address(row + 1, column);
    if (!addresses.getOrDefault(sheet, Set.of()).contains(address)) {
      return text;
    }
    try {
      BigDecimal percent = new BigDecimal(text.strip()).movePointRight(2);
      return Figures.text(percent) + "%";
    } catch (NumberFormatException e) {
      return text; // Text in a cell with a format for numbers is as it stands.
    }
  }

  private void add(String sheet, byte @Nullable [] part, Set<Integer> styles) {
    Set<String> shown = new HashSet<>();
    each(
        part,
        reader -> {
          String style = reader.getLocalName().equals("c") ? attribute(reader, "s") : "";
          if (!style.isEmpty() && styles.contains(Integer.valueOf(style))) {
            shown.add(attribute(reader, "r"));
          }
        });
    addresses.put(sheet, shown);
  }

  /** Numbers of the cell formats whose number format has a percent sign. */
  private static Set<Integer> percentStyles(byte @Nullable [] part) {
    Set<String> formats = new HashSet<>(BUILT_IN);
    List<String> used = new ArrayList<>();
    boolean[] inside = {false};
    each(
        part,
        reader -> {
          switch (reader.getLocalName()) {
            case "numFmt" -> {
              if (attribute(reader, "formatCode").contains("%")) {
                formats.add(attribute(reader, "numFmtId"));
              }
            }
            case "cellXfs" -> inside[0] = true;
            case "cellStyles", "dxfs" -> inside[0] = false;
            case "xf" -> {
              if (inside[0]) {
                used.add(attribute(reader, "numFmtId"));
              }
            }
            default -> {}
          }
        });
    Set<Integer> styles = new HashSet<>();
    for (int i = 0; i < used.size(); i++) {
      if (formats.contains(used.get(i))) {
        styles.add(i);
      }
    }
    return styles;
  }

  private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      int left = LONGEST;
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().startsWith("xl/") && !entry.getName().startsWith("xl/media")) {
          byte[] part = zip.readNBytes(left);
          left -= part.length;
          parts.put(entry.getName(), part);
        }
      }
    }
    return parts;
  }

  /** The value of an attribute, whatever its namespace; empty where there is none. */
  private static String attribute(XMLStreamReader reader, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Tells every element of a part, where there is one. */
  private static void each(byte @Nullable [] part, Consumer<XMLStreamReader> element) {
    if (part == null) {
      return;
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(part));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          element.accept(reader);
        }
      }
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
