package org.jihe.source.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jihe.source.file.Budget;
import org.jihe.source.file.Characters;
import org.jihe.source.ocr.PictureCodec;
import org.jihe.source.page.Glyph;
import org.jihe.source.page.PageContent;
import org.jihe.source.page.QuarterTurns;
import org.jihe.source.page.Ruling;
import org.jihe.source.page.Ruling.Axis;

/**
 * Reads the characters and lines of one page in one pass, on their places, and the fields of filled
 * forms.
 */
final class PdfPage extends PDFGraphicsStreamEngine {

  /** A filled rectangle that is thinner is a line. */
  private static final double THICKEST = 3.5;

  /** By how much a line may be out of the straight, and still be a border. */
  private static final double SLANT = 0.7;

  private static final double ASCENT = 0.88;
  private static final double DESCENT = -0.12;

  /** Lines of this brightness are not seen. */
  private static final float WHITE = 0.98f;

  private static final int MOST_OPERATORS = 20_000_000;
  private static final int MOST_GLYPHS = 2_000_000;
  private static final int CHECK = 0xFFF;

  /** What a cell's clipping may reach beyond its lines, in points. */
  private static final double EDGE = 2;

  private static final Set<String> FILLED_IN = Set.of("Widget", "FreeText");

  private final Budget budget;
  private final AffineTransform toPage;
  private final double width;
  private final double height;

  private final List<Glyph> glyphs = new ArrayList<>();
  private final Map<String, List<Glyph>> alike = new HashMap<>();
  private final List<Ruling> rulings = new ArrayList<>();
  private final int[] turns = new int[4];
  private int unusable;
  private int invisible;
  private double pictured;
  private double unseen;
  private int curves;
  private int run;
  private int operators;

  /** Sub-paths as corner points on the page; a curve begins a new one at its end. */
  private final List<List<Point2D>> path = new ArrayList<>();

  private boolean curved;
  private boolean clips;
  private Point2D.Float current = new Point2D.Float();
  private Rectangle2D clip;
  private final Deque<Rectangle2D> clipStack = new ArrayDeque<>();

  private PdfPage(PDPage page, Budget budget) {
    super(page);
    this.budget = budget;
    PDRectangle crop = page.getCropBox();
    double w = crop.getWidth();
    double h = crop.getHeight();
    int rotation = page.getRotation();
    boolean sideways = rotation == 90 || rotation == 270;
    this.width = sideways ? h : w;
    this.height = sideways ? w : h;
    this.toPage =
        switch (rotation) {
          case 90 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 180 -> new AffineTransform(-1, 0, 0, 1, w, 0);
          case 270 -> new AffineTransform(0, -1, -1, 0, h, w);
          default -> new AffineTransform(1, 0, 0, -1, 0, h);
        };
    toPage.translate(-crop.getLowerLeftX(), -crop.getLowerLeftY());
    this.clip = new Rectangle2D.Double(0, 0, width, height);
  }

  /**
   * Reads a page.
   *
   * @throws Budget.Exceeded where the page costs too much
   */
  static PageContent read(PDPage page, Budget budget) throws IOException {
    PdfPage reader = new PdfPage(page, budget);
    reader.processPage(page);
    reader.fields(page);
    return reader.content();
  }

  /** What was filled into a form stands on top of its page. */
  private void fields(PDPage page) throws IOException {
    if (!(page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray)) {
      return;
    }
    for (PDAnnotation annotation : page.getAnnotations()) {
      String kind = annotation.getSubtype();
      if (kind != null
          && FILLED_IN.contains(kind)
          && !annotation.isHidden()
          && !annotation.isNoView()) {
        showAnnotation(annotation);
      }
    }
  }

  private PageContent content() {
    int most = 0;
    for (int turn = 1; turn < turns.length; turn++) {
      if (turns[turn] > turns[most]) {
        most = turn;
      }
    }
    PageContent content =
        new PageContent(
            width,
            height,
            0,
            glyphs,
            rulings,
            unusable,
            invisible,
            curves,
            Math.min(1, pictured),
            Math.min(1, unseen));
    return most == 0 ? content : QuarterTurns.upright(content, most);
  }

  // Operators

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if ((++operators & CHECK) == 0) {
      budget.check();
      if (operators > MOST_OPERATORS) {
        throw new Budget.Exceeded(Budget.Kind.COST, operators + " operators");
      }
    }
    super.processOperator(operator, operands);
  }

  @Override
  public void saveGraphicsState() {
    super.saveGraphicsState();
    clipStack.push(clip);
  }

  @Override
  public void restoreGraphicsState() {
    super.restoreGraphicsState();
    if (!clipStack.isEmpty()) {
      clip = clipStack.pop();
    }
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    Rectangle2D before = clip;
    int depth = clipStack.size();
    super.showForm(form);
    forget(before, depth);
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
    Rectangle2D before = clip;
    int depth = clipStack.size();
    super.showTransparencyGroup(form);
    forget(before, depth);
  }

  private void forget(Rectangle2D before, int depth) {
    while (clipStack.size() > depth) {
      clipStack.pop();
    }
    clip = before;
  }

  // Characters

  @Override
  public void showTextString(byte[] string) throws IOException {
    run++;
    super.showTextString(string);
  }

  @Override
  public void showTextStrings(COSArray array) throws IOException {
    run++;
    super.showTextStrings(array);
  }

  @Override
  protected void showText(byte[] string) throws IOException {
    if (getGraphicsState().getTextState().getFont() == null && string.length > 0) {
      unusable += string.length; // PDFBox takes any font, which gives characters at random
      throw new PageStreams.Damage("a font is missing");
    }
    super.showText(string);
  }

  @Override
  protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement)
      throws IOException {
    String text = font.toUnicode(code);
    AffineTransform place = rendering.createAffineTransform();
    place.preConcatenate(toPage);
    double advance = displacement.getX();
    double[] corners =
        font.isVertical()
            ? new double[] {-0.5, 0, 0.5, 0, -0.5, displacement.getY(), 0.5, displacement.getY()}
            : new double[] {0, DESCENT, advance, DESCENT, 0, ASCENT, advance, ASCENT};
    place.transform(corners, 0, corners, 0, 4);
    double left = min(corners, 0);
    double right = -min(corners, 0, -1);
    double top = min(corners, 1);
    double bottom = -min(corners, 1, -1);
    double middleX = (left + right) / 2;
    double middleY = (top + bottom) / 2;
    if (!(middleX >= 0 && middleX <= width && middleY >= 0 && middleY <= height)) {
      return; // beside the page, or nowhere
    }
    int turn = turn(place.getScaleX(), place.getShearY());
    if (turn < 0) {
      return; // aslant: a watermark or a stamp, part of no cell
    }
    if (Characters.isUnusable(text)) {
      unusable++;
      text = "\uFFFD";
    }
    if (getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER) {
      invisible++;
    }
    Glyph glyph =
        new Glyph(
            text,
            left,
            top,
            right,
            bottom,
            inside(middleX, clip.getMinX(), clip.getMaxX()),
            inside(middleY, clip.getMinY(), clip.getMaxY()),
            turn,
            run);
    if (!isPrintedTwice(glyph)) {
      turns[turn]++;
      glyphs.add(glyph);
      if (glyphs.size() > MOST_GLYPHS) {
        throw new Budget.Exceeded(Budget.Kind.COST, glyphs.size() + " characters");
      }
    }
  }

  /** Some programs print bold characters by printing them again a little beside. */
  private boolean isPrintedTwice(Glyph glyph) {
    if (glyph.isSpace()) {
      return false;
    }
    List<Glyph> others = alike.computeIfAbsent(glyph.text(), text -> new ArrayList<>(4));
    double near = Math.min(glyph.right() - glyph.left(), glyph.height()) / 3;
    // Copies follow soon: looking back over all of a long page would take its square.
    for (int i = others.size() - 1; i >= Math.max(0, others.size() - 64); i--) {
      Glyph other = others.get(i);
      if (Math.abs(other.left() - glyph.left()) < near
          && Math.abs(other.top() - glyph.top()) < near
          && other.turn() == glyph.turn()) {
        return true;
      }
    }
    others.add(glyph);
    return false;
  }

  private static int turn(double across, double down) {
    double bend = Math.min(Math.abs(across), Math.abs(down));
    if (bend > 0.1 * Math.max(Math.abs(across), Math.abs(down))) {
      return -1;
    }
    if (Math.abs(across) >= Math.abs(down)) {
      return across >= 0 ? 0 : 2;
    }
    return down > 0 ? 1 : 3;
  }

  private static double min(double[] corners, int from) {
    return min(corners, from, 1);
  }

  private static double min(double[] corners, int from, int sign) {
    return Math.min(
        Math.min(sign * corners[from], sign * corners[from + 2]),
        Math.min(sign * corners[from + 4], sign * corners[from + 6]));
  }

  /** The place nearest to a value that is inside of what is painted, and not on its edge. */
  private static double inside(double value, double from, double to) {
    double margin = Math.min(EDGE, (to - from) / 4);
    return value >= from && value <= to ? value : within(value, from + margin, to - margin);
  }

  private static double within(double value, double from, double to) {
    return from > to ? value : Math.max(from, Math.min(to, value));
  }

  // Lines

  private Point2D onPage(double x, double y) {
    return toPage.transform(new Point2D.Double(x, y), null);
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    List<Point2D> corners = new ArrayList<>(5);
    for (Point2D corner : List.of(p0, p1, p2, p3, p0)) {
      corners.add(onPage(corner.getX(), corner.getY()));
    }
    path.add(corners);
    current = new Point2D.Float((float) p0.getX(), (float) p0.getY());
  }

  @Override
  public void moveTo(float x, float y) {
    current = new Point2D.Float(x, y);
    List<Point2D> corners = new ArrayList<>(5);
    corners.add(onPage(x, y));
    path.add(corners);
  }

  @Override
  public void lineTo(float x, float y) {
    if (path.isEmpty()) {
      moveTo(x, y);
      return;
    }
    current = new Point2D.Float(x, y);
    path.get(path.size() - 1).add(onPage(x, y));
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    curved = true;
    curves++;
    moveTo(x3, y3);
  }

  @Override
  public Point2D getCurrentPoint() {
    return current;
  }

  @Override
  public void closePath() {
    if (!path.isEmpty()) {
      List<Point2D> corners = path.get(path.size() - 1);
      corners.add(corners.get(0));
    }
  }

  @Override
  public void clip(int windingRule) {
    clips = true;
  }

  @Override
  public void endPath() {
    if (clips) {
      // The bounds are enough: cells are rectangles.
      Rectangle2D bounds = null;
      for (List<Point2D> corners : path) {
        for (Point2D corner : corners) {
          if (bounds == null) {
            bounds = new Rectangle2D.Double(corner.getX(), corner.getY(), 0, 0);
          } else {
            bounds.add(corner);
          }
        }
      }
      if (bounds != null && !curved) {
        clip = clip.createIntersection(bounds);
      }
    }
    clear();
  }

  private void clear() {
    path.clear();
    curved = false;
    clips = false;
  }

  @Override
  public void strokePath() {
    if (isSeen(getGraphicsState().getStrokingColor())) {
      for (List<Point2D> corners : path) {
        for (int i = 1; i < corners.size(); i++) {
          line(corners.get(i - 1), corners.get(i));
        }
      }
    }
    endPath();
  }

  @Override
  public void fillPath(int windingRule) {
    if (!curved && isSeen(getGraphicsState().getNonStrokingColor())) {
      for (List<Point2D> corners : path) {
        strip(corners);
      }
    }
    endPath();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    strokePath();
  }

  private void line(Point2D a, Point2D b) {
    double dx = Math.abs(a.getX() - b.getX());
    double dy = Math.abs(a.getY() - b.getY());
    if (dy <= SLANT && dx > dy) {
      add(Axis.HORIZONTAL, (a.getY() + b.getY()) / 2, a.getX(), b.getX());
    } else if (dx <= SLANT && dy > dx) {
      add(Axis.VERTICAL, (a.getX() + b.getX()) / 2, a.getY(), b.getY());
    }
  }

  /** A thin filled rectangle is a line; a larger one is a background, whose edges nobody sees. */
  private void strip(List<Point2D> corners) {
    if (corners.size() < 4) {
      return;
    }
    Rectangle2D bounds = new Rectangle2D.Double(corners.get(0).getX(), corners.get(0).getY(), 0, 0);
    for (Point2D corner : corners) {
      bounds.add(corner);
    }
    double thickness = Math.min(bounds.getWidth(), bounds.getHeight());
    if (thickness > THICKEST || Math.max(bounds.getWidth(), bounds.getHeight()) <= THICKEST) {
      return;
    }
    if (bounds.getWidth() > bounds.getHeight()) {
      add(Axis.HORIZONTAL, bounds.getCenterY(), bounds.getMinX(), bounds.getMaxX());
    } else {
      add(Axis.VERTICAL, bounds.getCenterX(), bounds.getMinY(), bounds.getMaxY());
    }
  }

  private void add(Axis axis, double at, double a, double b) {
    boolean across = axis == Axis.HORIZONTAL;
    double from = Math.max(Math.min(a, b), across ? clip.getMinX() : clip.getMinY());
    double to = Math.min(Math.max(a, b), across ? clip.getMaxX() : clip.getMaxY());
    double low = (across ? clip.getMinY() : clip.getMinX()) - SLANT;
    double high = (across ? clip.getMaxY() : clip.getMaxX()) + SLANT;
    if (to > from && at >= low && at <= high) {
      rulings.add(new Ruling(axis, at, from, to));
      if (rulings.size() > MOST_GLYPHS) {
        throw new Budget.Exceeded(Budget.Kind.COST, rulings.size() + " lines");
      }
    }
  }

  private static boolean isSeen(PDColor color) {
    float[] parts = color.getComponents();
    if (parts.length == 4 || color.isPattern()) {
      return true;
    }
    for (float part : parts) {
      if (part < WHITE) {
        return true;
      }
    }
    return parts.length == 0;
  }

  // Pictures

  @Override
  public void drawImage(PDImage image) {
    boolean decodable = PictureCodec.isThere(image);
    if (decodable) { // Of others PDFBox would try to find the size in the picture itself.
      budget.picture((long) image.getWidth() * image.getHeight());
    }
    PDGraphicsState state = getGraphicsState();
    AffineTransform place = state.getCurrentTransformationMatrix().createAffineTransform();
    place.preConcatenate(toPage);
    Rectangle2D covered =
        place.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)).getBounds2D();
    Rectangle2D seen = covered.createIntersection(clip);
    if (seen.getWidth() > 0 && seen.getHeight() > 0) {
      double share = seen.getWidth() * seen.getHeight() / (width * height);
      pictured += share;
      unseen += decodable ? 0 : share;
    }
  }

  @Override
  public void shadingFill(COSName shading) {
    // no line and no text
  }
}
