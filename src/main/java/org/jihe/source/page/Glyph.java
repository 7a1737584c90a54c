package org.jihe.source.page;

/**
 * A printed character, or what stands for one, with its place on the page.
 *
 * @param text the character; a ligature is several
 * @param left left side of its em box
 * @param top upper side
 * @param right right side
 * @param bottom lower side
 * @param x where it is looked for when cells are filled: its middle, or the nearest place to it at
 *     which the page lets it be seen
 * @param y as {@code x}
 * @param turn quarter turns clockwise by which it is turned from upright, 0 to 3
 * @param run number of the printed string that it belongs to
 */
public record Glyph(
    String text,
    double left,
    double top,
    double right,
    double bottom,
    double x,
    double y,
    int turn,
    int run) {

  /** What the em box has below the base line. */
  private static final double BELOW = 0.12;

  public double height() {
    return bottom - top;
  }

  double baseline() {
    return bottom - BELOW * height();
  }

  public boolean isSpace() {
    return text.isBlank();
  }
}
