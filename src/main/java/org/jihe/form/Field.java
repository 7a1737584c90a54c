package org.jihe.form;

import java.io.Serializable;
import org.jihe.layout.Position;
import org.jspecify.annotations.Nullable;

/**
 * One value of a form beside what is printed and where.
 *
 * @param printed the text as printed, white space collapsed, or null where nothing is printed
 * @param value what the text means, or null where it is blank or cannot be read as what it must be
 * @param position the cell, or where it would stand; null where not even that is known
 * @param reading how the text was got from the cells
 */
public record Field<T>(
    @Nullable String printed, @Nullable T value, @Nullable Position position, Reading reading)
    implements Serializable {

  /** A field of text: its value is what is printed. */
  public static Field<String> text(
      @Nullable String printed, @Nullable Position position, Reading reading) {
    return new Field<>(printed, printed, position, reading);
  }

  /** A field in which nothing is printed. */
  public static <T> Field<T> blank(@Nullable Position position) {
    return new Field<>(null, null, position, Reading.BLANK);
  }

  /** True where there is no text, or only dashes and slashes that stand for none. */
  public boolean isBlank() {
    return Texts.isBlank(printed);
  }
}
