package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.form.measure.Figures;
import org.jihe.rule.fact.wording.PointsPart;
import org.jspecify.annotations.Nullable;

/**
 * How a form divides its points among 预算执行 and the categories, and the jurisdiction's scheme that
 * comes closest to it.
 *
 * @param printed the form's own points, such as {@code 预算执行 10、产出 60、效益 20、满意度 10}
 * @param scheme the scheme's points in the same words
 */
public record PointsSplit(String printed, String scheme) {

  private static final BigDecimal OUTWEIGHS = BigDecimal.valueOf(1000);

  /**
   * The split of a form that follows none of the schemes; null where it follows one, where a part's
   * points are not known, and where there is no scheme.
   */
  static @Nullable PointsSplit nonstandard(
      @Nullable BigDecimal execution,
      List<IndicatorFact> rows,
      Map<String, Map<String, BigDecimal>> schemes) {
    if (execution == null || rows.isEmpty()) {
      return null;
    }
    Map<PointsPart, BigDecimal> points = new EnumMap<>(PointsPart.class);
    points.put(PointsPart.EXECUTION, execution);
    for (IndicatorFact row : rows) {
      PointsPart part = row.labels().part();
      BigDecimal max = row.maxScore();
      if (part == null || max == null) {
        return null;
      }
      points.merge(part, max, BigDecimal::add);
    }
    return nearest(points, schemes);
  }

  private static @Nullable PointsSplit nearest(
      Map<PointsPart, BigDecimal> points, Map<String, Map<String, BigDecimal>> schemes) {
    Map<String, BigDecimal> best = null;
    BigDecimal least = null;
    for (Map<String, BigDecimal> scheme : schemes.values()) {
      if (distance(points, scheme).signum() == 0) {
        return null;
      }
    }
    for (Map<String, BigDecimal> scheme : new TreeMap<>(schemes).values()) {
      BigDecimal distance = distance(points, scheme);
      if (least == null || distance.compareTo(least) < 0) {
        best = scheme;
        least = distance;
      }
    }
    return best == null ? null : new PointsSplit(text(points), text(parts(best)));
  }

  /** How far two divisions are apart: a part that only one of them has outweighs any points. */
  private static BigDecimal distance(
      Map<PointsPart, BigDecimal> points, Map<String, BigDecimal> scheme) {
    BigDecimal distance = BigDecimal.ZERO;
    for (PointsPart part : PointsPart.values()) {
      BigDecimal own = points.get(part);
      BigDecimal due = scheme.get(part.key());
      if (own != null && due != null) {
        distance = distance.add(own.subtract(due).abs());
      } else if (own != null || due != null) {
        distance = distance.add(OUTWEIGHS);
      }
    }
    return distance;
  }

  private static Map<PointsPart, BigDecimal> parts(Map<String, BigDecimal> scheme) {
    Map<PointsPart, BigDecimal> points = new EnumMap<>(PointsPart.class);
    for (PointsPart part : PointsPart.values()) {
      BigDecimal due = scheme.get(part.key());
      if (due != null) {
        points.put(part, due);
      }
    }
    return points;
  }

  private static String text(Map<PointsPart, BigDecimal> points) {
    List<String> texts = new ArrayList<>(points.size());
    points.forEach((part, number) -> texts.add(part.label() + " " + Figures.text(number)));
    return String.join("、", texts);
  }
}
