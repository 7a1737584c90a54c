package org.jihe.template;

import java.util.function.Function;
import org.jihe.form.Field;
import org.jihe.form.Reading;
import org.jihe.form.Texts;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/** Makes fields of tokens. */
final class Fields {

  private Fields() {}

  /**
   * A text.
   *
   * @param token what is printed, or null
   * @param column where the template expects it
   * @param row a cell of the row, for the place of a blank
   */
  static Field<String> text(@Nullable Token token, int column, Position row) {
    return number(token, column, row, text -> Texts.isBlank(text) ? null : text);
  }

  /** A number; its value is null where the text is none. */
  static <T> Field<T> number(
      @Nullable Token token, int column, Position row, Function<String, @Nullable T> reading) {
    if (token == null) {
      return Field.blank(new Position(row.file(), row.page(), row.sheet(), row.row(), column));
    }
    Reading how =
        token.reading() == Reading.AS_PRINTED && token.column() != column
            ? Reading.SHIFTED
            : token.reading();
    String printed = CellText.joined(token.text());
    return new Field<>(printed, reading.apply(printed), token.position(), how);
  }
}
