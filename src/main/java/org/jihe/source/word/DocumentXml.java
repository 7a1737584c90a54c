package org.jihe.source.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jihe.source.file.Budget;
import org.jihe.source.file.ReadingStopped;
import org.jihe.source.office.Xml;
import org.jihe.source.word.DocumentBlock.Above;
import org.jihe.source.word.DocumentBlock.Paragraph;
import org.jihe.source.word.DocumentBlock.Table;
import org.jihe.source.word.DocumentBlock.TableCell;
import org.jspecify.annotations.Nullable;

/** The document's XML; every method begins behind an element's start and ends at its end. */
final class DocumentXml {

  private final XMLStreamReader xml;
  private final Budget budget;

  DocumentXml(XMLStreamReader xml, Budget budget) {
    this.xml = xml;
    this.budget = budget;
  }

  /** Goes on to the next child's start; false at the end of the element that it is in. */
  private boolean nextChild() throws XMLStreamException {
    for (int event = xml.next(); ; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
    }
  }

  void blocks(List<DocumentBlock> blocks, int depth) throws IOException, XMLStreamException {
    budget.depth(depth);
    boolean joined = false;
    while (nextChild()) {
      joined = block(blocks, joined, depth + 1);
    }
  }

  /**
   * Reads the element that the reader stands on.
   *
   * @param joined whether the end of the paragraph before was deleted
   * @return whether the end of this one was
   */
  private boolean block(List<DocumentBlock> blocks, boolean joined, int depth)
      throws IOException, XMLStreamException {
    switch (xml.getLocalName()) {
      case "p" -> {
        return paragraph(blocks, joined, depth);
      }
      case "tbl" -> {
        List<List<TableCell>> rows = new ArrayList<>();
        rows(rows, depth);
        blocks.add(new Table(rows));
      }
      case "AlternateContent" -> alternatives(() -> blocks(blocks, depth));
      case "body", "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag" ->
          blocks(blocks, depth);
      default -> Xml.skip(xml);
    }
    return false;
  }

  private interface Part {
    void read() throws IOException, XMLStreamException;
  }

  /** Of several versions of the same content the first. */
  private void alternatives(Part part) throws IOException, XMLStreamException {
    boolean read = false;
    while (nextChild()) {
      if (read) {
        Xml.skip(xml);
      } else {
        part.read();
        read = true;
      }
    }
  }

  /** Adds a paragraph and the text boxes that hang on it. */
  private boolean paragraph(List<DocumentBlock> blocks, boolean joined, int depth)
      throws IOException, XMLStreamException {
    Runs runs = new Runs();
    text(runs, depth);
    int last = blocks.size() - 1;
    if (joined && last >= 0 && blocks.get(last) instanceof Paragraph before) {
      blocks.set(last, new Paragraph(before.text() + runs.text, before.whole() + runs.whole));
    } else {
      blocks.add(new Paragraph(runs.text.toString(), runs.whole.toString()));
    }
    blocks.addAll(runs.boxes);
    return runs.endDeleted;
  }

  /** What is gathered of a paragraph. */
  private static final class Runs {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder whole = new StringBuilder();
    private boolean hidden;
    private final List<DocumentBlock> boxes = new ArrayList<>();
    private boolean endDeleted;

    void add(CharSequence shown) {
      whole.append(shown);
      if (!hidden) {
        text.append(shown);
      }
    }
  }

  private void text(Runs runs, int depth) throws IOException, XMLStreamException {
    budget.depth(depth);
    while (nextChild()) {
      switch (xml.getLocalName()) {
        case "t" -> characters(runs);
        case "r" -> {
          text(runs, depth + 1);
          runs.hidden = false;
        }
        case "rPr" -> runs.hidden = hides(depth + 1);
        case "hyperlink" -> text(runs, depth + 1);
        case "pPr" -> runs.endDeleted |= marks("del", depth + 1);
        case "tab", "ptab" -> put("\t", runs);
        case "br", "cr" -> put("\n", runs);
        case "noBreakHyphen" -> put("-", runs);
        case "sym" -> put(symbol(), runs);
        case "txbxContent" -> blocks(runs.boxes, depth + 1);
        case "AlternateContent" -> alternatives(() -> text(runs, depth + 1));
        case "sdtPr", "del", "moveFrom", "instrText", "delText", "delInstrText", "rt", "object" ->
            Xml.skip(xml);
        default -> text(runs, depth + 1);
      }
    }
  }

  private void put(String text, Runs runs) throws XMLStreamException {
    runs.add(text);
    Xml.skip(xml);
  }

  private void characters(Runs runs) throws IOException, XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        Xml.skip(xml);
      } else if (xml.hasText()) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        budget.text(runs.whole.length() + text.length());
      }
    }
    runs.add(text);
  }

  /** Whether a run's properties hide its text or strike it out. */
  private boolean hides(int depth) throws IOException, XMLStreamException {
    budget.depth(depth);
    boolean hides = false;
    while (nextChild()) {
      switch (xml.getLocalName()) {
        case "vanish", "strike", "dstrike" -> hides |= Xml.isOn(Xml.attribute(xml, "val", "1"));
        default -> {}
      }
      Xml.skip(xml);
    }
    return hides;
  }

  private String symbol() {
    try {
      int character = Integer.parseInt(Xml.attribute(xml, "char", ""), 16);
      return Symbols.shown(Xml.attribute(xml, "font", ""), character);
    } catch (NumberFormatException e) {
      return "";
    }
  }

  /** Whether properties hold such a mark, at any depth. */
  private boolean marks(String name, int depth) throws IOException, XMLStreamException {
    budget.depth(depth);
    boolean found = false;
    while (nextChild()) {
      found |= xml.getLocalName().equals(name);
      found |= marks(name, depth + 1);
    }
    return found;
  }

  private void rows(List<List<TableCell>> rows, int depth) throws IOException, XMLStreamException {
    budget.depth(depth);
    while (nextChild()) {
      switch (xml.getLocalName()) {
        case "tr" -> {
          List<TableCell> row = row(depth + 1);
          if (row != null) {
            rows.add(row);
          }
        }
        case "AlternateContent" -> alternatives(() -> rows(rows, depth + 1));
        case "sdt", "sdtContent", "customXml", "ins", "moveTo" -> rows(rows, depth + 1);
        default -> Xml.skip(xml);
      }
    }
  }

  private @Nullable List<TableCell> row(int depth) throws IOException, XMLStreamException {
    Row row = new Row();
    cells(row, depth);
    return row.deleted ? null : row.cells;
  }

  /** What is gathered of a table's row. */
  private static final class Row {
    private final List<TableCell> cells = new ArrayList<>();
    private int column;
    private boolean deleted;
  }

  private void cells(Row row, int depth) throws IOException, XMLStreamException {
    budget.depth(depth);
    while (nextChild()) {
      switch (xml.getLocalName()) {
        case "trPr" -> {
          while (nextChild()) {
            switch (xml.getLocalName()) {
              case "gridBefore" -> row.column = span("val", 0);
              case "del" -> row.deleted = true;
              default -> {}
            }
            Xml.skip(xml);
          }
        }
        case "tc" -> cell(row, depth + 1);
        case "AlternateContent" -> alternatives(() -> cells(row, depth + 1));
        case "sdt", "sdtContent", "customXml", "ins", "moveTo" -> cells(row, depth + 1);
        default -> Xml.skip(xml);
      }
    }
  }

  private int span(String attribute, int least) throws ReadingStopped {
    int span = Math.max(least, Xml.number(xml, attribute, least));
    budget.column(span);
    return span;
  }

  private void cell(Row row, int depth) throws IOException, XMLStreamException {
    budget.depth(depth);
    budget.cells(1);
    Above above = Above.APART;
    int width = 1;
    boolean continued = false;
    boolean deleted = false;
    List<DocumentBlock> content = new ArrayList<>();
    boolean joined = false;
    while (nextChild()) {
      if (xml.getLocalName().equals("tcPr")) {
        while (nextChild()) {
          switch (xml.getLocalName()) {
            case "gridSpan" -> width = span("val", 1);
            case "cellDel" -> deleted = true;
            case "vMerge" ->
                above =
                    Xml.attribute(xml, "val", "continue").equals("restart")
                        ? Above.BEGINS
                        : Above.CONTINUES;
            case "hMerge" -> continued = !Xml.attribute(xml, "val", "continue").equals("restart");
            default -> {}
          }
          Xml.skip(xml);
        }
      } else {
        joined = block(content, joined, depth + 1);
      }
    }
    if (deleted) {
      return; // those right of it move to its place
    }
    int last = row.cells.size() - 1;
    if (continued && last >= 0) {
      TableCell left = row.cells.get(last);
      row.cells.set(
          last, new TableCell(left.column(), left.width() + width, left.above(), left.content()));
    } else {
      row.cells.add(new TableCell(row.column, width, above, content));
    }
    row.column += width;
    budget.column(row.column);
  }
}
