package org.jihe.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jihe.layout.Cell;
import org.jihe.layout.Document;
import org.jihe.layout.FormLayout;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.template.row.PrintedRow;

/**
 * Cuts out of a document the rows in which its forms stand, as they are printed: with page numbers,
 * repeated heads and blank rows between the first row of a form and its last.
 */
final class FormLayouts {

  private final List<Line> lines = new ArrayList<>();
  private final List<Grid> grids;

  /** The line up to which forms have been found. */
  private int reached;

  /** A row of one of the document's grids. */
  private record Line(int grid, List<Cell> cells) {

    boolean holds(Position position) {
      return cells.stream().anyMatch(cell -> isSameRow(cell.position(), position));
    }

    private static boolean isSameRow(Position a, Position b) {
      return a.page() == b.page() && a.row() == b.row() && Objects.equals(a.sheet(), b.sheet());
    }
  }

  FormLayouts(Document document) {
    grids = document.grids();
    for (int i = 0; i < grids.size(); i++) {
      for (List<Cell> cells : grids.get(i).rows()) {
        lines.add(new Line(i, cells));
      }
    }
  }

  /**
   * The rows of a form; forms are asked for in the document's order.
   *
   * @param origin the form's first cell
   * @param rows where it was read from, in the document's order
   */
  FormLayout of(Position origin, List<PrintedRow> rows) {
    int first = -1;
    for (PrintedRow row : rows) {
      int line = find(row.tokens().get(0).position());
      if (line >= 0) {
        first = first < 0 ? line : first;
        reached = line;
      }
    }
    return new FormLayout(origin, first < 0 ? List.of() : cut(lines.subList(first, reached + 1)));
  }

  private int find(Position position) {
    for (int i = reached; i < lines.size(); i++) {
      if (lines.get(i).holds(position)) {
        return i;
      }
    }
    return -1;
  }

  private List<Grid> cut(List<Line> rows) {
    Map<Integer, List<List<Cell>>> rowsOfGrid = new LinkedHashMap<>();
    for (Line row : rows) {
      rowsOfGrid.computeIfAbsent(row.grid, grid -> new ArrayList<>()).add(row.cells);
    }
    List<Grid> parts = new ArrayList<>();
    rowsOfGrid.forEach((grid, cells) -> parts.add(new Grid(cells, grids.get(grid).columns())));
    return parts;
  }
}
