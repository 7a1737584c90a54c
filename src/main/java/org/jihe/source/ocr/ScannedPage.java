package org.jihe.source.ocr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jihe.layout.Box;
import org.jihe.source.file.Budget;
import org.jihe.source.file.Limits;
import org.jihe.source.page.Glyph;
import org.jihe.source.page.MergedCell;
import org.jihe.source.page.PageContent;
import org.jihe.source.page.RuledTable;
import org.jihe.source.page.RuledTables;
import org.jihe.source.page.Ruling;

/**
 * Reads the picture of a page: its tables by their lines, the text of their cells by recognition.
 *
 * <p>The cells are laid one under another before they are recognised. Tesseract's own idea of a
 * page with tables mixes the lines of neighbouring cells, and one call for every cell would take a
 * minute for a page.
 */
public final class ScannedPage {

  private static final double TOLERANCE = 3;

  /** What is cut off along the borders of a cell, in points. */
  private static final double BORDER = 1.5;

  /** Fewer dark pixels are dust. */
  private static final int DUST = 14;

  private static final double DASH_HEIGHT = 2.5;
  private static final double DASH_WIDTH = 25;
  private static final Pattern NOUGHTS = Pattern.compile("[\\dOo.,%]*[Oo][\\dOo.,%]*");

  private static final int MARGIN = 24;
  private static final int GAP = 30;
  private static final int MOST_HEIGHT = 24_000;

  private final PagePicture picture;
  private final boolean[][] ink;
  private final Ocr ocr;
  private final Budget budget;

  private ScannedPage(PagePicture picture, Ocr ocr, Budget budget) {
    this.picture = picture;
    this.ink = picture.ink();
    this.ocr = ocr;
    this.budget = budget;
  }

  /** A piece of the picture with something printed on it, in pixels. */
  private record Piece(int left, int top, int width, int height) {}

  public static PageContent read(PagePicture scan, Ocr ocr, Budget budget, Limits limits)
      throws IOException {
    PagePicture picture = scan.level();
    ScannedPage page = new ScannedPage(picture, ocr, budget);
    List<Ruling> rulings = picture.rulings(page.ink);
    List<RuledTable> tables = RuledTables.of(rulings, TOLERANCE, limits.cells());
    List<Glyph> glyphs = page.recognise(page.pieces(tables));
    double width = picture.width() / picture.dots();
    double height = picture.height() / picture.dots();
    return new PageContent(width, height, 0, glyphs, rulings, 0, 0, 0, 1, 0);
  }

  private List<Piece> pieces(List<RuledTable> tables) {
    List<Piece> pieces = new ArrayList<>();
    double dots = picture.dots();
    int inset = (int) Math.ceil(BORDER * dots);
    int from = 0;
    for (RuledTable table : tables) {
      add(pieces, 0, from, picture.width(), (int) (table.top() * dots) - inset);
      for (MergedCell area : table.areas()) {
        add(
            pieces,
            (int) (table.xs()[area.column()] * dots) + inset,
            (int) (table.ys()[area.row()] * dots) + inset,
            (int) (table.xs()[area.column() + area.columns()] * dots) - inset,
            (int) (table.ys()[area.row() + area.rows()] * dots) - inset);
      }
      from = Math.max(from, (int) (table.bottom() * dots) + inset);
    }
    add(pieces, 0, from, picture.width(), picture.height());
    return pieces;
  }

  /** Adds a region cut to its ink, if there is any. */
  private void add(List<Piece> pieces, int left, int top, int right, int bottom) {
    int minX = Integer.MAX_VALUE;
    int minY = Integer.MAX_VALUE;
    int maxX = -1;
    int maxY = -1;
    int count = 0;
    for (int y = Math.max(0, top); y < Math.min(ink.length, bottom); y++) {
      for (int x = Math.max(0, left); x < Math.min(picture.width(), right); x++) {
        if (ink[y][x]) {
          count++;
          minX = Math.min(minX, x);
          maxX = Math.max(maxX, x);
          minY = Math.min(minY, y);
          maxY = y;
        }
      }
    }
    if (count >= DUST) {
      pieces.add(new Piece(minX, minY, maxX - minX + 1, maxY - minY + 1));
    }
  }

  private List<Glyph> recognise(List<Piece> pieces) throws IOException {
    List<Glyph> glyphs = new ArrayList<>();
    List<Piece> texts = new ArrayList<>(pieces.size());
    for (Piece piece : pieces) {
      if (isDash(piece)) {
        add(new RecognisedWord("—", new Box(0, 0, piece.width(), piece.height())), piece, glyphs);
      } else {
        texts.add(piece);
      }
    }
    return texts(texts, glyphs);
  }

  /** A dash that stands alone is taken for dirt by recognition. */
  private boolean isDash(Piece piece) {
    return piece.height() <= DASH_HEIGHT * picture.dots()
        && piece.width() >= 3 * piece.height()
        && piece.width() <= DASH_WIDTH * picture.dots();
  }

  private List<Glyph> texts(List<Piece> pieces, List<Glyph> glyphs) throws IOException {
    int first = 0;
    int height = 0;
    for (int i = 0; i < pieces.size(); i++) {
      int more = pieces.get(i).height() + GAP;
      if (height > 0 && height + more > MOST_HEIGHT) {
        recognise(pieces.subList(first, i), glyphs);
        first = i;
        height = 0;
      }
      height += more;
    }
    if (first < pieces.size()) {
      recognise(pieces.subList(first, pieces.size()), glyphs);
    }
    return glyphs;
  }

  private void recognise(List<Piece> pieces, List<Glyph> glyphs) throws IOException {
    double zoom = Math.max(1, 300 / 72.0 / picture.dots());
    int width = 0;
    int height = MARGIN;
    for (Piece piece : pieces) {
      width = Math.max(width, piece.width());
      height += (int) Math.ceil(piece.height() * zoom) + GAP;
    }
    BufferedImage column =
        new BufferedImage(
            (int) Math.ceil(width * zoom) + 2 * MARGIN, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = column.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, column.getWidth(), column.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    int[] tops = new int[pieces.size() + 1];
    tops[0] = MARGIN;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      AffineTransform place = AffineTransform.getTranslateInstance(MARGIN, tops[i]);
      place.scale(zoom, zoom);
      graphics.drawImage(
          picture.image().getSubimage(piece.left(), piece.top(), piece.width(), piece.height()),
          place,
          null);
      tops[i + 1] = tops[i] + (int) Math.ceil(piece.height() * zoom) + GAP;
    }
    graphics.dispose();
    List<List<RecognisedWord>> words = new ArrayList<>();
    pieces.forEach(piece -> words.add(new ArrayList<>()));
    for (RecognisedWord word : apart(ocr.words(column, budget))) {
      double middle = (word.box().top() + word.box().bottom()) / 2 + GAP / 2.0;
      int i = 0;
      while (i < pieces.size() - 1 && tops[i + 1] <= middle) {
        i++;
      }
      Box box = word.box();
      Box inside =
          new Box(
              (box.left() - MARGIN) / zoom,
              (box.top() - tops[i]) / zoom,
              (box.right() - MARGIN) / zoom,
              (box.bottom() - tops[i]) / zoom);
      words.get(i).add(new RecognisedWord(word.text(), inside));
    }
    for (int i = 0; i < pieces.size(); i++) {
      for (RecognisedWord word : numbers(words.get(i))) {
        add(word, pieces.get(i), glyphs);
      }
    }
  }

  /** The letter O is nothing but a nought where all else in a cell is a number. */
  private static List<RecognisedWord> numbers(List<RecognisedWord> words) {
    String all = words.stream().map(RecognisedWord::text).collect(Collectors.joining());
    return NOUGHTS.matcher(all).matches()
        ? words.stream()
            .map(word -> new RecognisedWord(word.text().replaceAll("[Oo]", "0"), word.box()))
            .toList()
        : words;
  }

  /** Words of one line as they follow one another: recognition lets their boxes overlap. */
  private static List<RecognisedWord> apart(List<RecognisedWord> words) {
    List<RecognisedWord> apart = new ArrayList<>(words.size());
    Box before = new Box(0, 0, 0, 0);
    for (RecognisedWord word : words) {
      Box box = word.box();
      if (box.top() == before.top() && box.bottom() == before.bottom()) {
        double left = Math.max(box.left(), before.right());
        box = new Box(left, box.top(), Math.max(box.right(), left + 1), box.bottom());
      }
      before = box;
      apart.add(new RecognisedWord(word.text(), box));
    }
    return apart;
  }

  /** Adds a word's characters, as if all were equally wide. */
  private void add(RecognisedWord word, Piece piece, List<Glyph> glyphs) {
    double dots = picture.dots();
    Box box =
        new Box(
            within(word.box().left(), piece.width()) + piece.left(),
            within(word.box().top(), piece.height()) + piece.top(),
            within(word.box().right(), piece.width()) + piece.left(),
            within(word.box().bottom(), piece.height()) + piece.top());
    int[] characters = word.text().codePoints().toArray();
    double step = (box.right() - box.left()) / characters.length;
    double y = (box.top() + box.bottom()) / 2 / dots;
    for (int i = 0; i < characters.length; i++) {
      double left = box.left() + i * step;
      glyphs.add(
          new Glyph(
              Character.toString(characters[i]),
              left / dots,
              box.top() / dots,
              (left + step) / dots,
              box.bottom() / dots,
              (left + step / 2) / dots,
              y,
              0,
              glyphs.size() - i));
    }
  }

  private static double within(double value, double most) {
    return Math.max(0, Math.min(most, value));
  }
}
