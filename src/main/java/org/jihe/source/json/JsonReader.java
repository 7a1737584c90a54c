package org.jihe.source.json;

import java.util.ArrayList;
import java.util.List;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Format;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.text.Encodings;

/**
 * Lays JSON out as it stands: a row for each line of the text, cut before every value, so that a
 * value's cell has the line and column at which it begins. Nothing is left out; {@link #text} puts
 * it together again for those who know what it says.
 */
public final class JsonReader implements FormatReader {

  private static final String LINE_END = "\r\n|\r|\n";

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    Encodings.Decoded decoded = Encodings.text(source);
    List<List<Cell>> rows = new ArrayList<>();
    int line = 0;
    int cells = 0;
    for (String text : decoded.text().split(LINE_END, -1)) {
      List<Cell> row = cells(source.name(), ++line, text);
      cells += row.size();
      if (cells > limits.cells()) {
        throw new Refusal(source, Reason.LIMIT_EXCEEDED, "cells > " + limits.cells(), "");
      }
      rows.add(row);
    }
    Grid grid = new Grid(rows, Grid.Columns.LOOSE);
    return new Document(source.name(), Format.JSON.id(), decoded.encoding(), List.of(grid));
  }

  private static List<Cell> cells(String file, int line, String text) {
    List<Cell> cells = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean word = Character.isLetterOrDigit(c) || c == '-';
      int end = c == '"' ? stringEnd(text, at) : word ? wordEnd(text, at) : at + 1;
      if ((c == '"' || word) && !isName(text, end) && at > from) {
        cells.add(Cell.of(text.substring(from, at), Position.inText(file, line, from + 1)));
        from = at;
      }
      at = end;
    }
    if (from < text.length()) {
      cells.add(Cell.of(text.substring(from), Position.inText(file, line, from + 1)));
    }
    return cells;
  }

  private static int stringEnd(String text, int start) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }

  private static int wordEnd(String text, int start) {
    int at = start + 1;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private static boolean isName(String text, int end) {
    int at = end;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == ':';
  }

  /** The text of a document that this reader made, a line feed between its lines. */
  public static String text(Document document) {
    StringBuilder text = new StringBuilder();
    for (Grid grid : document.grids()) {
      for (List<Cell> row : grid.rows()) {
        row.forEach(cell -> text.append(cell.text()));
        text.append('\n');
      }
    }
    text.setLength(Math.max(0, text.length() - 1));
    return text.toString();
  }
}
