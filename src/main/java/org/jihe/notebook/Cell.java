package org.jihe.notebook;

import java.util.List;

/**
 * One cell of a notebook.
 *
 * @param id the cell's name in its file
 * @param source its text, lines parted by line feeds
 * @param outputs what running it has put out; none of prose
 */
public record Cell(Kind kind, String id, String source, List<Output> outputs) {

  /** What a cell holds. */
  public enum Kind {
    /** Prose in Markdown. */
    MARKDOWN,
    /** Java. */
    CODE,
    /** Neither; kept as it is. */
    RAW
  }

  public Cell {
    outputs = List.copyOf(outputs);
  }

  /** A cell that has not been run. */
  Cell(Kind kind, String id, String source) {
    this(kind, id, source, List.of());
  }

  /** The same cell with what a run has put out. */
  Cell with(List<Output> others) {
    return new Cell(kind, id, source, others);
  }

  /** The same cell with another text. */
  Cell saying(String text) {
    return new Cell(kind, id, text, outputs);
  }
}
