package org.jihe.rule.judgement;

import java.util.ArrayList;
import java.util.List;

/**
 * What only the form as a whole shows: how many indicators, which kinds, what they have in common.
 */
final class FormEdits {

  private static final String SPENT = "funding.total.actualExpenditure";
  private static final String CURRENT_YEAR = "funding.currentYearAppropriation.finalBudget";
  private static final String ACHIEVED = "annualObjective.achieved";
  private static final String EXPLANATION = "varianceExplanation";
  private static final String REASON = "原材料涨价，部分设备晚到；今后提前备货。";
  private static final String PLANNED =
      "完成全区二十个老旧小区消防设施的检测、维修和更换，保证消防栓、灭火器完好可用，降低火灾隐患，提高居民的消防安全意识和自救能力。";
  private static final String OTHER =
      "物业签订托管协议十九份，街道垫付的配件款年底结清，另请两家机构抽查，出具的报告都写明可以交付，社区群里收到的反映当周答复。";
  private static final int ROWS = 9;

  private final List<Edit> edits = new ArrayList<>();

  private FormEdits() {}

  static List<Edit> all() {
    FormEdits form = new FormEdits();
    form.kinds();
    form.counts();
    form.execution();
    form.scores();
    form.points();
    form.texts();
    return form.edits;
  }

  private Edit edit(String rule, boolean fires, String title) {
    Edit edit = new Edit(rule + " " + title).says(rule, fires);
    edits.add(edit);
    return edit;
  }

  private void kinds() {
    String rule = "CategoryMissing";
    edit(rule, true, "no outputs").drop(0, 1, 2, 3, 4, 5);
    edit(rule, true, "no benefits").drop(6, 7);
    edit(rule, true, "no satisfaction").drop(8);
    edit(rule, false, "one benefit left").drop(6);
    edit(rule, false, "another benefit left").drop(7);
    edit(rule, false, "one output left").drop(0, 1, 2, 3, 4);
    edit(rule, false, "benefits by another name")
        .set(6, "category", "效果指标")
        .set(7, "category", "效果指标");
    edit(rule, false, "satisfaction by another name").set(8, "category", "满意度");
  }

  private void counts() {
    String few = "TooFewIndicators";
    edit(few, true, "seven").drop(1, 2);
    edit(few, true, "five").drop(0, 1, 2, 5);
    edit(few, false, "eight").drop(1);
    edit(few, false, "nine");
    String many = "TooManySmallIndicators";
    edit(many, true, "26").more(17, "4");
    edit(many, true, "30").more(21, "5");
    edit(many, false, "25").more(16, "4");
    edit(many, true, "ten small ones").more(10, "2");
    edit(many, true, "twelve small ones").more(12, "1");
    edit(many, false, "nine small ones").more(9, "2");
    edit(many, false, "ten that are not so small").more(10, "2.5");
  }

  private void execution() {
    String rule = "LowExecutionUnexplained";
    unexplained(edit(rule, true, "89.9 %")).set(SPENT, "899000");
    unexplained(edit(rule, true, "half")).set(SPENT, "500,000");
    unexplained(edit(rule, true, "nothing")).set(SPENT, "0");
    unexplained(edit(rule, false, "90 %")).set(SPENT, "900000");
    edit(rule, false, "with an explanation").set(SPENT, "700000");
    unexplained(edit(rule, false, "told in the objective"))
        .set(SPENT, "700000")
        .set(ACHIEVED, "检测和维修完成；因招标结余，支出减少。");
    String part = "PartEqualsSpent";
    edit(part, true, "the part is what was spent").set(CURRENT_YEAR, "986000");
    edit(part, true, "less was spent").set(CURRENT_YEAR, "600000").set(SPENT, "600,000.00");
    edit(part, false, "another amount").set(CURRENT_YEAR, "986001");
    edit(part, false, "all was spent").set(CURRENT_YEAR, "1000000").set(SPENT, "1000000");
    edit(part, false, "both are 0").set(CURRENT_YEAR, "0").set(SPENT, "0");
  }

  private static Edit unexplained(Edit edit) {
    return edit.set(3, "actual", "1.8%").set(3, "score", "10").set(3, EXPLANATION, null);
  }

  private void scores() {
    String full = "AllIndicatorsFull";
    unexplained(edit(full, true, "all of nine"));
    unexplained(edit(full, true, "all of five")).drop(0, 1, 2, 4);
    unexplained(edit(full, false, "all of four")).drop(0, 1, 2, 4, 5);
    edit(full, false, "one lost a point");
    unexplained(edit(full, false, "one lost a tenth")).set(4, "score", "4.9");
    String flat = "FlatDeductions";
    deduct(edit(flat, true, "three alike"), 3, REASON, REASON, REASON);
    deduct(edit(flat, true, "four alike"), 4, REASON, REASON, REASON, REASON);
    deduct(edit(flat, false, "two alike"), 2, REASON, REASON);
    deduct(edit(flat, false, "three reasons"), 3, REASON, "人手不足，已加强调配。", "资料补正费时，将提前准备。");
    deduct(edit(flat, false, "three deductions"), 3, REASON, REASON, REASON)
        .set(1, "score", "8")
        .set(2, "score", "7");
    String high = "HighScoreWithErrors";
    edit(high, true, "a value is missing").set(0, "actual", null);
    edit(high, true, "a target is missing").set(1, "target", null);
    edit(high, true, "the sum is wrong").set("total.score", "95");
    edit(high, false, "no error");
    edit(high, false, "an error and 89.99").set("total.score", "89.99");
    edit(high, true, "an error and 90").set("total.score", "90");
  }

  private static Edit deduct(Edit edit, int rows, String... reasons) {
    for (int row = 0; row < rows; row++) {
      edit.set(row, "score", "9").set(row, EXPLANATION, reasons[row]);
    }
    return edit;
  }

  private void points() {
    String rule = "NonstandardCategoryPoints";
    edit(rule, true, "five moved").set(8, "maxScore", "15").set(7, "maxScore", "10");
    edit(rule, true, "ten moved").set(6, "maxScore", "5").set(0, "maxScore", "20");
    edit(rule, true, "execution has 20")
        .set("funding.total.maxScore", "20")
        .set(6, "maxScore", "5");
    edit(rule, false, "moved within a category").set(6, "maxScore", "14").set(7, "maxScore", "16");
    edit(rule, false, "the standard");
    String words = "QualitativeTargetsDominate";
    qualitative(edit(words, true, "five of nine"), 4);
    qualitative(edit(words, true, "seven of nine"), 6);
    qualitative(edit(words, false, "four of nine"), 3);
    qualitative(edit(words, false, "one of nine"), 0);
    qualitative(edit(words, false, "four of eight"), 3).drop(8);
    String constant = "ConstantActuals";
    actuals(edit(constant, true, "eight of nine"), 8, "已完成");
    actuals(edit(constant, true, "nine of nine"), 9, "100%");
    actuals(edit(constant, false, "seven of nine"), 7, "已完成");
    actuals(edit(constant, true, "four of five"), 4, "完成").drop(4, 5, 6, 7);
    actuals(edit(constant, false, "four of four"), 4, "完成").drop(4, 5, 6, 7, 8);
    actuals(edit(constant, false, "nothing was spent"), 9, "未开展").set(SPENT, "0");
  }

  private static Edit qualitative(Edit edit, int more) {
    String[] targets = {"规范", "完整", "及时", "良好", "到位", "达标"};
    for (int row = 0; row < more; row++) {
      edit.set(row, "target", targets[row]);
    }
    return edit;
  }

  private static Edit actuals(Edit edit, int rows, String text) {
    for (int row = 0; row < Math.min(rows, ROWS); row++) {
      edit.set(row, "actual", text);
    }
    return edit;
  }

  private void texts() {
    String copied = "ObjectiveLargelyCopied";
    edit(copied, true, "as long again").set(ACHIEVED, PLANNED + OTHER);
    edit(copied, true, "half as long again").set(ACHIEVED, PLANNED + OTHER.substring(0, 30));
    edit(copied, false, "copied whole, which another rule says").set(ACHIEVED, PLANNED);
    edit(copied, false, "its own words").set(ACHIEVED, OTHER);
    edit(copied, false, "a third of it")
        .set(ACHIEVED, OTHER + PLANNED.substring(0, PLANNED.length() / 3));
    String repeated = "ExplanationRepeated";
    deduct(edit(repeated, true, "two alike"), 2, REASON, REASON);
    deduct(edit(repeated, true, "three alike"), 3, REASON, REASON, REASON);
    deduct(edit(repeated, true, "alike but for a space"), 2, REASON, REASON.replace("；", "； "));
    deduct(edit(repeated, false, "two of their own"), 2, REASON, "验收标准提高，后续加强自检。");
    edit(repeated, false, "one");
  }
}
