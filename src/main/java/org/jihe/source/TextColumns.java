package org.jihe.source;

import java.util.ArrayList;
import java.util.List;
import org.jihe.layout.Cell;
import org.jihe.layout.Grid;
import org.jihe.source.PageLayout.LineBlock;
import org.jihe.source.TextLines.Line;

/** A page without tables: a line is a row, its fields are numbered. */
final class TextColumns {

  private TextColumns() {}

  static Grid grid(String file, PageLayout page) {
    List<List<Cell>> rows = new ArrayList<>();
    for (PageLayout.Block block : page.blocks()) {
      if (block instanceof LineBlock line) {
        List<Cell> cells = new ArrayList<>();
        for (Line field : line.fields()) {
          cells.add(PageGrids.cell(file, page, field, rows.size() + 1, cells.size() + 1));
        }
        rows.add(cells);
      }
    }
    return new Grid(rows, Grid.Columns.LOOSE);
  }
}
