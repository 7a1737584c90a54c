package org.jihe.publish.letter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.jihe.publish.list.Shown;

/** Bars that lie on their side, each with its label before it and its value behind it. */
final class Chart {

  /** Pixels of the picture for one of the page. */
  private static final int SHARP = 3;

  static final int WIDTH = 560;
  private static final int ROW = 24;
  private static final int BAR = 14;
  private static final int LABELS = 190;
  private static final int VALUES = 90;
  private static final int EDGE = 8;
  private static final int LONGEST = 15;

  private static final Color INK = new Color(0x33, 0x33, 0x33);
  private static final Color AXIS = new Color(0xBF, 0xBF, 0xBF);
  private static final Color BLUE = new Color(0x2E, 0x75, 0xB6);
  private static final Color RED = new Color(0xC5, 0x5A, 0x11);

  /** Fonts that have Chinese characters, as systems call them. */
  private static final List<String> FONTS =
      List.of(
          "Noto Sans CJK SC",
          "Microsoft YaHei",
          "SimSun",
          "SimHei",
          "WenQuanYi Micro Hei",
          "PingFang SC",
          Font.SANS_SERIF);

  private Chart() {}

  /**
   * One bar.
   *
   * @param value how long it is
   * @param shown the value as it is printed
   * @param marked whether it is to be seen first
   */
  record Bar(String label, double value, String shown, boolean marked) {}

  static int height(List<Bar> bars) {
    return bars.size() * ROW + 2 * EDGE;
  }

  /** The picture as PNG. */
  static byte[] png(List<Bar> bars) throws IOException {
    int height = height(bars);
    BufferedImage image =
        new BufferedImage(WIDTH * SHARP, height * SHARP, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SHARP, SHARP);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, height);
    graphics.setFont(font(bars));
    FontMetrics metrics = graphics.getFontMetrics();
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    int length = WIDTH - LABELS - VALUES;
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      int top = EDGE + i * ROW;
      int baseline = top + (ROW + metrics.getAscent() - metrics.getDescent()) / 2;
      String label = fitted(label(bar, i, graphics.getFont()), metrics);
      graphics.setColor(INK);
      graphics.drawString(label, LABELS - 8 - metrics.stringWidth(label), baseline);
      int wide = most == 0 ? 0 : (int) Math.round(Math.max(0, bar.value) / most * length);
      graphics.setColor(bar.marked ? RED : BLUE);
      graphics.fillRect(LABELS, top + (ROW - BAR) / 2, wide, BAR);
      graphics.setColor(INK);
      graphics.drawString(bar.shown, LABELS + wide + 6, baseline);
    }
    graphics.setColor(AXIS);
    graphics.setStroke(new BasicStroke(1));
    graphics.drawLine(LABELS, EDGE / 2, LABELS, height - EDGE / 2);
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private static Font font(List<Bar> bars) {
    String sample = bars.isEmpty() ? "" : Shown.line(bars.get(0).label);
    for (String name : FONTS) {
      Font font = new Font(name, Font.PLAIN, 12);
      boolean isThere = name.equals(Font.SANS_SERIF) || font.getFamily().equals(name);
      if (isThere && font.canDisplayUpTo(sample + "万元") < 0) {
        return font;
      }
    }
    return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  }

  /** Without a font for it the number of the line in the table stands for the label. */
  private static String label(Bar bar, int row, Font font) {
    String label = Shown.line(bar.label);
    return font.canDisplayUpTo(label) < 0 ? label : String.valueOf(row + 1);
  }

  private static String fitted(String label, FontMetrics metrics) {
    String fitted =
        label.codePointCount(0, label.length()) <= LONGEST
            ? label
            : label.substring(0, label.offsetByCodePoints(0, LONGEST)) + "…";
    while (metrics.stringWidth(fitted) > LABELS - 12 && fitted.length() > 2) {
      fitted = fitted.substring(0, fitted.length() - 2) + "…";
    }
    return fitted;
  }
}
