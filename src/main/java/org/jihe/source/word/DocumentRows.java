package org.jihe.source.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jihe.layout.Cell;
import org.jihe.layout.CellNote;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.source.file.Budget;
import org.jihe.source.file.ReadingStopped;
import org.jihe.source.office.OfficeFile;
import org.jihe.source.word.DocumentBlock.Above;
import org.jihe.source.word.DocumentBlock.Paragraph;
import org.jihe.source.word.DocumentBlock.Table;
import org.jihe.source.word.DocumentBlock.TableCell;

/**
 * The blocks of a document as grids: one for each table, on top of it the paragraphs before it as
 * rows of one cell that is as wide as the table. What follows the last table stands below it. Rows
 * are counted through the document, paragraphs in which nothing is printed are left out. A table in
 * a cell takes the rows and columns that it needs, and its neighbours become as much larger.
 */
final class DocumentRows {

  private final Budget budget;
  private final String file;
  private final List<Grid> grids = new ArrayList<>();
  private List<List<Cell>> rows = new ArrayList<>();
  private List<Paragraph> paragraphs = new ArrayList<>();
  private final List<CellNote> notes = new ArrayList<>();
  private int lastRow;
  private int width = 1;
  private boolean hasTable;

  private DocumentRows(Budget budget, String file) {
    this.budget = budget;
    this.file = file;
  }

  static OfficeFile.Contents contents(List<DocumentBlock> blocks, String file, Budget budget)
      throws ReadingStopped {
    DocumentRows document = new DocumentRows(budget, file);
    for (DocumentBlock block : blocks) {
      if (block instanceof Table table) {
        document.add(table);
      } else if (block instanceof Paragraph paragraph && !paragraph.text().isBlank()) {
        document.paragraphs.add(paragraph);
      }
    }
    document.addParagraphs();
    document.endGrid();
    return new OfficeFile.Contents(document.grids, document.notes);
  }

  private void add(Table table) throws ReadingStopped {
    Laid laid = laid(table);
    if (laid.height == 0) {
      return;
    }
    if (hasTable) {
      endGrid();
    }
    hasTable = true;
    width = laid.width;
    addParagraphs();
    List<List<Cell>> added = new ArrayList<>();
    for (int i = 0; i < laid.height; i++) {
      added.add(new ArrayList<>());
    }
    for (Placed cell : laid.cells) {
      Position position = new Position(file, 0, null, lastRow + cell.row + 1, cell.column + 1);
      note(position, cell.text, cell.whole);
      added.get(cell.row).add(new Cell(cell.text, position, cell.height, cell.width));
    }
    rows.addAll(added);
    lastRow += laid.height;
  }

  private void addParagraphs() throws ReadingStopped {
    for (Paragraph paragraph : paragraphs) {
      budget.cells(1);
      Position position = new Position(file, 0, null, ++lastRow, 1);
      note(position, paragraph.text(), paragraph.whole());
      rows.add(List.of(new Cell(paragraph.text(), position, 1, width)));
    }
    paragraphs = new ArrayList<>();
  }

  private void note(Position position, String text, String whole) {
    if (!whole.equals(text)) {
      notes.add(new CellNote(position, CellNote.Kind.HIDDEN_TEXT_LEFT_OUT, whole));
    }
  }

  private void endGrid() {
    if (!rows.isEmpty()) {
      grids.add(new Grid(rows, Grid.Columns.FIXED));
    }
    rows = new ArrayList<>();
  }

  /** A cell in its place in a table, rows and columns from 0. */
  private record Placed(int row, int column, int height, int width, String text, String whole) {

    int bottom() {
      return row + height;
    }

    Placed taller(int more) {
      return new Placed(row, column, height + more, width, text, whole);
    }

    Placed wide(int columns) {
      return new Placed(row, column, height, columns, text, whole);
    }

    Placed moved(int rows, int columns) {
      return new Placed(row + rows, column + columns, height, width, text, whole);
    }
  }

  /** Cells in their places, row by row and from left to right. */
  private record Laid(int height, int width, List<Placed> cells) {}

  private Laid laid(Table table) throws ReadingStopped {
    List<List<Laid>> contents = new ArrayList<>();
    int columns = 1;
    for (List<TableCell> row : table.rows()) {
      List<Laid> laid = new ArrayList<>();
      for (TableCell cell : row) {
        budget.cells(1);
        budget.column(cell.column() + (long) cell.width());
        columns = Math.max(columns, cell.column() + cell.width());
        laid.add(laid(cell.content()));
      }
      contents.add(laid);
    }
    int[] starts = starts(table, contents, columns);
    budget.column(starts[columns]);
    return placed(table, contents, starts);
  }

  /** Where each of a table's columns begins once those with tables inside have become wider. */
  private static int[] starts(Table table, List<List<Laid>> contents, int columns) {
    int[] widths = new int[columns];
    Arrays.fill(widths, 1);
    for (int r = 0; r < contents.size(); r++) {
      for (int c = 0; c < contents.get(r).size(); c++) {
        TableCell cell = table.rows().get(r).get(c);
        int has = 0;
        for (int i = cell.column(); i < cell.column() + cell.width(); i++) {
          has += widths[i];
        }
        int needs = contents.get(r).get(c).width;
        widths[cell.column() + cell.width() - 1] += Math.max(0, needs - has);
      }
    }
    int[] starts = new int[columns + 1];
    for (int i = 0; i < columns; i++) {
      starts[i + 1] = starts[i] + widths[i];
    }
    return starts;
  }

  private static Laid placed(Table table, List<List<Laid>> contents, int[] starts) {
    List<Placed> all = new ArrayList<>();
    Map<Integer, Integer> begun = new HashMap<>(); // merged cells by column: where in the list
    int top = 0;
    for (int r = 0; r < contents.size(); r++) {
      int height = contents.get(r).stream().mapToInt(Laid::height).max().orElse(1);
      for (int c = 0; c < contents.get(r).size(); c++) {
        TableCell cell = table.rows().get(r).get(c);
        int left = starts[cell.column()];
        Integer merged = begun.get(cell.column());
        if (cell.above() == Above.CONTINUES && merged != null && all.get(merged).bottom() == top) {
          all.set(merged, all.get(merged).taller(height));
          continue;
        }
        begun.remove(cell.column());
        List<Placed> parts = contents.get(r).get(c).cells;
        if (parts.size() == 1) {
          if (cell.above() == Above.BEGINS) {
            begun.put(cell.column(), all.size());
          }
          int width = starts[cell.column() + cell.width()] - left;
          Placed only = parts.get(0);
          all.add(new Placed(top, left, height, width, only.text, only.whole));
        } else {
          for (Placed part : parts) {
            all.add(part.moved(top, left));
          }
        }
      }
      top += height;
    }
    return new Laid(top, starts[starts.length - 1], all);
  }

  /** A cell's content: one text, or texts and tables under one another. */
  private Laid laid(List<DocumentBlock> content) throws ReadingStopped {
    List<Laid> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    StringBuilder whole = new StringBuilder();
    for (DocumentBlock block : content) {
      if (block instanceof Paragraph paragraph) {
        text.append(text.isEmpty() ? "" : "\n").append(paragraph.text());
        whole.append(whole.isEmpty() ? "" : "\n").append(paragraph.whole());
      } else if (block instanceof Table table) {
        addText(parts, text, whole);
        parts.add(laid(table));
      }
    }
    addText(parts, text, whole);
    if (parts.isEmpty()) {
      return new Laid(1, 1, List.of(new Placed(0, 0, 1, 1, "", "")));
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    int width = parts.stream().mapToInt(Laid::width).max().orElse(1);
    List<Placed> all = new ArrayList<>();
    int top = 0;
    for (Laid part : parts) {
      for (Placed cell : part.cells) {
        Placed wide = part.height == 1 && part.cells.size() == 1 ? cell.wide(width) : cell;
        all.add(wide.moved(top, 0));
      }
      top += part.height;
    }
    return new Laid(top, width, all);
  }

  /** A text of its own; the empty paragraph that must follow a table in a cell is none. */
  private static void addText(List<Laid> parts, StringBuilder text, StringBuilder whole) {
    String stripped = text.toString().strip();
    if (!stripped.isEmpty()) {
      parts.add(
          new Laid(1, 1, List.of(new Placed(0, 0, 1, 1, stripped, whole.toString().strip()))));
    }
    text.setLength(0);
    whole.setLength(0);
  }
}
