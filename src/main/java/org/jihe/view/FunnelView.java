package org.jihe.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.view.TextTable.Column;
import org.jspecify.annotations.Nullable;

/**
 * One measure of one year for all departments, the highest first, each with a drawing of one line:
 * where its figure lies between the limits within which chance leaves a department of its size.
 */
public final class FunnelView {

  private static final int DRAWING = 21;
  private static final int LEAST_NAME = 12;

  private final Messages messages;
  private final int width;

  /**
   * @param messages with the bundle {@code comparison}
   * @param width columns of the terminal
   */
  public FunnelView(Messages messages, int width) {
    this.messages = messages;
    this.width = width;
  }

  /** The whole text, ending with a line feed. */
  public String render(List<ComparisonLine> all) {
    List<ComparisonLine> lines = new ArrayList<>(all);
    lines.sort(
        Comparator.comparingDouble(
                (ComparisonLine one) -> one.value() == null ? Double.MAX_VALUE : -one.value())
            .thenComparing(ComparisonLine::department));
    ComparisonLine first = lines.get(0);
    List<String> text = new ArrayList<>();
    text.addAll(
        TextWidth.wrap(
            messages.text(
                "funnel.heading",
                Map.of(
                    "measure",
                    messages.text("measure." + first.measure()),
                    "year",
                    String.valueOf(first.year()),
                    "count",
                    lines.size(),
                    "district",
                    figure(first.measure(), first.districtValue()))),
            width));
    TextTable table =
        new TextTable(
            List.of(
                Column.text(messages.text("funnel.department"), LEAST_NAME),
                Column.number("n"),
                Column.number(messages.text("funnel.value")),
                Column.fixed(messages.text("funnel.drawing")),
                Column.number(messages.text("funnel.rank")),
                Column.fixed(messages.text("funnel.verdict"))));
    double low = extreme(lines, -1);
    double high = extreme(lines, 1);
    for (ComparisonLine line : lines) {
      table.row(
          line.department().isBlank()
              ? messages.text("department.none")
              : Visible.line(line.department()),
          Figures.count(line.n()),
          figure(line.measure(), line.value()),
          drawing(line, low, high),
          rank(line),
          messages.text("verdict." + line.verdict()));
    }
    text.addAll(table.lines(width));
    text.addAll(TextWidth.wrap(messages.text("funnel.legend"), width));
    return String.join("\n", text) + "\n";
  }

  private String rank(ComparisonLine line) {
    Integer rank = line.rank();
    return rank == null
        ? messages.text("funnel.unranked")
        : rank + " [" + line.rankLower() + "–" + line.rankUpper() + "]";
  }

  /** The least or the greatest of all figures and limits. */
  private static double extreme(List<ComparisonLine> lines, int sign) {
    double found = Double.NaN;
    for (ComparisonLine line : lines) {
      for (Double one :
          new @Nullable Double[] {
            line.value(), line.limitLower95(), line.limitUpper95(), line.districtValue()
          }) {
        if (one != null && (Double.isNaN(found) || sign * one > sign * found)) {
          found = one;
        }
      }
    }
    return found;
  }

  /** {@code ···[··|··]··●}: the limits, the district and the department. */
  private static String drawing(ComparisonLine line, double low, double high) {
    char[] drawing = "·".repeat(DRAWING).toCharArray();
    put(drawing, line.limitLower95(), low, high, '[');
    put(drawing, line.limitUpper95(), low, high, ']');
    put(drawing, line.districtValue(), low, high, '|');
    put(drawing, line.value(), low, high, 'o');
    return new String(drawing);
  }

  private static void put(
      char[] drawing, @Nullable Double value, double low, double high, char mark) {
    if (value != null && Double.isFinite(low) && high >= low) {
      double share = high == low ? .5 : (value - low) / (high - low);
      int at = (int) Math.round(share * (drawing.length - 1));
      drawing[Math.min(Math.max(at, 0), drawing.length - 1)] = mark;
    }
  }

  /** Shares and rates in percent, counts and points as they are. */
  static String figure(String measure, @Nullable Double value) {
    if (value == null) {
      return "—";
    }
    return switch (Objects.requireNonNull(measure)) {
      case "errorsPerForm", "doubtsPerForm", "score", "inflation" -> Decimal.of(value, 2);
      default -> Decimal.percent(value);
    };
  }
}
