package org.jihe.source.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jihe.layout.Cell;
import org.jihe.layout.CellNote;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Budget;
import org.jihe.source.file.ReadingStopped;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the cells of one sheet. What stands under a merged cell is not printed and is left out;
 * rows in which nothing stands become one empty row; blank cells behind a row's last text are left
 * out.
 */
final class SheetCells {

  private static final int MOST_ROWS = 1 << 20;

  /** A merged area, rows and columns from 1. */
  private record Area(int row, int column, int lastRow, int lastColumn) {}

  private final Budget budget;
  private final String file;
  private final String sheet;
  private final boolean hidden;
  private final Set<Integer> hiddenRows = new HashSet<>();
  private final List<CellNote> told = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final Map<Long, Area> areas = new HashMap<>();
  private long[] places = new long[64];
  private boolean inOrder = true;
  private int lastColumn;

  /**
   * @param hidden true where the workbook hides the sheet
   */
  SheetCells(Budget budget, String file, String sheet, boolean hidden) {
    this.budget = budget;
    this.file = file;
    this.sheet = sheet;
    this.hidden = hidden;
  }

  /** Adds a cell, row and column from 1; {@link #change} knows it by the number given back. */
  int add(int row, int column, String text) throws ReadingStopped {
    budget.cells(1);
    return put(row, column, text);
  }

  /**
   * Adds a number, zero as such whatever its format makes of it.
   *
   * @param shown as its format shows it
   * @param zero what stands for it instead, or null
   */
  int add(int row, int column, String shown, @Nullable String zero) throws ReadingStopped {
    if (zero == null) {
      return add(row, column, shown);
    }
    told.add(new CellNote(position(row, column), CellNote.Kind.ZERO_TAKEN, shown));
    return add(row, column, zero);
  }

  /** Notes that a cell shows a picture, by the number that {@link #add} gave. */
  void picture(int index, String formula) {
    texts.set(index, "");
    Position place = position(row(places[index]), column(places[index]));
    told.add(new CellNote(place, CellNote.Kind.PICTURE_LEFT_OUT, formula));
  }

  /** Notes that a row, counted from 1, is hidden. */
  void hide(int row) {
    hiddenRows.add(row);
  }

  private Position position(int row, int column) {
    return new Position(file, 0, sheet, row, column);
  }

  /** What was done to cells, and which of them are hidden. */
  List<CellNote> notes() {
    List<CellNote> notes = new ArrayList<>(told);
    if (hidden) {
      notes.add(new CellNote(position(1, 1), CellNote.Kind.HIDDEN_SHEET, sheet));
    }
    for (int i = 0; i < texts.size() && !hiddenRows.isEmpty(); i++) {
      if (hiddenRows.contains(row(places[i])) && !texts.get(i).isBlank()) {
        Position place = position(row(places[i]), column(places[i]));
        notes.add(new CellNote(place, CellNote.Kind.HIDDEN_CELL, texts.get(i)));
      }
    }
    return notes;
  }

  private int put(int row, int column, String text) throws ReadingStopped {
    if (row < 1 || row > MOST_ROWS || column < 1) {
      throw new ReadingStopped(Reason.DAMAGED, "row " + row + ", column " + column);
    }
    budget.column(column);
    int index = texts.size();
    if (index == places.length) {
      places = Arrays.copyOf(places, index * 2);
    }
    places[index] = place(row, column);
    inOrder &= index == 0 || places[index - 1] < places[index];
    lastColumn = Math.max(lastColumn, column);
    texts.add(text);
    return index;
  }

  void change(int index, String text) {
    texts.set(index, text);
  }

  /** Merges an area, rows and columns from 1, first and last of each. */
  void merge(CellRangeAddress area) throws ReadingStopped {
    int row = area.getFirstRow() + 1;
    int column = area.getFirstColumn() + 1;
    int toRow = area.getLastRow() + 1;
    int toColumn = area.getLastColumn() + 1;
    if (row < 1 || column < 1 || toRow < row || toColumn < column || toRow > MOST_ROWS) {
      throw new ReadingStopped(
          Reason.DAMAGED, "merged " + row + ", " + column + ", " + toRow + ", " + toColumn);
    }
    budget.column(toColumn);
    budget.cells((toRow - row + 1L) * (toColumn - column + 1L));
    areas.putIfAbsent(place(row, column), new Area(row, column, toRow, toColumn));
    lastColumn = Math.max(lastColumn, toColumn);
  }

  private static long place(int row, int column) {
    return (long) row << Integer.SIZE | column;
  }

  private static int row(long place) {
    return (int) (place >> Integer.SIZE);
  }

  private static int column(long place) {
    return (int) place;
  }

  /** The grid of all that was added. */
  Grid grid() throws ReadingStopped {
    for (Area area : areas.values()) {
      put(area.row, area.column, ""); // the one that was added before, if any, stands for both
    }
    int @Nullable [] order = inOrder ? null : sorted();
    int[] coveredTo = new int[lastColumn + 1];
    List<List<Cell>> rows = new ArrayList<>();
    int previous = 0;
    for (int i = 0; i < texts.size(); ) {
      int row = row(places[at(order, i)]);
      int end = i + 1;
      while (end < texts.size() && row(places[at(order, end)]) == row) {
        end++;
      }
      List<Cell> cells = cells(row, order, i, end, coveredTo);
      if (!cells.isEmpty()) {
        if (row > previous + 1) {
          rows.add(List.of());
        }
        rows.add(cells);
        previous = row;
      }
      i = end;
      budget.checkInterrupted();
    }
    return new Grid(rows, Grid.Columns.FIXED);
  }

  private static int at(int @Nullable [] order, int index) {
    return order == null ? index : order[index];
  }

  /** Cells by their places; of two at the same place the one with a text comes first. */
  private int[] sorted() {
    return IntStream.range(0, texts.size())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingLong(index -> places[index])
                .thenComparing(index -> texts.get(index).isEmpty()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private List<Cell> cells(int row, int @Nullable [] order, int from, int to, int[] coveredTo) {
    List<Cell> cells = new ArrayList<>();
    int printed = 0;
    int before = 0;
    for (int i = from; i < to; i++) {
      int index = at(order, i);
      int column = column(places[index]);
      if (column == before || coveredTo[column] >= row) {
        continue;
      }
      before = column;
      String text = texts.get(index);
      Area area = areas.isEmpty() ? null : areas.get(places[index]);
      Position position = new Position(file, 0, sheet, row, column);
      if (area == null) {
        cells.add(Cell.of(text, position));
      } else {
        Arrays.fill(coveredTo, column, area.lastColumn + 1, area.lastRow);
        int height = area.lastRow - row + 1;
        cells.add(new Cell(text, position, height, area.lastColumn - column + 1));
      }
      if (area != null || !text.isEmpty()) {
        printed = cells.size();
      }
    }
    return cells.subList(0, printed);
  }
}
