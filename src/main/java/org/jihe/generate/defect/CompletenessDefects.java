package org.jihe.generate.defect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jihe.generate.draft.Draft;
import org.jihe.generate.draft.Drafting;
import org.jihe.generate.draft.Row;
import org.jspecify.annotations.Nullable;

/** Cells that are blank, and indicators that are not there. */
final class CompletenessDefects {

  private CompletenessDefects() {}

  static void addTo(Map<String, Defect> all) {
    all.put("header", CompletenessDefects::header);
    all.put("planned", form -> blank(form, "PlannedObjectiveMissing", "planned"));
    all.put("achieved", form -> blank(form, "AchievedObjectiveMissing", "achieved"));
    all.put("actual", CompletenessDefects::actual);
    all.put("scoredWithoutActual", CompletenessDefects::scoredWithoutActual);
    all.put("target", CompletenessDefects::target);
    all.put("score", CompletenessDefects::score);
    all.put("explanation", CompletenessDefects::explanation);
    all.put("lowUnexplained", CompletenessDefects::lowUnexplained);
    all.put("noSatisfaction", CompletenessDefects::noSatisfaction);
    all.put("noBenefit", CompletenessDefects::noBenefit);
    all.put("noTimeliness", CompletenessDefects::noTimeliness);
    all.put("noCost", CompletenessDefects::noCost);
    all.put("few", CompletenessDefects::few);
    all.put("many", CompletenessDefects::many);
    all.put("placeholder", CompletenessDefects::placeholder);
  }

  private static boolean header(Planting form) {
    Draft draft = form.draft;
    int field = form.chance.between(0, 4);
    String[] paths = {
      "implementingAgency", "currencyUnit", "projectName", "supervisingDepartment", "year"
    };
    form.planted("HeaderFieldMissing", paths[field]);
    form.year().stray(draft);
    if (field >= 2) {
      form.year().unseen(draft);
    }
    form.print(
        () -> {
          switch (field) {
            case 0 -> draft.agency = null;
            case 1 -> draft.unit = null;
            case 2 -> draft.name = null;
            case 3 -> draft.department = null;
            default -> draft.year = null;
          }
        });
    return true;
  }

  private static boolean blank(Planting form, String rule, String text) {
    form.planted(rule, "annualObjective." + text);
    if (text.equals("planned")) {
      form.print(() -> form.draft.planned = null);
    } else {
      form.print(() -> form.draft.achieved = null);
    }
    return true;
  }

  private static boolean actual(Planting form) {
    Row row = form.row(one -> Planting.isPlain(one) && !one.named().contains("验收"));
    if (row == null) {
      return false;
    }
    Drafting.miss(form.draft, row, 0.9);
    row.earned = BigDecimal.ZERO;
    row.actual = null;
    row.reached = BigDecimal.ZERO;
    form.planted("ActualValueMissing", row, "actual");
    if (row.isOutput() && form.draft.execution() >= 0.95) {
      form.follows("PaidAheadOfDelivery", row, "score");
    }
    return true;
  }

  private static boolean scoredWithoutActual(Planting form) {
    Row row = form.row(Planting::isPlain);
    if (row == null) {
      return false;
    }
    row.actual = null;
    row.reached = BigDecimal.ZERO;
    form.planted("ScoredWithoutActual", row, "actual");
    return true;
  }

  private static boolean target(Planting form) {
    Row row = form.row(Planting::isPlain);
    if (row == null) {
      return false;
    }
    row.target = null;
    form.planted("TargetMissing", row, "target");
    return true;
  }

  private static boolean score(Planting form) {
    Draft draft = form.draft;
    Row row = form.chance.one(draft.rows);
    switch (form.chance.between(0, 3)) {
      case 0 -> {
        form.planted("ScoreMissing", "funding.total.score");
        form.print(() -> draft.fundingScore = null);
      }
      case 1 -> {
        form.planted("ScoreMissing", "total.score");
        form.print(
            () -> {
              draft.totalScore = null;
              draft.grade = null;
            });
      }
      case 2 -> {
        form.planted("ScoreMissing", row, "maxScore");
        form.year().unmarked(draft);
        form.print(() -> row.max = null);
      }
      default -> {
        form.planted("ScoreMissing", row, "score");
        form.year().unmarked(draft);
        form.print(() -> row.score = null);
      }
    }
    return true;
  }

  private static boolean explanation(Planting form) {
    Row row = form.row(one -> Planting.isPlain(one) && one.goal.intValue() >= 5);
    if (row == null) {
      return false;
    }
    Drafting.miss(form.draft, row, form.chance.between(0.8, 0.97));
    row.explanation = null;
    form.planted("VarianceExplanationMissing", row, "varianceExplanation");
    return true;
  }

  private static boolean lowUnexplained(Planting form) {
    Draft draft = form.draft;
    if (!draft.isAllFull()) {
      return false;
    }
    form.spend(form.chance.between(0.82, 0.89));
    form.planted("LowExecutionUnexplained", "funding.total.executionRate");
    form.followsOfLowRate();
    return true;
  }

  private static boolean noSatisfaction(Planting form) {
    for (Row row : form.rows(Row::isSatisfaction)) {
      row.category = "效益指标";
      row.aspect = "社会效益指标";
      row.name = form.project().topic() + (row.named().contains("群众") ? "群众" : "对象") + "知晓率";
    }
    form.planted("CategoryMissing", "indicators.satisfaction");
    form.follows("NonstandardCategoryPoints", "indicators");
    return true;
  }

  private static boolean noBenefit(Planting form) {
    for (Row row : form.rows(Row::isBenefit)) {
      row.category = "产出指标";
      row.aspect = "质量指标";
    }
    form.planted("CategoryMissing", "indicators.benefit");
    form.follows("NonstandardCategoryPoints", "indicators");
    return true;
  }

  private static boolean noTimeliness(Planting form) {
    form.rows(row -> row.isAspect("时效")).forEach(row -> row.aspect = "质量指标");
    form.planted("OutputAspectMissing", "indicators.timeliness");
    return true;
  }

  private static boolean noCost(Planting form) {
    for (Row row : form.rows(row -> row.isAspect("成本"))) {
      boolean own = "成本指标".equals(row.category);
      row.category = "产出指标";
      row.aspect = "质量指标";
      row.name = row.named().replace("成本", "耗用").replace("费用", "耗用");
      if (own) {
        form.follows("NonstandardCategoryPoints", "indicators");
      }
    }
    form.planted("CostIndicatorMissing", "indicators.cost");
    return true;
  }

  private static boolean few(Planting form) {
    Draft draft = form.draft;
    if (!form.rows(row -> "成本指标".equals(row.category)).isEmpty()) {
      return false;
    }
    List<Row> kept = new ArrayList<>();
    for (String aspect : List.of("数量", "质量", "时效", "成本", "效益", "影响", "满意")) {
      Row first = first(draft, kept, aspect);
      if (first == null) {
        return false;
      }
      kept.add(first);
    }
    draft.rows.retainAll(kept);
    Drafting.points(draft);
    form.planted("TooFewIndicators", "indicators");
    return true;
  }

  private static @Nullable Row first(Draft draft, List<Row> taken, String aspect) {
    return draft.rows.stream()
        .filter(row -> row.isAspect(aspect) && !taken.contains(row))
        .findFirst()
        .orElse(null);
  }

  private static boolean many(Planting form) {
    Draft draft = form.draft;
    List<Row> outputs = form.rows(row -> row.isAspect("质量") && Planting.isPlain(row));
    if (outputs.isEmpty() || form.project().last != null) {
      return false;
    }
    add(draft, outputs.get(0), 27 - draft.rows.size());
    form.planted("TooManySmallIndicators", "indicators");
    form.follows("outlier:indicators", "indicators");
    return true;
  }

  /** More indicators like one, each of its own part of the project. */
  static void add(Draft draft, Row like, int count) {
    String[] parts = {
      "东", "西", "南", "北", "中", "前", "后", "新", "老", "内", "外", "上", "下", "左", "右", "近", "远"
    };
    int at = draft.rows.indexOf(like) + 1;
    for (int i = 0; i < count; i++) {
      Row row = like.copy();
      String part = parts[i % parts.length] + (i < parts.length ? "区" : "段");
      row.name = draft.project.topic() + part + like.spec.suffix();
      row.reached = like.reached.add(BigDecimal.valueOf(i % 9, 2));
      row.print();
      draft.rows.add(at + i, row);
    }
    Drafting.points(draft);
  }

  private static boolean placeholder(Planting form) {
    Draft draft = form.draft;
    Row row = form.row(Planting::isPlain);
    if (row == null || form.chance.happens(0.5)) {
      draft.planned = draft.planned + "（100字以内）";
      form.planted("PlaceholderText", "annualObjective.planned");
    } else {
      row.name = "XX" + row.named();
      form.planted("PlaceholderText", row, "name");
    }
    return true;
  }
}
