package org.jihe.generate.defect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jihe.generate.draft.Drafting;
import org.jihe.generate.draft.Phrases;
import org.jihe.generate.draft.Row;
import org.jihe.generate.draft.Shape;

/** Points that the form's own words and figures do not bear out. */
final class ScoringDefects {

  private ScoringDefects() {}

  static void addTo(Map<String, Defect> all) {
    all.put("overscored", ScoringDefects::overscored);
    all.put("underscored", ScoringDefects::underscored);
    all.put("unmetButFull", ScoringDefects::unmetButFull);
    all.put("metButDeducted", ScoringDefects::metButDeducted);
    all.put("partial", ScoringDefects::partial);
    all.put("overFulfilled", ScoringDefects::overFulfilled);
    all.put("noPressure", ScoringDefects::noPressure);
    all.put("concentration", ScoringDefects::concentration);
    all.put("flat", ScoringDefects::flat);
  }

  private static boolean overscored(Planting form) {
    Row row = form.row(one -> Planting.isPlain(one) && one.goal.intValue() >= 5);
    if (row == null) {
      return false;
    }
    overscore(form, row);
    return true;
  }

  /** Full marks for what fell short. */
  static void overscore(Planting form, Row row) {
    Drafting.miss(form.draft, row, form.chance.between(0.6, 0.9));
    row.full();
    form.planted("QuantitativeOverscored", row, "score");
  }

  private static boolean underscored(Planting form) {
    Row row = form.row(one -> Planting.isPlain(one) && one.goal.intValue() >= 5);
    if (row == null) {
      return false;
    }
    Drafting.miss(form.draft, row, form.chance.between(0.85, 0.95));
    row.earned = row.earned.subtract(BigDecimal.valueOf(form.chance.between(30, 120), 2));
    row.earned = row.earned.max(BigDecimal.valueOf(10, 2));
    form.planted("QuantitativeUnderscored", row, "score");
    return true;
  }

  private static boolean unmetButFull(Planting form) {
    Row row = form.row(Planting::isWords);
    if (row == null) {
      return false;
    }
    row.actual = "尚未出台相关办法，正在起草";
    form.planted("UnmetButFull", row, "score");
    return true;
  }

  private static boolean metButDeducted(Planting form) {
    Row row = form.row(Planting::isWords);
    if (row == null) {
      return false;
    }
    row.actual = "各项机制" + row.target + "，运行正常";
    row.earned = row.points.subtract(BigDecimal.valueOf(form.chance.between(5, 15), 1));
    row.explanation = Phrases.explanation(form.project(), row, form.draft.budgetYear);
    form.planted("MetButDeducted", row, "score");
    return true;
  }

  private static boolean partial(Planting form) {
    Row row = form.row(Planting::isWords);
    if (row == null) {
      return false;
    }
    row.actual = "基本建成，细则还在征求意见";
    row.earned = row.points.multiply(BigDecimal.valueOf(9, 1)).setScale(2, RoundingMode.HALF_UP);
    row.explanation = Phrases.explanation(form.project(), row, form.draft.budgetYear);
    form.planted("PartialAboveBand", row, "score");
    return true;
  }

  private static boolean overFulfilled(Planting form) {
    Row row = form.row(one -> Planting.isPlain(one) && one.shape() == Shape.COUNT);
    if (row == null) {
      return false;
    }
    row.reached =
        row.goal
            .multiply(BigDecimal.valueOf(form.chance.between(140, 220), 2))
            .setScale(0, RoundingMode.CEILING);
    row.print();
    form.planted("OverFulfilmentUnexplained", row, "actual");
    return true;
  }

  private static boolean noPressure(Planting form) {
    if (form.project().last != null) {
      return false;
    }
    Row row = form.row(one -> Planting.isPlain(one) && one.shape() == Shape.COUNT);
    if (row == null) {
      return false;
    }
    row.target = "≥0" + row.spec.unit();
    form.planted("NoPressureTarget", row, "target");
    return true;
  }

  private static boolean concentration(Planting form) {
    List<Row> outputs = form.rows(Row::isOutput);
    if (!outputs.stream().allMatch(Row::isFull) || outputs.size() < 4 || outputs.size() > 9) {
      return false;
    }
    Row first = outputs.get(0);
    BigDecimal most = BigDecimal.valueOf(form.chance.happens(0.5) ? 20 : 25);
    for (Row row : outputs) {
      if (row != first) {
        row.category = "其余";
      }
    }
    int all = form.rows(row -> "成本指标".equals(row.category)).isEmpty() ? 50 : 40;
    Drafting.share(form.draft, "其余", all - most.intValue());
    outputs.forEach(row -> row.category = "产出指标");
    first.points = most;
    first.full();
    form.planted("ScoreConcentration", first, "maxScore");
    return true;
  }

  private static boolean flat(Planting form) {
    List<Row> rates =
        form.rows(
            row -> Planting.isPlain(row) && row.shape() == Shape.RATE && row.goal.intValue() > 50);
    List<Row> same =
        rates.stream().filter(row -> row.points.compareTo(rates.get(0).points) == 0).toList();
    if (same.size() < 3) {
      return false;
    }
    List<Row> three = same.subList(0, 3);
    String reason = null;
    for (Row row : three) {
      Drafting.miss(form.draft, row, 0.9);
      row.reached = row.goal.multiply(BigDecimal.valueOf(9, 1)).setScale(1, RoundingMode.HALF_UP);
      row.print();
      row.earned = row.points.multiply(BigDecimal.valueOf(9, 1)).setScale(2, RoundingMode.HALF_UP);
      reason =
          reason == null ? Phrases.explanation(form.project(), row, form.draft.budgetYear) : reason;
      row.explanation = reason;
    }
    form.planted("FlatDeductions", three.get(0), "varianceExplanation");
    form.follows("ExplanationRepeated", three.get(0), "varianceExplanation");
    return true;
  }
}
