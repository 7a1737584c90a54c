package org.jihe.source.rtf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jihe.layout.Cell;
import org.jihe.layout.Position;
import org.jihe.source.file.Budget;

/** The rows of one table as cells: whose edges are the same stand in the same column. */
final class RtfTable {

  /** Edges so near to each other, in twips, are one. */
  private static final int NEAR = 25;

  private final List<RtfRow> rows;
  private final List<Integer> edges;

  RtfTable(List<RtfRow> rows) {
    this.rows = rows;
    this.edges = edges(rows);
  }

  private static List<Integer> edges(List<RtfRow> rows) {
    TreeSet<Integer> all = new TreeSet<>();
    for (RtfRow row : rows) {
      for (RtfRow.Slot slot : row.slots) {
        all.add(slot.left());
        all.add(slot.right());
      }
    }
    List<Integer> edges = new ArrayList<>();
    for (int edge : all) {
      if (edges.isEmpty() || edge - edges.get(edges.size() - 1) > NEAR) {
        edges.add(edge);
      }
    }
    return edges;
  }

  /** The number of an edge, counted from 0. */
  private int edge(int twips) {
    int nearest = 0;
    for (int i = 1; i < edges.size(); i++) {
      if (Math.abs(edges.get(i) - twips) < Math.abs(edges.get(nearest) - twips)) {
        nearest = i;
      }
    }
    return nearest;
  }

  /**
   * The cells of every row.
   *
   * @param above rows of the grid above the table
   */
  List<List<Cell>> cells(String file, int above, Budget budget) throws IOException {
    List<List<Cell>> cells = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      RtfRow row = rows.get(r);
      List<Cell> line = new ArrayList<>();
      for (int s = 0; s < row.slots.size(); s++) {
        RtfRow.Slot slot = row.slots.get(s);
        if (slot.down() == RtfRow.Merge.REST || slot.across() == RtfRow.Merge.REST) {
          continue;
        }
        int first = edge(slot.left());
        int last = edge(right(row, s));
        budget.cells(1);
        budget.column(last);
        Position place = new Position(file, 0, null, above + r + 1, first + 1);
        line.add(new Cell(row.text(s), place, height(r, slot), Math.max(1, last - first)));
      }
      cells.add(line);
    }
    return cells;
  }

  /** The right edge of a cell and of those that are merged into it. */
  private static int right(RtfRow row, int slot) {
    int last = slot;
    while (last + 1 < row.slots.size() && row.slots.get(last + 1).across() == RtfRow.Merge.REST) {
      last++;
    }
    return row.slots.get(last).right();
  }

  private int height(int row, RtfRow.Slot slot) {
    int below = row + 1;
    while (slot.down() == RtfRow.Merge.FIRST && below < rows.size() && goesOn(below, slot)) {
      below++;
    }
    return below - row;
  }

  private boolean goesOn(int row, RtfRow.Slot slot) {
    for (RtfRow.Slot other : rows.get(row).slots) {
      if (edge(other.left()) == edge(slot.left())) {
        return other.down() == RtfRow.Merge.REST;
      }
    }
    return false;
  }
}
