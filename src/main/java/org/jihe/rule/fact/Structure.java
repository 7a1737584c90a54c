package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.form.Field;
import org.jihe.form.Indicator;
import org.jihe.form.Texts;
import org.jihe.form.measure.Figures;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** How a form's indicators are built: their points by category, their names and their labels. */
public final class Structure {

  private final @Nullable BigDecimal executionPoints;
  private final List<IndicatorFact> rows;
  private final Parameters parameters;

  /**
   * @param executionPoints 分值 of the funding row
   */
  Structure(@Nullable BigDecimal executionPoints, List<IndicatorFact> rows, Parameters parameters) {
    this.executionPoints = executionPoints;
    this.rows = rows;
    this.parameters = parameters;
  }

  /**
   * How the form divides its points where that is none of the jurisdiction's schemes; null where it
   * is one, and where it cannot be told.
   */
  public @Nullable PointsSplit nonstandardPoints() {
    return PointsSplit.nonstandard(executionPoints, rows, parameters.points());
  }

  /**
   * An indicator that has the name of one before it.
   *
   * @param row the later indicator
   * @param first number of the earlier one, from 1
   */
  public record Duplicate(IndicatorFact row, int first) {}

  /** Indicators whose names, without punctuation and spaces, stand before them already. */
  public List<Duplicate> duplicates() {
    List<Duplicate> duplicates = new ArrayList<>(0);
    Map<String, Integer> seen = new HashMap<>(2 * rows.size());
    for (int i = 0; i < rows.size(); i++) {
      String name = Texts.normalised(rows.get(i).indicator().name().printed());
      Integer first =
          name.isEmpty() || rows.get(i).leftOver() ? null : seen.putIfAbsent(name, i + 1);
      if (first != null) {
        duplicates.add(new Duplicate(rows.get(i), first));
      }
    }
    return duplicates;
  }

  /** Share of the targets that are words without a number; null where a target is blank. */
  public @Nullable BigDecimal qualitativeShare() {
    for (IndicatorFact row : rows) {
      if (row.targetBlank()) {
        return null;
      }
    }
    return Figures.ratio(BigDecimal.valueOf(qualitativeTargets()), BigDecimal.valueOf(rows.size()));
  }

  /** How many targets are words without a number that measures anything. */
  public int qualitativeTargets() {
    int count = 0;
    for (IndicatorFact row : rows) {
      if (row.targetMeasure().qualitative()) {
        count++;
      }
    }
    return count;
  }

  /**
   * A label that the jurisdiction does not know.
   *
   * @param path the first cell that has it
   * @param count how many indicators have it
   */
  public record UnknownLabel(String path, int count) {}

  /** Labels of categories and aspects that the jurisdiction does not know, each once. */
  public List<UnknownLabel> unknownLabels() {
    List<UnknownLabel> unknown = new ArrayList<>(0);
    Set<String> seen = new HashSet<>();
    for (IndicatorFact row : rows) {
      add(unknown, seen, row, "category", row.labels().isUnknownCategoryLabel());
      add(unknown, seen, row, "aspect", row.labels().isUnknownAspect());
    }
    return unknown;
  }

  private void add(
      List<UnknownLabel> unknown,
      Set<String> seen,
      IndicatorFact row,
      String cell,
      boolean notKnown) {
    Field<String> field = label(row, cell);
    if (notKnown && !field.isBlank() && seen.add(cell + field.printed())) {
      int count = 0;
      for (IndicatorFact other : rows) {
        if (String.valueOf(field.printed()).equals(label(other, cell).printed())) {
          count++;
        }
      }
      unknown.add(new UnknownLabel(row.path(cell), count));
    }
  }

  private static Field<String> label(IndicatorFact row, String cell) {
    Indicator indicator = row.indicator();
    return cell.equals("category") ? indicator.category() : indicator.aspect();
  }
}
