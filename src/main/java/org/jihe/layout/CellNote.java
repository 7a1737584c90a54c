package org.jihe.layout;

import java.io.Serializable;

/**
 * What was done to a cell's text before it was taken as printed, where a person would not see it
 * from the text.
 *
 * @param position the cell
 * @param kind what was done
 * @param before the text as its source has it
 */
public record CellNote(Position position, Kind kind, String before) implements Serializable {

  /** What can be done to a cell's text. */
  public enum Kind {
    /** Marks of a markup language stood in the text and are taken out. */
    MARKUP_REMOVED,
    /** Characters that a broken encoding left are put right. */
    CHARACTERS_MENDED,
    /** Text that its source hides from who looks at it is not part of what is printed. */
    HIDDEN_TEXT_LEFT_OUT,
    /** The cell stands in a row that its source hides. */
    HIDDEN_CELL,
    /** The whole sheet is hidden; its first cell stands for it. */
    HIDDEN_SHEET,
    /** A stored zero that its format shows as a dash or as nothing is taken as the number. */
    ZERO_TAKEN,
    /** The cell shows a picture, which is no text. */
    PICTURE_LEFT_OUT,
    /** A person has compared the text with the source and confirmed it. */
    CONFIRMED,
    /** A person has put another text in its place; the source's own is the text before. */
    CORRECTED;

    /** True for what a person has said, who looked at the form after it was read. */
    public boolean isOfAPerson() {
      return this == CONFIRMED || this == CORRECTED;
    }
  }
}
