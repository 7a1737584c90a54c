package org.jihe.source.ocr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jihe.source.page.Ruling;
import org.jihe.source.page.Ruling.Axis;

/**
 * A picture of a page in shades of grey.
 *
 * @param image of {@link BufferedImage#TYPE_BYTE_GRAY}
 * @param dots pixels per point
 */
public record PagePicture(BufferedImage image, double dots) {

  /** Strokes of characters are shorter than this, in points. */
  private static final double SHORTEST = 15;

  /** Lines are thinner than this, in points. */
  private static final double THICKEST = 3.5;

  /** Pixels that a scanner may have missed in a line. */
  private static final int HOLE = 2;

  /** Thin strokes come out grey. */
  private static final double FAINT = 0.35;

  private static final double MOST_SKEW = 3;
  private static final double SKEW_STEP = 0.1;
  private static final int SAMPLE = 3;

  public static PagePicture of(BufferedImage any, double dots) {
    if (any.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      return new PagePicture(any, dots);
    }
    BufferedImage grey =
        new BufferedImage(any.getWidth(), any.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = grey.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, any.getWidth(), any.getHeight());
    graphics.drawImage(any, 0, 0, null);
    graphics.dispose();
    return new PagePicture(grey, dots);
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  /** Which pixels are ink. */
  boolean[][] ink() {
    byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int threshold = threshold(pixels);
    boolean[][] ink = new boolean[height()][width()];
    for (int y = 0; y < height(); y++) {
      int row = y * width();
      for (int x = 0; x < width(); x++) {
        ink[y][x] = (pixels[row + x] & 0xFF) < threshold;
      }
    }
    return ink;
  }

  /** The grey that parts ink from paper best (Otsu's), and a third of the way on to the paper's. */
  private static int threshold(byte[] pixels) {
    long[] histogram = new long[256];
    for (byte pixel : pixels) {
      histogram[pixel & 0xFF]++;
    }
    double all = pixels.length;
    double sum = 0;
    for (int i = 0; i < 256; i++) {
      sum += i * (double) histogram[i];
    }
    double below = 0;
    double sumBelow = 0;
    double best = -1;
    int threshold = 128;
    double paper = 255;
    for (int i = 0; i < 256; i++) {
      below += histogram[i];
      sumBelow += i * (double) histogram[i];
      if (below > 0 && below < all) {
        double difference = sumBelow / below - (sum - sumBelow) / (all - below);
        double between = below * (all - below) * difference * difference;
        if (between > best) {
          best = between;
          threshold = i + 1;
          paper = (sum - sumBelow) / (all - below);
        }
      }
    }
    return (int) (threshold + (paper - threshold) * FAINT);
  }

  /** The picture turned so that its lines are level, if it is a little aslant. */
  PagePicture level() {
    double degrees = skew();
    if (Math.abs(degrees) < SKEW_STEP) {
      return this;
    }
    BufferedImage turned = new BufferedImage(width(), height(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = turned.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width(), height());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(
        image,
        AffineTransform.getRotateInstance(Math.toRadians(-degrees), width() / 2.0, height() / 2.0),
        null);
    graphics.dispose();
    return new PagePicture(turned, dots);
  }

  /** Degrees clockwise by which lines run downwards: those that pile up most ink in few rows. */
  private double skew() {
    boolean[][] ink = ink();
    int count = 0;
    int[] xs = new int[1024];
    int[] ys = new int[1024];
    for (int y = 0; y < height(); y += SAMPLE) {
      for (int x = 0; x < width(); x += SAMPLE) {
        if (ink[y][x]) {
          if (count == xs.length) {
            xs = Arrays.copyOf(xs, count * 2);
            ys = Arrays.copyOf(ys, count * 2);
          }
          xs[count] = x;
          ys[count++] = y;
        }
      }
    }
    double best = 0;
    double most = piled(xs, ys, count, 0) * 1.02; // level unless another is clearly better
    for (double degrees = -MOST_SKEW; degrees <= MOST_SKEW; degrees += SKEW_STEP) {
      double piled = piled(xs, ys, count, degrees);
      if (piled > most) {
        most = piled;
        best = degrees;
      }
    }
    return best;
  }

  private double piled(int[] xs, int[] ys, int count, double degrees) {
    double slope = Math.tan(Math.toRadians(degrees));
    int shift = (int) (width() * Math.abs(slope)) + 1;
    int[] rows = new int[(height() + 2 * shift) / SAMPLE + 2];
    for (int i = 0; i < count; i++) {
      rows[(int) (ys[i] - xs[i] * slope + shift) / SAMPLE]++;
    }
    double sum = 0;
    for (int row : rows) {
      sum += (double) row * row;
    }
    return sum;
  }

  /** The lines of the picture's tables, in points. */
  public List<Ruling> rulings() {
    return rulings(ink());
  }

  /**
   * As {@link #rulings()}.
   *
   * @param ink the picture's own
   */
  public List<Ruling> rulings(boolean[][] ink) {
    List<Ruling> rulings = new ArrayList<>();
    collect(ink, Axis.HORIZONTAL, rulings);
    boolean[][] turned = new boolean[width()][height()];
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        turned[x][y] = ink[y][x];
      }
    }
    collect(turned, Axis.VERTICAL, rulings);
    return rulings;
  }

  private void collect(boolean[][] ink, Axis axis, List<Ruling> rulings) {
    int shortest = (int) (SHORTEST * dots);
    int thickest = Math.max(3, (int) (THICKEST * dots));
    for (int y = 0; y < ink.length; y++) {
      boolean[] row = ink[y];
      int from = -1;
      int last = -1;
      for (int x = 0; x <= row.length; x++) {
        boolean dark = x < row.length && row[x];
        if (dark) {
          if (from < 0) {
            from = x;
          }
          last = x;
        } else if (from >= 0 && (x == row.length || x - last > HOLE)) {
          if (last - from >= shortest && isThin(ink, y, from, last, thickest)) {
            rulings.add(new Ruling(axis, (y + 0.5) / dots, from / dots, (last + 1) / dots));
          }
          from = -1;
        }
      }
    }
  }

  /** A black area is no line: there is ink above or below it further than a line is thick. */
  private static boolean isThin(boolean[][] ink, int y, int from, int to, int thickest) {
    return isLight(ink, y - thickest, from, to) && isLight(ink, y + thickest, from, to);
  }

  private static boolean isLight(boolean[][] ink, int y, int from, int to) {
    if (y < 0 || y >= ink.length) {
      return true;
    }
    int dark = 0;
    for (int x = from; x <= to; x++) {
      dark += ink[y][x] ? 1 : 0;
    }
    return dark * 2 < to - from;
  }
}
