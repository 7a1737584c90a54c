package org.jihe.source.workbook;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Budget;
import org.jihe.source.file.ReadingStopped;
import org.jihe.source.office.Xml;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a workbook's sheets as their XML streams by. For one thread. */
final class SheetXml {

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /** The function with which a picture stands in a cell. */
  private static final String PICTURE = "DISPIMG(";

  private static final int MOST_DASHES = 12;

  private final String[] strings;
  private final List<String> formats;
  private final ShownNumbers numbers;
  private final Budget budget;
  private final Recalculation recalculation;

  /**
   * @param strings the texts that cells name by number
   * @param formats the number formats of the styles that cells name by number
   */
  SheetXml(String[] strings, List<String> formats, ShownNumbers numbers, Budget budget) {
    this.strings = strings;
    this.formats = formats;
    this.numbers = numbers;
    this.budget = budget;
    this.recalculation = new Recalculation(budget);
  }

  /** Computes the formulas without a value that were met in the sheets. */
  void compute(Recalculation.Opening opening) throws ReadingStopped {
    recalculation.run(opening, numbers);
  }

  /** What a cell's element says. */
  private static final class Content {
    private String type = "n";
    private String format = ShownNumbers.GENERAL;
    private String value = "";
    private String formula = "";
    private boolean hasValue;
    private boolean isFormula;

    boolean lacksValue() {
      return isFormula && (!hasValue || (value.isEmpty() && !type.equals("str")));
    }
  }

  void read(XMLStreamReader xml, String sheet, SheetCells cells)
      throws IOException, XMLStreamException {
    int row = 0;
    int numbered = 0;
    int column = 0;
    while (Xml.nextStart(xml)) {
      switch (xml.getLocalName()) {
        case "row" -> {
          numbered = Xml.number(xml, "r", 0);
          row = numbered > 0 ? numbered : row + 1;
          column = 0;
          if (Xml.isOn(Xml.attribute(xml, "hidden", "0"))) {
            cells.hide(row);
          }
        }
        case "c" -> {
          String address = xml.getAttributeValue(null, "r");
          long place = address == null ? -1 : place(address);
          row = place < 0 || numbered > 0 ? Math.max(1, row) : (int) (place >> Integer.SIZE);
          column = place < 0 ? column + 1 : (int) place;
          cell(content(xml), sheet, row, column, cells);
        }
        case "mergeCell" -> {
          cells.merge(CellRangeAddress.valueOf(Xml.attribute(xml, "ref", "")));
        }
        case "extLst" -> Xml.skip(xml);
        default -> {}
      }
    }
  }

  private void cell(Content content, String sheet, int row, int column, SheetCells cells)
      throws ReadingStopped {
    String shown = content.lacksValue() ? "" : shown(content);
    int index = cells.add(row, column, shown, content.lacksValue() ? null : zero(content, shown));
    if (content.formula.contains(PICTURE)) {
      cells.picture(index, "=" + content.formula);
    } else if (content.lacksValue()) {
      cells.change(index, "=" + content.formula);
      recalculation.add(sheet, row, column, content.format, cells, index);
    }
  }

  /** Row and column of an address such as {@code AB12}, or -1 where it is none. */
  private static long place(String address) {
    int at = 0;
    int column = 0;
    while (at < address.length() && at < 3 && isLetter(address.charAt(at))) {
      column = column * 26 + (address.charAt(at) & 0x1F);
      at++;
    }
    int row = 0;
    int digits = at;
    while (at < address.length() && at < digits + 8 && Character.isDigit(address.charAt(at))) {
      row = row * 10 + (address.charAt(at) - '0');
      at++;
    }
    boolean whole = column > 0 && at > digits && at == address.length();
    return whole ? (long) row << Integer.SIZE | column : -1;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private Content content(XMLStreamReader xml) throws IOException, XMLStreamException {
    Content content = new Content();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      switch (xml.getAttributeLocalName(i)) {
        case "t" -> content.type = xml.getAttributeValue(i);
        case "s" -> content.format = format(xml.getAttributeValue(i));
        default -> {}
      }
    }
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "v" -> {
          content.value = text(xml);
          content.hasValue = true;
        }
        case "f" -> {
          content.formula = text(xml);
          content.isFormula = true;
        }
        case "is" -> {
          content.value = richText(xml);
          content.hasValue = true;
        }
        default -> Xml.skip(xml);
      }
    }
    return content;
  }

  private String format(String style) {
    try {
      int number = Integer.parseInt(style);
      return number >= 0 && number < formats.size() ? formats.get(number) : ShownNumbers.GENERAL;
    } catch (NumberFormatException e) {
      return ShownNumbers.GENERAL;
    }
  }

  private String shown(Content content) throws ReadingStopped {
    String value = content.value;
    return switch (content.type) {
      case "s" -> value.isEmpty() ? "" : string(value);
      case "b" -> value.strip().equals("1") || value.equals("true") ? "TRUE" : "FALSE";
      case "inlineStr", "e" -> value;
      case "str" -> unescaped(value);
      case "d" -> IsoDates.shown(value, content.format, numbers);
      default -> number(value, content.format);
    };
  }

  /** What stands for a stored zero that is shown as a dash, or null. */
  private @Nullable String zero(Content content, String shown) {
    if (!content.type.equals("n") || content.value.isBlank() || shown.length() > MOST_DASHES) {
      return null;
    }
    try {
      return numbers.zero(Double.parseDouble(content.value), content.format, shown);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private String string(String number) throws ReadingStopped {
    try {
      return strings[Integer.parseInt(number.strip())];
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new ReadingStopped(Reason.DAMAGED, "no shared string " + number);
    }
  }

  private String number(String value, String format) {
    if (value.isEmpty()) {
      return "";
    }
    try {
      return numbers.shown(Double.parseDouble(value), format);
    } catch (NumberFormatException e) {
      return value; // not a number: what stands there is all that is known
    }
  }

  private String text(XMLStreamReader xml) throws IOException, XMLStreamException {
    int event = xml.next();
    String only = "";
    if (event == XMLStreamConstants.CHARACTERS) {
      only = xml.getText();
      event = xml.next();
    }
    if (event == XMLStreamConstants.END_ELEMENT) {
      return only;
    }
    StringBuilder text = new StringBuilder(only);
    for (; event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        budget.text(text.length());
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        Xml.skip(xml);
      }
    }
    return text.toString();
  }

  /** The text of an element that holds plain text or runs of it; pronunciations are left out. */
  static String richText(XMLStreamReader xml) throws XMLStreamException {
    Runs runs = new Runs();
    boolean inText = false;
    for (int depth = 1; depth > 0; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = xml.getLocalName();
          if (name.equals("rPh") || name.equals("rPr")) {
            Xml.skip(xml);
          } else {
            depth++;
            inText = name.equals("t");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          inText = false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (inText) {
            runs.add(xml);
          }
        }
        default -> {}
      }
    }
    return unescaped(runs.text());
  }

  /** Pieces of a text, of which there is mostly one. */
  private static final class Runs {

    private @Nullable String only;
    private @Nullable StringBuilder more;

    void add(XMLStreamReader xml) {
      if (only == null) {
        only = xml.getText();
        return;
      }
      if (more == null) {
        more = new StringBuilder(only);
      }
      more.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    String text() {
      return more != null ? more.toString() : only == null ? "" : only;
    }
  }

  /** Characters that XML cannot hold stand as {@code _x000D_}. */
  private static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    Matcher escape = ESCAPE.matcher(text);
    return escape
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 16))))
        .replace("\r\n", "\n")
        .replace('\r', '\n');
  }
}
