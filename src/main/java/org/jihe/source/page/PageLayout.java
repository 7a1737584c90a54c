package org.jihe.source.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jihe.layout.Box;
import org.jihe.source.file.Limits;
import org.jihe.source.page.TextLines.Line;

/**
 * What stands on a page: tables, and lines of text between them, from top to bottom.
 *
 * @param page number of the page, counted from 1
 * @param content what the page prints
 * @param blocks the tables and lines
 */
public record PageLayout(int page, PageContent content, List<Block> blocks) {

  /** Characters of one word stand closer than this many ems. */
  private static final double WORD = 0.1;

  private static final double MOST_TOLERANCE = 3;
  private static final double TOLERANCE = 0.4;

  /** A table or a line. */
  sealed interface Block permits TableBlock, LineBlock {
    double top();
  }

  /**
   * A table.
   *
   * @param texts text of every area
   */
  record TableBlock(RuledTable table, List<String> texts) implements Block {
    @Override
    public double top() {
      return table.top();
    }

    Box box(MergedCell area) {
      return new Box(
          table.xs()[area.column()],
          table.ys()[area.row()],
          table.xs()[area.column() + area.columns()],
          table.ys()[area.row() + area.rows()]);
    }
  }

  /** A line of text outside tables, parted where its gaps are wide. */
  record LineBlock(List<Line> fields) implements Block {
    @Override
    public double top() {
      return fields.stream().mapToDouble(Line::top).min().orElseThrow();
    }
  }

  public static PageLayout of(int page, PageContent content, Limits limits) {
    List<RuledTable> tables =
        RuledTables.of(content.rulings(), tolerance(content.glyphs()), limits.cells());
    List<Block> blocks = new ArrayList<>();
    List<Glyph> outside = fill(tables, content.glyphs(), blocks);
    for (Line line : TextLines.lines(outside)) {
      blocks.add(
          new LineBlock(tables.isEmpty() ? TextLines.columns(line) : TextLines.fields(line)));
    }
    blocks.sort(Comparator.comparingDouble(Block::top));
    return new PageLayout(page, content, blocks);
  }

  /** Borders closer than this are one: less than the lowest row that takes the page's text. */
  private static double tolerance(List<Glyph> glyphs) {
    if (glyphs.isEmpty()) {
      return MOST_TOLERANCE;
    }
    double[] heights = glyphs.stream().mapToDouble(Glyph::height).sorted().toArray();
    return Math.min(MOST_TOLERANCE, TOLERANCE * heights[heights.length / 2]);
  }

  /** Gives the characters to the tables' cells; returns those outside. */
  private static List<Glyph> fill(List<RuledTable> tables, List<Glyph> glyphs, List<Block> blocks) {
    if (tables.isEmpty()) {
      return glyphs;
    }
    List<RuledTable> smallestFirst = new ArrayList<>(tables);
    smallestFirst.sort(
        Comparator.comparingDouble(
            table -> (table.right() - table.left()) * (table.bottom() - table.top())));
    List<List<List<Glyph>>> cells = new ArrayList<>();
    for (RuledTable table : smallestFirst) {
      List<List<Glyph>> of = new ArrayList<>(table.areas().size());
      for (int i = 0; i < table.areas().size(); i++) {
        of.add(new ArrayList<>(0));
      }
      cells.add(of);
    }
    List<Glyph> outside = new ArrayList<>();
    int at = 0;
    while (at < glyphs.size()) {
      int end = endOfWord(glyphs, at);
      List<Glyph> cell = cellOf(glyphs.subList(at, end), smallestFirst, cells, outside);
      cell.addAll(glyphs.subList(at, end));
      at = end;
    }
    for (int t = 0; t < smallestFirst.size(); t++) {
      RuledTable table = smallestFirst.get(t);
      String[] texts = new String[table.areas().size()];
      Arrays.setAll(texts, i -> "");
      for (int i = 0; i < texts.length; i++) {
        MergedCell area = table.areas().get(i);
        texts[i] =
            TextLines.text(
                cells.get(t).get(i),
                table.xs()[area.column()],
                table.xs()[area.column() + area.columns()]);
      }
      blocks.add(new TableBlock(table, List.of(texts)));
    }
    return outside;
  }

  /** A word that is wider than its cell runs over the border, and still is one word. */
  private static int endOfWord(List<Glyph> glyphs, int from) {
    int end = from + 1;
    while (end < glyphs.size()) {
      Glyph before = glyphs.get(end - 1);
      Glyph glyph = glyphs.get(end);
      boolean joined =
          glyph.run() == before.run()
              && glyph.turn() == 0
              && before.turn() == 0
              && !glyph.isSpace()
              && !before.isSpace()
              && glyph.baseline() == before.baseline()
              && Math.abs(glyph.left() - before.right()) < WORD * glyph.height();
      if (!joined) {
        break;
      }
      end++;
    }
    return end;
  }

  /** The cell in which most of a word stands. */
  private static List<Glyph> cellOf(
      List<Glyph> word,
      List<RuledTable> tables,
      List<List<List<Glyph>>> cells,
      List<Glyph> outside) {
    List<Glyph> most = outside;
    int votes = 0;
    List<Glyph> current = null;
    int count = 0;
    for (Glyph glyph : word) {
      List<Glyph> cell = cellAt(glyph, tables, cells, outside);
      count = cell == current ? count + 1 : 1;
      current = cell;
      if (count > votes) {
        votes = count;
        most = cell;
      }
    }
    return most;
  }

  private static List<Glyph> cellAt(
      Glyph glyph, List<RuledTable> tables, List<List<List<Glyph>>> cells, List<Glyph> outside) {
    for (int t = 0; t < tables.size(); t++) {
      int area = tables.get(t).at(glyph.x(), glyph.y());
      if (area >= 0) {
        return cells.get(t).get(area);
      }
    }
    return outside;
  }

  /** The page's tables from top to bottom. */
  List<RuledTable> tables() {
    return blocks.stream()
        .filter(TableBlock.class::isInstance)
        .map(block -> ((TableBlock) block).table())
        .toList();
  }
}
