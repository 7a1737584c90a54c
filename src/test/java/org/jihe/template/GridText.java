package org.jihe.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;

/**
 * A table written as lines of cells with {@code |} between them; {@code <} continues the cell to
 * the left, {@code ^} the one above, an empty line begins a new page.
 */
final class GridText {

  private GridText() {}

  static String read(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/grids/" + name + ".grid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document with merged cells; every page is a grid. */
  static Document merged(String text) {
    List<Grid> grids = new ArrayList<>();
    int page = 0;
    for (String part : text.strip().split("\n\\s*\n", -1)) {
      page++;
      List<String[]> table = table(part);
      List<List<Cell>> rows = new ArrayList<>();
      for (int row = 0; row < table.size(); row++) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < table.get(row).length; column++) {
          String printed = table.get(row)[column];
          if (!printed.equals("<") && !printed.equals("^")) {
            Position place = new Position("a.xlsx", page, null, row + 1, column + 1);
            int columns = columns(table, row, column);
            cells.add(new Cell(printed, place, rows(table, row, column), columns));
          }
        }
        rows.add(cells);
      }
      grids.add(new Grid(rows, Grid.Columns.FIXED));
    }
    return new Document("a.xlsx", "test", "", grids);
  }

  private static int columns(List<String[]> table, int row, int column) {
    int last = column + 1;
    while (last < table.get(row).length && table.get(row)[last].equals("<")) {
      last++;
    }
    return last - column;
  }

  private static int rows(List<String[]> table, int row, int column) {
    int last = row + 1;
    while (last < table.size()
        && column < table.get(last).length
        && table.get(last)[column].equals("^")) {
      last++;
    }
    return last - row;
  }

  /** The same as tab-separated text: a merged cell stands at its top left corner alone. */
  static String tabbed(String text) {
    StringBuilder tabbed = new StringBuilder();
    for (String line : text.strip().split("\n", -1)) {
      List<String> cells = new ArrayList<>();
      for (String cell : cells(line)) {
        cells.add(cell.equals("<") || cell.equals("^") ? "" : cell);
      }
      tabbed.append(String.join("\t", cells)).append('\n');
    }
    return tabbed.toString();
  }

  private static List<String[]> table(String part) {
    List<String[]> table = new ArrayList<>();
    part.lines().forEach(line -> table.add(cells(line)));
    return table;
  }

  private static String[] cells(String line) {
    String[] cells = line.split("\\|", -1);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i].strip();
    }
    return cells;
  }
}
