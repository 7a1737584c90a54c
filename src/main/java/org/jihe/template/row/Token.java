package org.jihe.template.row;

import java.math.BigDecimal;
import org.jihe.form.Numbers;
import org.jihe.form.Reading;
import org.jihe.layout.Cell;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/** A printed text on its way to a field; its columns and rows are counted from 1. */
public final class Token {

  private final String text;
  private final int column;
  private final Position position;
  private final Reading reading;
  private final int columns;
  private final int rows;

  // Many are made and few are looked at, those few again and again.
  private @Nullable String key;
  private @Nullable ColumnCosts costs;
  private boolean pointsKnown;
  private @Nullable BigDecimal points;
  private boolean percentKnown;
  private @Nullable BigDecimal percent;

  private Token(
      String text, int column, Position position, Reading reading, int columns, int rows) {
    this.text = text;
    this.column = column;
    this.position = position;
    this.reading = reading;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * The text of a cell.
   *
   * @param text the text, markup removed and white space collapsed, never empty
   */
  public static Token of(String text, Cell cell) {
    Position position = cell.position();
    return new Token(
        text, position.column(), position, Reading.AS_PRINTED, cell.columnSpan(), cell.rowSpan());
  }

  /** The text, markup removed and white space collapsed, never empty. */
  public String text() {
    return text;
  }

  /** The text as labels are compared. */
  public String key() {
    String known = key;
    if (known == null) {
      known = Labels.key(text);
      key = known;
    }
    return known;
  }

  /** True where it prints a digit. */
  public boolean hasDigit() {
    String here = key();
    for (int i = 0; i < here.length(); i++) {
      if (Character.isDigit(here.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The number of points that it prints, or null. */
  public @Nullable BigDecimal points() {
    if (!pointsKnown) {
      points = Numbers.points(text);
      pointsKnown = true;
    }
    return points;
  }

  /** The percentage that it prints, with or without the sign, or null. */
  public @Nullable BigDecimal percent() {
    if (!percentKnown) {
      BigDecimal plain = points();
      percent = plain == null ? Numbers.percent(text) : plain;
      percentKnown = true;
    }
    return percent;
  }

  /** How unlike what each column usually prints the text is. */
  public ColumnCosts costs() {
    ColumnCosts known = costs;
    if (known == null) {
      known = ColumnCosts.of(text, points());
      costs = known;
    }
    return known;
  }

  /** Column in which it stands, or would stand had it not been glued to another. */
  public int column() {
    return column;
  }

  /** The last column that its cell covers. */
  public int last() {
    return column + columns - 1;
  }

  /** Columns that its cell covers. */
  public int columns() {
    return columns;
  }

  /** Rows that its cell covers. */
  public int rows() {
    return rows;
  }

  /** Cell of its first part. */
  public Position position() {
    return position;
  }

  /** How it was got so far. */
  public Reading reading() {
    return reading;
  }

  /** True where its cell covers a column of the range. */
  public boolean overlaps(int from, int to) {
    return column <= to && last() >= from;
  }

  /** The token as if it stood in the next column. */
  public Token oneRight() {
    return at(column + 1);
  }

  /** The token as if it stood in another column. */
  Token at(int other) {
    return new Token(text, other, position, reading, columns, rows);
  }

  /** Another text in the place of this one, and how it was got from what is printed. */
  public Token as(String newText, Reading newReading) {
    return new Token(newText, column, position, newReading, columns, rows);
  }

  /**
   * This text followed by another part of the same cell; Chinese and digits join without a space.
   */
  public Token join(Token next) {
    int last = text.codePointBefore(text.length());
    int first = next.text.codePointAt(0);
    boolean word =
        last < 128 && first < 128 && Character.isLetter(last) && Character.isLetter(first);
    return as(text + (word ? " " : "") + next.text, Reading.JOINED);
  }

  @Override
  public String toString() {
    return text + "@" + column;
  }
}
