package org.jihe.source.file;

import java.util.List;

/** What a word processor's document consists of, in reading order. */
public sealed interface Block {

  /** A paragraph; its lines are separated by line feeds. */
  public record Paragraph(String text) implements Block {}

  /** A table. */
  public record Table(List<List<TableCell>> rows) implements Block {}

  /** How a table's cell is merged with the one above it. */
  public enum Above {
    APART,
    /** The first of cells that are merged with it from below. */
    BEGINS,
    /** Merged with the cell above, and not printed. */
    CONTINUES
  }

  /**
   * A table's cell.
   *
   * @param column column of the table that it begins in, from 0
   * @param width columns that it covers, at least 1
   */
  public record TableCell(int column, int width, Above above, List<Block> content) {}
}
