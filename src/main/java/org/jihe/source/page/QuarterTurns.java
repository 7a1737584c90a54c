package org.jihe.source.page;

import java.util.ArrayList;
import java.util.List;
import org.jihe.layout.Box;
import org.jihe.source.page.Ruling.Axis;

/**
 * QuarterTurns what was printed sideways, and boxes back to where a reader of the page sees them.
 */
public final class QuarterTurns {

  private QuarterTurns() {}

  /**
   * The page turned so that text with the given turn is upright.
   *
   * @param turn quarter turns clockwise, 1 to 3
   */
  public static PageContent upright(PageContent page, int turn) {
    List<Glyph> glyphs = new ArrayList<>(page.glyphs().size());
    for (Glyph glyph : page.glyphs()) {
      glyphs.add(upright(glyph, turn, page.width(), page.height()));
    }
    List<Ruling> rulings = new ArrayList<>(page.rulings().size());
    for (Ruling ruling : page.rulings()) {
      rulings.add(upright(ruling, turn, page.width(), page.height()));
    }
    boolean sideways = turn % 2 == 1;
    return new PageContent(
        sideways ? page.height() : page.width(),
        sideways ? page.width() : page.height(),
        turn,
        glyphs,
        rulings,
        page.unusable(),
        page.invisible(),
        page.curves(),
        page.pictured(),
        page.unseen());
  }

  /** A character as seen by who turns the page of the given size. */
  public static Glyph upright(Glyph glyph, int turn, double width, double height) {
    Box box = back(glyph.left(), glyph.top(), glyph.right(), glyph.bottom(), turn, width, height);
    Box middle = back(glyph.x(), glyph.y(), glyph.x(), glyph.y(), turn, width, height);
    return new Glyph(
        glyph.text(),
        box.left(),
        box.top(),
        box.right(),
        box.bottom(),
        middle.left(),
        middle.top(),
        (glyph.turn() - turn + 4) % 4,
        glyph.run());
  }

  private static Ruling upright(Ruling ruling, int turn, double width, double height) {
    boolean across = ruling.axis() == Axis.HORIZONTAL;
    Box box =
        across
            ? back(ruling.from(), ruling.at(), ruling.to(), ruling.at(), turn, width, height)
            : back(ruling.at(), ruling.from(), ruling.at(), ruling.to(), turn, width, height);
    boolean nowAcross = across == (turn % 2 == 0);
    return nowAcross
        ? new Ruling(Axis.HORIZONTAL, box.top(), box.left(), box.right())
        : new Ruling(Axis.VERTICAL, box.left(), box.top(), box.bottom());
  }

  /** The box on a page of the given size after turning it counterclockwise. */
  private static Box back(
      double left, double top, double right, double bottom, int turn, double w, double h) {
    return switch (turn) {
      case 1 -> new Box(top, w - right, bottom, w - left);
      case 2 -> new Box(w - right, h - bottom, w - left, h - top);
      case 3 -> new Box(h - bottom, left, h - top, right);
      default -> new Box(left, top, right, bottom);
    };
  }

  /** The box on the page as it was before {@link #upright}. */
  static Box asSeen(Box box, PageContent page) {
    int undo = (4 - page.turn()) % 4;
    return back(
        box.left(), box.top(), box.right(), box.bottom(), undo, page.width(), page.height());
  }
}
