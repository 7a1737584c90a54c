package org.jihe.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;

/**
 * Reads tab-separated text: a line is a row, a field is a cell, an empty line stays an empty row.
 */
final class TextReader implements FormatReader {

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r]");
  private static final Pattern FIELD_END = Pattern.compile("\\t");

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    Encodings.Decoded decoded = Encodings.text(source);
    Grid grid = grid(source.name(), decoded.text());
    return new Document(source.name(), Format.TEXT.id(), decoded.encoding(), List.of(grid));
  }

  private static Grid grid(String file, String text) {
    List<List<Cell>> rows = new ArrayList<>();
    int line = 0;
    for (String content : LINE_END.split(text, -1)) {
      line++;
      List<Cell> cells = new ArrayList<>();
      int column = 0;
      for (String field : FIELD_END.split(content.replace("\f", ""), -1)) {
        cells.add(Cell.of(field, Position.inText(file, line, ++column)));
      }
      if (content.indexOf('\f') >= 0) {
        rows.add(List.of()); // a new page, which is no new line
      }
      rows.add(cells);
    }
    return new Grid(rows, Grid.Columns.LOOSE);
  }
}
