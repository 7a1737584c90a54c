package org.jihe.source.word;

import java.util.List;

/** What a word processor's document consists of, in reading order. */
sealed interface DocumentBlock {

  /**
   * A paragraph; its lines are separated by line feeds.
   *
   * @param text what it shows
   * @param whole the same with text that is hidden or struck out
   */
  record Paragraph(String text, String whole) implements DocumentBlock {

    Paragraph(String text) {
      this(text, text);
    }
  }

  /** A table. */
  record Table(List<List<TableCell>> rows) implements DocumentBlock {}

  /** How a table's cell is merged with the one above it. */
  enum Above {
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
  record TableCell(int column, int width, Above above, List<DocumentBlock> content) {}
}
