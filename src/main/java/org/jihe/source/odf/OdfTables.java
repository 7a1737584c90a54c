package org.jihe.source.odf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jihe.layout.Cell;
import org.jihe.layout.CellNote;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.source.file.Budget;
import org.jihe.source.office.OfficeFile;
import org.jihe.source.office.Xml;
import org.jspecify.annotations.Nullable;

/** The tables of a document's XML as grids. For one document. */
final class OdfTables {

  private static final String DASHES = "—–―─-－/／¥￥";
  private static final int LONGEST_DASH = 12;

  /** A row or cell with content that is told to be repeated more often fills a sheet to its end. */
  private static final int MOST_REPEATED = 1000;

  private final XMLStreamReader xml;
  private final String file;
  private final Budget budget;
  private final List<Grid> grids = new ArrayList<>();
  private final List<CellNote> notes = new ArrayList<>();
  private final Set<String> hiddenStyles = new HashSet<>();
  private List<List<Cell>> rows = new ArrayList<>();
  private @Nullable String sheet;
  private boolean spreadsheet;
  private int row;

  OdfTables(XMLStreamReader xml, String file, Budget budget) {
    this.xml = xml;
    this.file = file;
    this.budget = budget;
  }

  OfficeFile.Contents contents() throws IOException, XMLStreamException {
    String style = "";
    while (Xml.nextStart(xml)) {
      switch (xml.getLocalName()) {
        case "style" -> style = Xml.attribute(xml, "name", "");
        case "table-properties" -> {
          if (Xml.attribute(xml, "display", "true").equals("false")) {
            hiddenStyles.add(style);
          }
        }
        case "spreadsheet" -> spreadsheet = true;
        case "tracked-changes", "annotation", "forms", "master-styles" -> Xml.skip(xml);
        case "table" -> table();
        case "p", "h" -> paragraph();
        default -> {}
      }
    }
    endGrid();
    return new OfficeFile.Contents(grids, notes);
  }

  private void endGrid() {
    if (!rows.isEmpty()) {
      grids.add(new Grid(rows, Grid.Columns.FIXED));
      rows = new ArrayList<>();
    }
  }

  /** A paragraph outside tables stands above the next one. */
  private void paragraph() throws IOException, XMLStreamException {
    StringBuilder text = new StringBuilder();
    text(text);
    if (!text.toString().isBlank()) {
      budget.cells(1);
      rows.add(List.of(Cell.of(text.toString().strip(), place(++row, 1))));
    }
  }

  private Position place(int line, int column) {
    return new Position(file, 0, sheet, line, column);
  }

  private void table() throws IOException, XMLStreamException {
    if (spreadsheet) {
      endGrid();
      row = 0;
      sheet = Xml.attribute(xml, "name", "");
      if (hiddenStyles.contains(Xml.attribute(xml, "style-name", ""))) {
        notes.add(new CellNote(place(1, 1), CellNote.Kind.HIDDEN_SHEET, sheet));
      }
    }
    for (int depth = 1; depth > 0; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (xml.getLocalName().equals("table-row")) {
            row();
          } else if (isGroup(xml.getLocalName())) {
            depth++;
          } else {
            Xml.skip(xml);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
    endGrid();
  }

  private static boolean isGroup(String name) {
    return name.equals("table-rows")
        || name.equals("table-row-group")
        || name.equals("table-header-rows");
  }

  private void row() throws IOException, XMLStreamException {
    int repeated = Math.max(1, Xml.number(xml, "number-rows-repeated", 1));
    boolean hidden = !Xml.attribute(xml, "visibility", "visible").equals("visible");
    List<Cell> cells = new ArrayList<>();
    int column = 1;
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        column = cell(cells, column);
      }
    }
    cells.removeIf(cell -> cell.isEmpty() && cell.rowSpan() == 1 && cell.columnSpan() == 1);
    if (cells.isEmpty()) {
      rows.add(List.of());
      row += repeated;
      return;
    }
    for (int i = 0; i < Math.min(repeated, MOST_REPEATED); i++) {
      add(cells, hidden, row + 1 + i);
    }
    row += repeated;
  }

  private void add(List<Cell> cells, boolean hidden, int line) throws IOException {
    List<Cell> placed = new ArrayList<>();
    for (Cell cell : cells) {
      budget.cells(1);
      Position place = place(line, cell.position().column());
      placed.add(new Cell(cell.text(), place, cell.rowSpan(), cell.columnSpan()));
      if (hidden && !cell.isEmpty()) {
        notes.add(new CellNote(place, CellNote.Kind.HIDDEN_CELL, cell.text()));
      }
    }
    rows.add(placed);
  }

  /** Reads the cell that the reader stands on; the column behind it. */
  private int cell(List<Cell> cells, int column) throws IOException, XMLStreamException {
    int repeated = Math.max(1, Xml.number(xml, "number-columns-repeated", 1));
    if (!xml.getLocalName().equals("table-cell")) { // covered by a merged one
      Xml.skip(xml);
      return column + repeated;
    }
    int height = Math.max(1, Xml.number(xml, "number-rows-spanned", 1));
    int width = Math.max(1, Xml.number(xml, "number-columns-spanned", 1));
    String value = Xml.attribute(xml, "value", "");
    StringBuilder content = new StringBuilder();
    lines(content);
    String text = content.toString().strip();
    if (text.isEmpty() && value.isEmpty() && height == 1 && width == 1) {
      return column + repeated;
    }
    budget.column(column + (long) width);
    for (int i = 0; i < Math.min(repeated, MOST_REPEATED); i++) {
      Position place = place(row + 1, column + i);
      cells.add(new Cell(shown(text, value, place), place, height, width));
    }
    return column + repeated;
  }

  /** The text, or the number where a stored zero is shown as a dash or as nothing. */
  private String shown(String text, String value, Position place) {
    boolean dash =
        text.length() <= LONGEST_DASH
            && text.chars().allMatch(c -> c <= ' ' || DASHES.indexOf(c) >= 0);
    if (!dash || !value.matches("-?0+(?:\\.0*)?")) {
      return text;
    }
    notes.add(new CellNote(place, CellNote.Kind.ZERO_TAKEN, text));
    return "0";
  }

  /** The lines of a cell: its paragraphs, those of tables in it among them. */
  private void lines(StringBuilder content) throws IOException, XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = xml.getLocalName();
          if (name.equals("p") || name.equals("h")) {
            content.append(content.isEmpty() ? "" : "\n");
            text(content);
          } else if (name.equals("annotation") || name.equals("shapes")) {
            Xml.skip(xml);
          } else {
            depth++;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
  }

  /** The text of a paragraph, to its end. */
  private void text(StringBuilder text) throws IOException, XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          switch (xml.getLocalName()) {
            case "s" -> {
              text.append(" ".repeat(Math.min(LONGEST_DASH, Xml.number(xml, "c", 1))));
              depth++;
            }
            case "tab" -> {
              text.append('\t');
              depth++;
            }
            case "line-break" -> {
              text.append('\n');
              depth++;
            }
            case "annotation", "note", "hidden-text", "hidden-paragraph", "ruby-text" ->
                Xml.skip(xml);
            default -> depth++;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          text.append(xml.getText());
          budget.text(text.length());
        }
        default -> {}
      }
    }
  }
}
