package org.jihe.template;

import org.jihe.form.Reading;
import org.jihe.layout.Cell;
import org.jihe.layout.Position;

/**
 * A printed text on its way to a field.
 *
 * @param text the text, markup removed and white space collapsed, never empty
 * @param key the text as labels are compared
 * @param column column in which it stands, or would stand had it not been glued to another
 * @param position cell of its first part
 * @param reading how it was got so far
 * @param columns columns that its cell covers
 * @param rows rows that its cell covers
 */
record Token(
    String text,
    String key,
    int column,
    Position position,
    Reading reading,
    int columns,
    int rows) {

  /** A text with its key. */
  static Token of(String text, Position position, Reading reading) {
    return new Token(text, Labels.key(text), position.column(), position, reading, 1, 1);
  }

  /** The text of a cell. */
  static Token of(String text, Cell cell) {
    Position position = cell.position();
    return new Token(
        text,
        Labels.key(text),
        position.column(),
        position,
        Reading.AS_PRINTED,
        cell.columnSpan(),
        cell.rowSpan());
  }

  /** The last column that its cell covers. */
  int last() {
    return column + columns - 1;
  }

  /** True where its cell covers a column of the range. */
  boolean overlaps(int from, int to) {
    return column <= to && last() >= from;
  }

  /** The token as if it stood in the next column. */
  Token oneRight() {
    return new Token(text, key, column + 1, position, reading, columns, rows);
  }

  Token as(String newText, Reading newReading) {
    return new Token(newText, Labels.key(newText), column, position, newReading, columns, rows);
  }

  /**
   * This text followed by another part of the same cell; Chinese and digits join without a space.
   */
  Token join(Token next) {
    int last = text.codePointBefore(text.length());
    int first = next.text.codePointAt(0);
    boolean word =
        last < 128 && first < 128 && Character.isLetter(last) && Character.isLetter(first);
    return as(text + (word ? " " : "") + next.text, Reading.JOINED);
  }
}
