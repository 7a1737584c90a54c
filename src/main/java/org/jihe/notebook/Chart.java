package org.jihe.notebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Drawings for notebooks as SVG, in the colours of the page they stand on. They are for a few dozen
 * marks; the same input gives the same bytes.
 */
public final class Chart {

  private static final int WIDTH = 720;
  private static final int BAR = 26;
  private static final int LABELS = 200;
  private static final int HEIGHT = 360;
  private static final int LEFT = 64;
  private static final int BOTTOM = 48;
  private static final int TOP = 16;
  private static final int RIGHT = 24;
  private static final int TICKS = 6;
  private static final int LONGEST_LABEL = 14;
  private static final String ACCENT = "#3b6ea5";

  private record Point(double x, double y, String label) {}

  private record Line(List<double[]> points) {}

  private final String xTitle;
  private final String yTitle;
  private final List<Point> points = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  private Chart(String xTitle, String yTitle) {
    this.xTitle = xTitle;
    this.yTitle = yTitle;
  }

  /**
   * Horizontal bars, one below the other.
   *
   * @param labels what each bar stands for
   * @param values their lengths, 0 or more
   */
  public static String bars(List<String> labels, List<? extends Number> values) {
    double most = values.stream().mapToDouble(Number::doubleValue).max().orElse(1);
    double room = WIDTH - LABELS - 80.0;
    StringBuilder svg = begin(labels.size() * BAR + 8);
    for (int i = 0; i < labels.size(); i++) {
      double value = values.get(i).doubleValue();
      double length = most <= 0 ? 0 : room * Math.max(0, value) / most;
      double middle = i * BAR + BAR / 2.0 + 4;
      text(svg, LABELS - 8, middle + 4, "end", shortened(labels.get(i)));
      svg.append(
          format(
              "<rect x=\"%d\" y=\"%s\" width=\"%s\" height=\"%d\" fill=\"%s\"/>\n",
              LABELS, number(middle - 9), number(length), 18, ACCENT));
      text(svg, LABELS + length + 6, middle + 4, "start", label(value));
    }
    return svg.append("</svg>\n").toString();
  }

  /** A plot of points with the names of its axes. */
  public static Chart plot(String xTitle, String yTitle) {
    return new Chart(xTitle, yTitle);
  }

  /**
   * Adds a point.
   *
   * @param label told beside it; may be empty
   */
  public Chart point(double x, double y, String label) {
    points.add(new Point(x, y, label));
    return this;
  }

  /** Adds a dashed line through points of x and y. */
  public Chart line(List<double[]> through) {
    lines.add(new Line(List.copyOf(through)));
    return this;
  }

  /** The drawing. */
  public String svg() {
    double[] xs = range(true);
    double[] ys = range(false);
    StringBuilder svg = begin(HEIGHT);
    axes(svg, xs, ys);
    for (Line line : lines) {
      StringBuilder path = new StringBuilder();
      for (double[] point : line.points) {
        path.append(path.isEmpty() ? 'M' : 'L')
            .append(number(x(point[0], xs)))
            .append(' ')
            .append(number(y(point[1], ys)));
      }
      svg.append(
          format(
              "<path d=\"%s\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".55\""
                  + " stroke-dasharray=\"5 4\"/>\n",
              path));
    }
    for (Point point : points) {
      double x = x(point.x, xs);
      double y = y(point.y, ys);
      svg.append(
          format(
              "<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\" fill-opacity=\".75\"/>\n",
              number(x), number(y), ACCENT));
      if (!point.label.isEmpty()) {
        boolean right = x > WIDTH - 150;
        text(svg, right ? x - 7 : x + 7, y - 6, right ? "end" : "start", shortened(point.label));
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private void axes(StringBuilder svg, double[] xs, double[] ys) {
    svg.append(
        format(
            "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"currentColor\""
                + " stroke-opacity=\".4\"/>\n",
            LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT));
    for (double x : ticks(xs)) {
      text(svg, x(x, xs), HEIGHT - BOTTOM + 18, "middle", label(x));
    }
    for (double y : ticks(ys)) {
      text(svg, LEFT - 8, y(y, ys) + 4, "end", label(y));
    }
    text(svg, WIDTH - RIGHT, HEIGHT - 6, "end", xTitle);
    text(svg, LEFT + 6, TOP + 4, "start", yTitle);
  }

  /** Round values within a range, a handful of them. */
  private static List<Double> ticks(double[] range) {
    double rough = (range[1] - range[0]) / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power;
    for (double factor : new double[] {2, 5, 10}) {
      step = step < rough ? power * factor : step;
    }
    List<Double> ticks = new ArrayList<>();
    for (double tick = Math.ceil(range[0] / step) * step; tick <= range[1]; tick += step) {
      ticks.add(tick);
    }
    return ticks;
  }

  /** The least and the greatest value of an axis, some room beside them. */
  private double[] range(boolean isX) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Point point : points) {
      double value = isX ? point.x : point.y;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    for (Line line : lines) {
      for (double[] point : line.points) {
        double value = point[isX ? 0 : 1];
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    if (least > most) {
      return new double[] {0, 1};
    }
    double room = least == most ? Math.max(1, Math.abs(least)) * .1 : (most - least) * .05;
    return new double[] {least - room, most + room};
  }

  private static double x(double value, double[] range) {
    return LEFT + ((double) WIDTH - RIGHT - LEFT) * (value - range[0]) / (range[1] - range[0]);
  }

  private static double y(double value, double[] range) {
    double height = (double) HEIGHT - BOTTOM - TOP;
    return TOP + height * (range[1] - value) / (range[1] - range[0]);
  }

  private static StringBuilder begin(int height) {
    return new StringBuilder(
        format(
            "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" font-size=\"12\""
                + " fill=\"currentColor\">\n",
            WIDTH, height, WIDTH, height));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        format(
            "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n",
            number(x), number(y), anchor, HtmlTable.escaped(text)));
  }

  private static String shortened(String text) {
    int[] points = text.codePoints().limit(LONGEST_LABEL + 1L).toArray();
    return points.length <= LONGEST_LABEL ? text : new String(points, 0, LONGEST_LABEL - 1) + "…";
  }

  /** A value as it is read: three digits that count, or all before the point. */
  private static String label(double value) {
    int scale = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
    return BigDecimal.valueOf(value)
        .setScale(scale, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
