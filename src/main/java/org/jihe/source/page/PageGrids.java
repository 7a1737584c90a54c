package org.jihe.source.page;

import java.util.ArrayList;
import java.util.List;
import org.jihe.layout.Box;
import org.jihe.layout.Cell;
import org.jihe.layout.Grid;
import org.jihe.layout.Position;
import org.jihe.source.page.PageLayout.LineBlock;
import org.jihe.source.page.PageLayout.TableBlock;
import org.jihe.source.page.TextLines.Line;
import org.jspecify.annotations.Nullable;

/** Makes the grids of a document of its pages' layouts. */
public final class PageGrids {

  private final String file;
  private final ColumnNumbers columns = new ColumnNumbers();

  private PageGrids(String file) {
    this.file = file;
  }

  /** One grid for every page. */
  public static List<Grid> of(String file, List<PageLayout> pages) {
    PageGrids grids = new PageGrids(file);
    for (PageLayout page : pages) {
      page.tables().forEach(grids.columns::add);
    }
    List<Grid> all = new ArrayList<>();
    List<PageLayout> open = new ArrayList<>();
    for (PageLayout page : pages) {
      if (page.tables().isEmpty()) {
        open.add(page);
      } else {
        all.addAll(UnruledTable.grids(file, open));
        open.clear();
        all.add(grids.grid(page));
      }
    }
    all.addAll(UnruledTable.grids(file, open));
    return all;
  }

  private Grid grid(PageLayout page) {
    List<RuledTable> tables = page.tables();
    List<List<Cell>> rows = new ArrayList<>();
    for (PageLayout.Block block : page.blocks()) {
      if (block instanceof TableBlock table) {
        table(page, table, rows);
      } else if (block instanceof LineBlock line) {
        rows.add(line(page, line, tables.get(0), rows.size() + 1));
      }
    }
    return new Grid(rows, Grid.Columns.FIXED);
  }

  private void table(PageLayout page, TableBlock block, List<List<Cell>> rows) {
    RuledTable table = block.table();
    int above = rows.size();
    List<List<Cell>> own = new ArrayList<>();
    for (int i = 1; i < table.ys().length; i++) {
      own.add(new ArrayList<>());
    }
    for (int i = 0; i < table.areas().size(); i++) {
      MergedCell area = table.areas().get(i);
      int column = columns.column(table, area.column());
      int end = columns.column(table, area.column() + area.columns());
      Box box = QuarterTurns.asSeen(block.box(area), page.content());
      Position position =
          new Position(file, page.page(), null, above + area.row() + 1, column, box);
      own.get(area.row())
          .add(new Cell(block.texts().get(i), position, area.rows(), Math.max(1, end - column)));
    }
    rows.addAll(own);
  }

  private List<Cell> line(PageLayout page, LineBlock block, RuledTable table, int row) {
    List<Cell> cells = new ArrayList<>();
    int column = 0;
    for (Line field : block.fields()) {
      int here = block.fields().size() == 1 ? 1 : columns.columnAt(table, field.left());
      column = Math.max(column + 1, here);
      cells.add(cell(file, page, field, row, column));
    }
    return cells;
  }

  static Cell cell(String file, PageLayout page, Line line, int row, int column) {
    Box box = new Box(line.left(), line.top(), line.right(), line.bottom());
    @Nullable String sheet = null;
    return Cell.of(
        line.text(),
        new Position(
            file, page.page(), sheet, row, column, QuarterTurns.asSeen(box, page.content())));
  }
}
