package org.jihe.form;

import java.io.Serializable;

/**
 * A choice between readings that explain the cells equally well.
 *
 * @param subject path of the value in the form, such as {@code indicators[3].aspect}
 * @param reason why more than one reading was possible
 * @param chosen the reading that was taken
 * @param alternative the best of the others; may be empty
 */
public record Guess(String subject, Reason reason, String chosen, String alternative)
    implements Serializable {

  /** Why a reading is not certain; each has a message in the bundles. */
  public enum Reason {
    /** No label reaches the row and its neighbours do not decide. */
    LABEL_UNCERTAIN,
    /** A text could belong to either of two columns. */
    COLUMN_UNCERTAIN,
    /** A fragment could continue either of two cells. */
    FRAGMENT_UNCERTAIN,
    /** Two values are printed in one cell and could be separated in several places. */
    SEPARATION_UNCERTAIN,
    /** Points do not add to the printed total, so a row may be missing or misread. */
    ARITHMETIC_OPEN,
    /** The page has a table without rules, so where its columns are is inferred. */
    COLUMNS_INFERRED,
    /** The text was recognised in a picture. */
    TEXT_RECOGNISED,
    /** A label is of no declaration; its place, its likeness and its cells decided. */
    LABEL_RECOGNISED,
    /** A column that a form must have is not found, and a label that is not known may be its. */
    COLUMN_UNRECOGNISED,
    /**
     * A part that a form must have is not found, and what a label that is not known means is open.
     */
    LABEL_UNRECOGNISED,
    /** A part that a form must have is not found. */
    PART_MISSING,
    /** A text holds a whole label besides its own words, and might be parted. */
    LABEL_IN_TEXT,
    /** In the place of a value stands a label. */
    VALUE_IS_LABEL,
    /** Nothing stands where a name must. */
    NAME_BLANK,
    /** Letters of another script stand amid a word. */
    FOREIGN_LETTERS,
    /** The source hides the sheet or row that this stands in. */
    HIDDEN_IN_SOURCE,
    /** The cell shows a picture, which is not read. */
    PICTURE_IN_CELL;

    /** True where what is printed was not read, so that the place does not count as blank. */
    public boolean isUnread() {
      return this == COLUMN_UNRECOGNISED || this == LABEL_UNRECOGNISED;
    }
  }
}
