package org.jihe.source.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jihe.layout.CellNote;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
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
import org.jihe.source.office.PackedParts.Relation;
import org.jihe.source.office.Xml;
import org.jihe.source.workbook.ShownNumbers.Dates;
import org.jspecify.annotations.Nullable;

/**
 * Reads Office Open XML workbooks, strict ones too: a grid for each sheet in the order of the tabs,
 * hidden ones, hidden rows and hidden columns among them. Sheets are read as they stream by; only
 * where a formula has no value is the workbook built in memory to compute it.
 */
public final class XlsxReader implements FormatReader {

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    return read(source, limits, new Unpacked(limits, source.content().length));
  }

  @Override
  public Document read(RawFile source, Limits limits, Unpacked unpacked) throws Refusal {
    return OfficeFile.read(source, new Budget(limits, unpacked), Format.XLSX, XlsxReader::contents);
  }

  /** A sheet as the workbook lists it. */
  private record Tab(String name, String part, boolean hidden) {}

  private static OfficeFile.Contents contents(RawFile source, Budget budget)
      throws IOException, XMLStreamException {
    try (PackedParts parts = PackedParts.open(source.content(), budget)) {
      String main = parts.main("xl/workbook.xml");
      if (main.toLowerCase(Locale.ROOT).endsWith(".bin")) {
        throw new ReadingStopped(Reason.UNKNOWN_FORMAT, "binary workbook");
      }
      Map<String, Relation> relations = parts.relations(main);
      List<Tab> tabs = new ArrayList<>();
      Dates dates = tabs(parts.xml(main), relations, tabs);
      SheetXml sheetXml =
          new SheetXml(
              strings(parts, relations),
              formats(parts, relations),
              new ShownNumbers(dates),
              budget);
      List<SheetCells> sheets = new ArrayList<>();
      for (Tab tab : tabs) {
        budget.checkInterrupted();
        SheetCells cells = new SheetCells(budget, source.name(), tab.name, tab.hidden);
        sheetXml.read(parts.xml(tab.part), tab.name, cells);
        sheets.add(cells);
      }
      sheetXml.compute(() -> new XSSFWorkbook(OPCPackage.open(parts)));
      List<Grid> grids = new ArrayList<>();
      List<CellNote> notes = new ArrayList<>();
      for (SheetCells cells : sheets) {
        grids.add(cells.grid());
        notes.addAll(cells.notes());
      }
      return new OfficeFile.Contents(refuseScan(grids, parts), notes);
    }
  }

  private static List<Grid> refuseScan(List<Grid> grids, PackedParts parts) throws ReadingStopped {
    if (grids.stream().allMatch(grid -> grid.rows().isEmpty()) && parts.hasPictures()) {
      throw new ReadingStopped(Reason.SCANNED, "");
    }
    return grids;
  }

  private static Dates tabs(XMLStreamReader xml, Map<String, Relation> relations, List<Tab> tabs)
      throws IOException, XMLStreamException {
    if (!xml.getLocalName().equals("workbook")) {
      throw new ReadingStopped(Reason.UNKNOWN_FORMAT, xml.getLocalName());
    }
    Dates dates = Dates.FROM_1900;
    while (Xml.nextStart(xml)) {
      if (xml.getLocalName().equals("workbookPr")) {
        String from1904 = Xml.attribute(xml, "date1904", "0");
        dates = Xml.isOn(from1904) ? Dates.FROM_1904 : Dates.FROM_1900;
      } else if (xml.getLocalName().equals("sheet")) {
        String name = Xml.attribute(xml, "name", "");
        Relation relation = relations.get(Xml.attribute(xml, "id", ""));
        if (relation == null && Xml.attribute(xml, "id", "").isEmpty()) {
          continue; // a macro sheet, which has no part of its own
        }
        if (relation == null) {
          throw new ReadingStopped(Reason.DAMAGED, "no part for sheet " + name);
        }
        if (relation.is("worksheet")) { // not a chart, a dialogue or a macro
          String state = Xml.attribute(xml, "state", "visible").toLowerCase(Locale.ROOT);
          tabs.add(new Tab(name, relation.target(), state.contains("hidden")));
        }
      }
    }
    return dates;
  }

  private static String[] strings(PackedParts parts, Map<String, Relation> relations)
      throws IOException, XMLStreamException {
    List<String> strings = new ArrayList<>();
    String part = part(parts, relations, "sharedStrings");
    if (part != null) {
      XMLStreamReader xml = parts.xml(part);
      while (Xml.nextStart(xml)) {
        if (xml.getLocalName().equals("si")) {
          strings.add(SheetXml.richText(xml));
        }
      }
    }
    return strings.toArray(String[]::new);
  }

  /** The number format of every style that cells name by its number. */
  private static List<String> formats(PackedParts parts, Map<String, Relation> relations)
      throws IOException, XMLStreamException {
    List<String> formats = new ArrayList<>();
    String part = part(parts, relations, "styles");
    if (part == null) {
      return formats;
    }
    Map<Integer, String> codes = new HashMap<>();
    boolean ofCells = false;
    XMLStreamReader xml = parts.xml(part);
    while (Xml.nextStart(xml)) {
      switch (xml.getLocalName()) {
        case "numFmt" ->
            codes.putIfAbsent(
                Xml.number(xml, "numFmtId", 0),
                Xml.attribute(xml, "formatCode", ShownNumbers.GENERAL));
        case "cellXfs" -> ofCells = true;
        case "cellStyles", "dxfs" -> ofCells = false;
        case "xf" -> {
          if (ofCells) {
            int number = Xml.number(xml, "numFmtId", 0);
            String code = codes.get(number);
            formats.add(code == null ? ShownNumbers.builtIn(number) : code);
          }
        }
        default -> {}
      }
    }
    return formats;
  }

  private static @Nullable String part(
      PackedParts parts, Map<String, Relation> relations, String kind) {
    for (Relation relation : relations.values()) {
      if (relation.is(kind) && parts.has(relation.target())) {
        return relation.target();
      }
    }
    return null;
  }
}
