package org.jihe.source.page;

import java.util.List;

/**
 * What a page prints, in points from its top left corner, turned so that most of its text is
 * upright.
 *
 * @param width width of the page as turned
 * @param height height of the page as turned
 * @param turn quarter turns clockwise by which it was turned beyond the page's own rotation
 * @param glyphs its characters in the order of printing
 * @param rulings its lines
 * @param unusable characters whose meaning the file does not tell
 * @param invisible characters that are not painted, such as a layer of recognised text
 * @param curves bends of drawn shapes, such as characters that were turned into drawings
 * @param pictured the share of the page that pictures cover, 0 to 1
 * @param unseen the share of it that pictures cover for which there is no decoder
 */
public record PageContent(
    double width,
    double height,
    int turn,
    List<Glyph> glyphs,
    List<Ruling> rulings,
    int unusable,
    int invisible,
    int curves,
    double pictured,
    double unseen) {

  /** Of a hundred characters so many may be unusable before the page's text is. */
  private static final int MOST_UNUSABLE = 5;

  /** A smaller picture is a seal or an emblem. */
  private static final double LEAST_PICTURE = 0.1;

  /** Fewer curves are no line of text. */
  private static final int LEAST_CURVES = 300;

  private static final double RECOGNISED = 0.8;

  private long letters() {
    return glyphs.stream().filter(glyph -> !glyph.isSpace()).count();
  }

  /** True where what the page says has to be recognised from its picture. */
  public boolean isPicture() {
    long letters = letters();
    if (unusable > 2 && unusable * 100L > (letters + unusable) * MOST_UNUSABLE) {
      return true;
    }
    return letters == 0 && (pictured >= LEAST_PICTURE || curves >= LEAST_CURVES);
  }

  /** True for a picture whose text somebody has recognised already. */
  public boolean isRecognised() {
    long letters = letters();
    return letters > 0
        && invisible >= RECOGNISED * letters
        && pictured >= LEAST_PICTURE
        && !isPicture();
  }

  /**
   * True where the page's text, or the lines of its table, stand in a picture that cannot be
   * decoded.
   */
  public boolean isUnseen() {
    return unseen >= LEAST_PICTURE && (isPicture() || (isRecognised() && rulings.isEmpty()));
  }

  public PageContent withRulings(List<Ruling> more) {
    return new PageContent(
        width, height, turn, glyphs, more, unusable, invisible, curves, pictured, unseen);
  }
}
