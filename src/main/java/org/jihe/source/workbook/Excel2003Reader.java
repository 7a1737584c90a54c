package org.jihe.source.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jihe.layout.Cell;
import org.jihe.layout.CellNote;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.source.file.Budget;
import org.jihe.source.file.Format;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.file.Unpacked;
import org.jihe.source.office.OfficeFile;
import org.jihe.source.office.Xml;

/**
 * Reads workbooks of Excel 2003's XML: a grid for each sheet. Numbers are as their format shows
 * them; hidden sheets and rows are read and told of.
 */
public final class Excel2003Reader implements FormatReader {

  /** The formats that Excel names by a word. */
  private static final Map<String, String> NAMED =
      Map.of(
          "Fixed", "0.00",
          "Standard", "#,##0.00",
          "Percent", "0.00%",
          "Scientific", "0.00E+00",
          "Currency", "\"¥\"#,##0.00",
          "General Number", ShownNumbers.GENERAL,
          "Short Date", "yyyy/m/d");

  private static final String DEFAULT_STYLE = "Default";

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    return read(source, limits, new Unpacked(limits, source.content().length));
  }

  @Override
  public Document read(RawFile source, Limits limits, Unpacked unpacked) throws Refusal {
    return OfficeFile.read(
        source,
        new Budget(limits, unpacked),
        Format.XML,
        (raw, budget) -> new Book(raw, budget).contents());
  }

  /** One workbook on its way to grids. */
  private static final class Book {

    private final String file;
    private final Budget budget;
    private final XMLStreamReader xml;
    private final Map<String, String> formats = new HashMap<>();
    private final ShownNumbers numbers = new ShownNumbers(ShownNumbers.Dates.FROM_1900);
    private final List<Grid> grids = new ArrayList<>();
    private final List<CellNote> notes = new ArrayList<>();
    private List<List<Cell>> rows = new ArrayList<>();
    private String sheet = "";
    private int row;

    Book(RawFile source, Budget budget) throws IOException, XMLStreamException {
      this.file = source.name();
      this.budget = budget;
      this.xml = Xml.reader(new ByteArrayInputStream(source.content()));
    }

    OfficeFile.Contents contents() throws IOException, XMLStreamException {
      String style = "";
      while (Xml.nextStart(xml)) {
        switch (xml.getLocalName()) {
          case "Style" -> style = Xml.attribute(xml, "ID", "");
          case "NumberFormat" -> formats.put(style, Xml.attribute(xml, "Format", ""));
          case "Worksheet" -> {
            endSheet();
            sheet = Xml.attribute(xml, "Name", "");
          }
          case "Visible" -> hidden(text());
          case "Row" -> row();
          default -> {}
        }
      }
      endSheet();
      return new OfficeFile.Contents(grids, notes);
    }

    /** The text of the element that the reader stands on, that of elements within it too. */
    private String text() throws XMLStreamException {
      StringBuilder text = new StringBuilder();
      for (int depth = 1; depth > 0; ) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> depth++;
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              text.append(xml.getText());
          default -> {}
        }
      }
      return text.toString();
    }

    private void hidden(String visible) {
      if (visible.startsWith("SheetHidden") || visible.startsWith("SheetVeryHidden")) {
        notes.add(new CellNote(place(1, 1), CellNote.Kind.HIDDEN_SHEET, sheet));
      }
    }

    private void endSheet() {
      if (!rows.isEmpty()) {
        grids.add(new Grid(rows, Grid.Columns.FIXED));
      }
      rows = new ArrayList<>();
      row = 0;
    }

    private Position place(int line, int column) {
      return new Position(file, 0, sheet, line, column);
    }

    private void row() throws IOException, XMLStreamException {
      row = Math.max(row + 1, Xml.number(xml, "Index", row + 1));
      int blank = Xml.number(xml, "Span", 0);
      boolean hidden = Xml.attribute(xml, "Hidden", "0").equals("1");
      List<Cell> cells = new ArrayList<>();
      int column = 0;
      for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
        if (event == XMLStreamConstants.START_ELEMENT) {
          column = cell(cells, column);
        }
      }
      for (Cell cell : hidden ? cells : List.<Cell>of()) {
        if (!cell.isEmpty()) {
          notes.add(new CellNote(cell.position(), CellNote.Kind.HIDDEN_CELL, cell.text()));
        }
      }
      rows.add(cells);
      row += Math.max(0, blank);
    }

    /** Reads the cell that the reader stands on; its last column. */
    private int cell(List<Cell> cells, int before) throws IOException, XMLStreamException {
      if (!xml.getLocalName().equals("Cell")) {
        Xml.skip(xml);
        return before;
      }
      int column = Math.max(before + 1, Xml.number(xml, "Index", before + 1));
      int width = 1 + Math.max(0, Xml.number(xml, "MergeAcross", 0));
      int height = 1 + Math.max(0, Xml.number(xml, "MergeDown", 0));
      String style = Xml.attribute(xml, "StyleID", DEFAULT_STYLE);
      Position place = place(row, column);
      budget.cells(1);
      budget.column((long) column + width - 1);
      String text = "";
      for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (xml.getLocalName().equals("Data")) {
            String type = Xml.attribute(xml, "Type", "String");
            text = shown(type, text(), style, place);
          } else {
            Xml.skip(xml); // comments
          }
        }
      }
      budget.text(text.length());
      cells.add(new Cell(text, place, height, width));
      return column + width - 1;
    }

    private String shown(String type, String data, String style, Position place) {
      if (!type.equals("Number")) {
        return type.equals("Boolean")
            ? (data.strip().equals("1") ? "TRUE" : "FALSE")
            : data.strip();
      }
      double value;
      try {
        value = Double.parseDouble(data.strip());
      } catch (NumberFormatException e) {
        return data.strip();
      }
      String format = formats.getOrDefault(style, formats.getOrDefault(DEFAULT_STYLE, ""));
      String code = format.isEmpty() ? ShownNumbers.GENERAL : NAMED.getOrDefault(format, format);
      String shown = numbers.shown(value, code);
      String zero = numbers.zero(value, code, shown);
      if (zero != null) {
        notes.add(new CellNote(place, CellNote.Kind.ZERO_TAKEN, shown));
        return zero;
      }
      return shown;
    }
  }
}
