package org.jihe.generate.defect;

import java.util.List;
import java.util.Map;
import org.jihe.generate.draft.Draft;
import org.jihe.generate.draft.Drafting;
import org.jihe.generate.draft.Phrases;
import org.jihe.generate.draft.Row;
import org.jihe.generate.draft.Shape;
import org.jspecify.annotations.Nullable;

/** Texts that were copied, say too little, or give no reason. */
final class WordingDefects {

  private static final String ACHIEVED = "annualObjective.achieved";

  private WordingDefects() {}

  static void addTo(Map<String, Defect> all) {
    all.put("objectiveCopied", WordingDefects::copied);
    all.put("objectiveLargelyCopied", WordingDefects::largelyCopied);
    all.put("unresponsive", WordingDefects::unresponsive);
    all.put("explanationRepeated", WordingDefects::repeated);
    all.put("noMeasure", WordingDefects::noMeasure);
    all.put("externalOnly", WordingDefects::externalOnly);
    all.put("markup", WordingDefects::markup);
  }

  private static boolean copied(Planting form) {
    form.draft.achieved = form.draft.planned;
    form.planted("ObjectiveCopied", ACHIEVED);
    return true;
  }

  private static boolean largelyCopied(Planting form) {
    String planned = String.valueOf(form.draft.planned);
    int kept = planned.length() * 7 / 10;
    form.draft.achieved =
        planned.substring(0, kept) + "，以上均已在" + form.draft.budgetYear + "年内办结，相关台账齐备。";
    form.planted("ObjectiveLargelyCopied", ACHIEVED);
    return true;
  }

  private static boolean unresponsive(Planting form) {
    form.draft.planned = form.draft.planned + Phrases.more(form.project());
    form.draft.achieved = form.project().topic() + "各阶段均已办结，编号" + form.project().number() + "。";
    form.planted("AchievementUnresponsive", ACHIEVED);
    return true;
  }

  private static boolean repeated(Planting form) {
    List<Row> rows =
        form.rows(
            row -> Planting.isPlain(row) && row.goal.intValue() >= 5 && row.shape() == Shape.RATE);
    if (rows.size() < 2) {
      return false;
    }
    Row first = rows.get(0);
    Row second = rows.get(1);
    Drafting.miss(form.draft, first, 0.93);
    Drafting.miss(form.draft, second, 0.86);
    first.explanation = form.project().topic() + form.draft.budgetYear + "年部分环节衔接不畅；将加强沟通，完善分工。";
    second.explanation = first.explanation;
    form.planted("ExplanationRepeated", first, "varianceExplanation");
    return true;
  }

  private static boolean noMeasure(Planting form) {
    Row row = missed(form);
    if (row == null) {
      return false;
    }
    row.explanation = form.project().place() + "点实际" + row.actual + "，个别型号停产，到货批次偏多。";
    form.planted("ExplanationWithoutMeasure", row, "varianceExplanation");
    return true;
  }

  private static boolean externalOnly(Planting form) {
    Row row = missed(form);
    if (row == null) {
      return false;
    }
    row.explanation =
        form.project().place()
            + "点实际"
            + row.actual
            + "，受"
            + form.chance.one("台风", "持续高温", "连续暴雨")
            + "天气波及。";
    form.planted("ExternalCauseOnly", row, "varianceExplanation");
    form.follows("ExplanationWithoutMeasure", row, "varianceExplanation");
    return true;
  }

  private static @Nullable Row missed(Planting form) {
    Row row = form.row(one -> Planting.isPlain(one) && one.goal.intValue() >= 5);
    if (row != null) {
      Drafting.miss(form.draft, row, form.chance.between(0.85, 0.96));
    }
    return row;
  }

  private static boolean markup(Planting form) {
    Draft draft = form.draft;
    switch (form.chance.between(0, 2)) {
      case 0 -> {
        draft.planned = draft.planned + "<br>";
        form.planted("MarkupInText", "annualObjective.planned");
      }
      case 1 -> {
        draft.achieved = draft.achieved + "&nbsp;";
        form.planted("MarkupInText", ACHIEVED);
      }
      default -> {
        draft.achieved = "“" + draft.achieved;
        form.planted("MarkupInText", ACHIEVED);
      }
    }
    return true;
  }
}
