package org.jihe.source.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jihe.layout.Cell;
import org.jihe.layout.CellNote;
import org.jihe.layout.Grid;
import org.jihe.layout.PrintedCharacters;

/**
 * The texts of pages with the characters that were printed, where their fonts tell others that look
 * the same.
 *
 * @param grids the grids with these texts
 * @param notes the cells in which something was mended
 */
record MendedTexts(List<Grid> grids, List<CellNote> notes) {

  static MendedTexts of(List<Grid> read) {
    List<Grid> grids = new ArrayList<>(read.size());
    List<CellNote> notes = new ArrayList<>();
    for (Grid grid : read) {
      List<List<Cell>> rows = new ArrayList<>(grid.rows().size());
      for (List<Cell> row : grid.rows()) {
        rows.add(row.stream().map(cell -> mended(cell, notes)).toList());
      }
      grids.add(new Grid(rows, grid.columns()));
    }
    return new MendedTexts(grids, notes);
  }

  private static Cell mended(Cell cell, List<CellNote> notes) {
    String text = PrintedCharacters.of(cell.text());
    if (text.equals(cell.text())) {
      return cell;
    }
    notes.add(new CellNote(cell.position(), CellNote.Kind.CHARACTERS_MENDED, cell.text()));
    return new Cell(text, cell.position(), cell.rowSpan(), cell.columnSpan());
  }
}
