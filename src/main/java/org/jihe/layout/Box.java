package org.jihe.layout;

import java.io.Serializable;
import java.util.Locale;

/**
 * A rectangle on a page as a reader sees it, in points (1/72 inch) from the page's top left corner,
 * after the page's rotation.
 */
public record Box(double left, double top, double right, double bottom) implements Serializable {

  /** The four sides with one decimal, such as {@code 72.0 96.5 180.0 112.3}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f %.1f %.1f %.1f", left, top, right, bottom);
  }

  /**
   * The box that {@link #toString} wrote.
   *
   * @throws IllegalArgumentException where the text is not four numbers
   */
  public static Box parse(String text) {
    String[] sides = text.split(" ", -1);
    if (sides.length != 4) {
      throw new IllegalArgumentException("no box: " + text);
    }
    return new Box(
        Double.parseDouble(sides[0]),
        Double.parseDouble(sides[1]),
        Double.parseDouble(sides[2]),
        Double.parseDouble(sides[3]));
  }
}
