package org.jihe.template.row;

import java.util.function.Function;
import org.jihe.form.Field;
import org.jihe.form.Reading;
import org.jihe.form.Texts;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/** Makes fields of tokens. */
public final class TokenFields {

  private TokenFields() {}

  /**
   * A text.
   *
   * @param token what is printed, or null
   * @param column where the template expects it
   * @param row a cell of the row, for the place of a blank
   */
  public static Field<String> text(@Nullable Token token, int column, Position row) {
    return number(token, column, row, text -> Texts.isBlank(text) ? null : text);
  }

  /**
   * A text in a row that stands off its head.
   *
   * @param shift columns by which the row stands off, for the place of a blank
   */
  public static Field<String> text(@Nullable Token token, int column, int shift, Position row) {
    return token == null ? Field.blank(place(row, column + shift)) : text(token, column, row);
  }

  /** The cell of a row in another column. */
  public static Position place(Position row, int column) {
    return new Position(row.file(), row.page(), row.sheet(), row.row(), Math.max(1, column));
  }

  /** A number; its value is null where the text is none. */
  public static <T> Field<T> number(
      @Nullable Token token, int column, Position row, Function<String, @Nullable T> reading) {
    if (token == null) {
      return Field.blank(place(row, column));
    }
    Reading how =
        token.reading() == Reading.AS_PRINTED && token.column() != column
            ? Reading.SHIFTED
            : token.reading();
    String printed = CellText.joined(token.text());
    return new Field<>(printed, reading.apply(printed), token.position(), how);
  }
}
