package org.jihe.source.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.PAPX;
import org.apache.poi.hwpf.sprm.SprmBuffer;
import org.apache.poi.hwpf.sprm.SprmIterator;
import org.apache.poi.hwpf.sprm.SprmOperation;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.util.LittleEndian;
import org.jihe.source.file.Budget;
import org.jihe.source.file.ReadingStopped;
import org.jihe.source.word.DocumentBlock.Above;
import org.jihe.source.word.DocumentBlock.Paragraph;
import org.jihe.source.word.DocumentBlock.Table;
import org.jihe.source.word.DocumentBlock.TableCell;

/**
 * Builds tables from the paragraphs of a document of Word 97 to 2003, in which a paragraph says how
 * many tables it stands in and whether it ends a cell or a row. The end of a row knows the edges of
 * its cells; the edges of all rows are the table's columns.
 */
final class DocumentParagraphs {

  private static final char CELL_END = 0x07;

  // Properties of paragraphs and of rows, by their codes.
  private static final int IN_TABLE = 0x16;
  private static final int ROW_END = 0x17;
  private static final int LEVEL = 0x49;
  private static final int INNER_CELL_END = 0x4B;
  private static final int INNER_ROW_END = 0x4C;
  private static final int CELLS = 0x08;
  private static final int MERGED_DOWN = 0x2B;

  private static final int CELL_SIZE = 20;

  /** Edges that are nearer than this, in twentieths of a point, are one. */
  private static final int SAME_EDGE = 20;

  private final HWPFDocument document;
  private final DocumentText text;
  private final Budget budget;
  private final List<Piece> pieces = new ArrayList<>();
  private int next;

  DocumentParagraphs(HWPFDocument document, DocumentText text, Budget budget) {
    this.document = document;
    this.text = text;
    this.budget = budget;
  }

  /** A paragraph: how many tables it stands in, and what it ends. */
  private record Piece(
      String text, String whole, int level, boolean endsCell, boolean endsRow, RowShape shape) {}

  /** Edges of a row's cells, one more than cells, and how each is merged. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record RowShape(int[] edges, int[] across, int[] down) {

    /** Of a row that does not say it, or of no row. */
    static final RowShape UNKNOWN = new RowShape(new int[0], new int[0], new int[0]);
  }

  private record Row(List<List<DocumentBlock>> cells, RowShape shape) {}

  List<DocumentBlock> blocks(Range range) throws ReadingStopped {
    gather(range);
    List<DocumentBlock> blocks = new ArrayList<>();
    while (next < pieces.size()) {
      Piece piece = pieces.get(next);
      if (piece.level > 0) {
        blocks.add(table(1));
      } else {
        blocks.add(new Paragraph(piece.text, piece.whole));
        next++;
      }
    }
    return blocks;
  }

  private void gather(Range range) throws ReadingStopped {
    StringBuilder joined = new StringBuilder();
    StringBuilder whole = new StringBuilder();
    for (PAPX paragraph : document.getParagraphTable().getParagraphs()) {
      int from = Math.max(paragraph.getStart(), range.getStartOffset());
      int to = Math.min(paragraph.getEnd(), range.getEndOffset());
      if (from < to) {
        budget.cells(1);
        text.show(from, to, joined, whole);
        budget.text(whole.length());
        Piece piece = piece(paragraph, text.at(to - 1), joined.toString(), whole.toString());
        boolean goesOn = text.isDeleted(to - 1) && !piece.endsCell && !piece.endsRow;
        if (!goesOn) { // else the end of the paragraph was deleted
          pieces.add(piece);
          joined.setLength(0);
          whole.setLength(0);
        }
      }
    }
    if (!whole.isEmpty()) {
      pieces.add(new Piece(joined.toString(), whole.toString(), 0, false, false, RowShape.UNKNOWN));
    }
  }

  private static Piece piece(PAPX paragraph, char last, String text, String whole) {
    Properties properties = new Properties();
    SprmBuffer told = paragraph.getSprmBuf();
    SprmIterator each = told == null ? null : told.iterator();
    while (each != null && each.hasNext()) {
      properties.take(each.next());
    }
    int level = properties.inTable ? Math.max(1, properties.level) : 0;
    return level == 1
        ? new Piece(text, whole, level, last == CELL_END, properties.endsRow, properties.shape)
        : new Piece(
            text,
            whole,
            level,
            properties.endsInnerCell,
            properties.endsInnerRow,
            properties.shape);
  }

  /** What a paragraph's properties say of the tables it stands in. */
  private static final class Properties {

    private int level;
    private boolean inTable;
    private boolean endsRow;
    private boolean endsInnerCell;
    private boolean endsInnerRow;
    private RowShape shape = RowShape.UNKNOWN;

    void take(SprmOperation property) {
      if (property.getType() == SprmOperation.TYPE_TAP) {
        shape = shape(property, shape);
      } else if (property.getType() == SprmOperation.TYPE_PAP) {
        switch (property.getOperation()) {
          case IN_TABLE -> inTable = property.getOperand() != 0;
          case ROW_END -> endsRow = property.getOperand() != 0;
          case LEVEL -> level = property.getOperand();
          case INNER_CELL_END -> endsInnerCell = property.getOperand() != 0;
          case INNER_ROW_END -> endsInnerRow = property.getOperand() != 0;
          default -> {}
        }
      }
    }
  }

  private static RowShape shape(SprmOperation property, RowShape shape) {
    byte[] bytes = property.getGrpprl();
    int at = property.getGrpprlOffset();
    if (property.getOperation() == CELLS && at < bytes.length) {
      return shape(bytes, at, bytes[at] & 0xFF);
    }
    if (property.getOperation() == MERGED_DOWN && at + 1 < bytes.length) {
      int cell = bytes[at] & 0xFF;
      if (cell < shape.down.length) {
        shape.down[cell] = bytes[at + 1];
      }
    }
    return shape;
  }

  private static RowShape shape(byte[] bytes, int at, int cells) {
    int descriptors = at + 1 + 2 * (cells + 1);
    if (descriptors > bytes.length) {
      return RowShape.UNKNOWN;
    }
    RowShape shape = new RowShape(new int[cells + 1], new int[cells], new int[cells]);
    for (int i = 0; i <= cells; i++) {
      shape.edges[i] = LittleEndian.getShort(bytes, at + 1 + 2 * i);
    }
    for (int i = 0; i < cells && descriptors + CELL_SIZE * i + 2 <= bytes.length; i++) {
      int flags = LittleEndian.getUShort(bytes, descriptors + CELL_SIZE * i);
      shape.across[i] = flags & 3;
      shape.down[i] = flags >> 5 & 3;
    }
    return shape;
  }

  /** The table that goes on as long as paragraphs stand in so many tables. */
  private Table table(int level) throws ReadingStopped {
    budget.depth(level);
    List<Row> rows = new ArrayList<>();
    while (next < pieces.size() && pieces.get(next).level >= level) {
      rows.add(row(level));
    }
    int[] edges = edges(rows);
    budget.column(edges.length);
    List<List<TableCell>> table = new ArrayList<>();
    for (Row row : rows) {
      table.add(cells(row, edges));
    }
    return new Table(table);
  }

  private Row row(int level) throws ReadingStopped {
    List<List<DocumentBlock>> cells = new ArrayList<>();
    List<DocumentBlock> cell = new ArrayList<>();
    while (next < pieces.size() && pieces.get(next).level >= level) {
      Piece piece = pieces.get(next);
      if (piece.level > level) {
        cell.add(table(level + 1));
        continue;
      }
      next++;
      if (piece.endsRow) {
        addRest(cells, cell);
        return new Row(cells, piece.shape);
      }
      cell.add(new Paragraph(piece.text, piece.whole));
      if (piece.endsCell) {
        cells.add(cell);
        cell = new ArrayList<>();
      }
    }
    addRest(cells, cell);
    return new Row(cells, RowShape.UNKNOWN);
  }

  private static void addRest(List<List<DocumentBlock>> cells, List<DocumentBlock> rest) {
    if (!rest.isEmpty()) {
      cells.add(rest);
    }
  }

  private static int[] edges(List<Row> rows) {
    int[] all =
        rows.stream().flatMapToInt(row -> Arrays.stream(row.shape.edges)).sorted().toArray();
    int count = 0;
    for (int edge : all) {
      if (count == 0 || edge - all[count - 1] > SAME_EDGE) {
        all[count++] = edge;
      }
    }
    return Arrays.copyOf(all, count);
  }

  private List<TableCell> cells(Row row, int[] edges) throws ReadingStopped {
    List<TableCell> cells = new ArrayList<>();
    RowShape shape = row.shape;
    int column = 0;
    int first = 0; // how the first of cells that are merged across is marked
    for (int i = 0; i < row.cells.size(); i++) {
      budget.cells(1);
      boolean known = i < shape.across.length;
      int from = known ? Math.max(column, column(shape.edges[i], edges)) : column;
      int to = known ? Math.max(from + 1, column(shape.edges[i + 1], edges)) : from + 1;
      int across = known ? shape.across[i] : 0;
      column = to;
      if (across != 0 && first != 0 && across != first && !cells.isEmpty()) {
        TableCell left = cells.remove(cells.size() - 1);
        cells.add(new TableCell(left.column(), to - left.column(), left.above(), left.content()));
        continue;
      }
      first = across;
      Above above = known ? above(shape.down[i]) : Above.APART;
      cells.add(new TableCell(from, to - from, above, row.cells.get(i)));
    }
    return cells;
  }

  private static Above above(int down) {
    return switch (down & 3) {
      case 0 -> Above.APART;
      case 1 -> Above.CONTINUES;
      default -> Above.BEGINS;
    };
  }

  /** The column that begins at an edge: the last of the table's edges that is not behind it. */
  private static int column(int edge, int[] edges) {
    int at = Arrays.binarySearch(edges, edge);
    return at >= 0 ? at : Math.max(0, -at - 2);
  }
}
