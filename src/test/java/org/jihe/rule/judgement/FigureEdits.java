package org.jihe.rule.judgement;

import java.util.ArrayList;
import java.util.List;

/** Targets and actuals as quantities and as dates, with the arithmetic done here a second time. */
final class FigureEdits {

  private static final String OVER = "QuantitativeOverscored";
  private static final String UNDER = "QuantitativeUnderscored";
  private static final String UNMET = "UnmetButFull";
  private static final String DEDUCTED = "MetButDeducted";
  private static final String REASON = "部分工作受人员调整影响；下一步加强统筹，督促落实。";

  private static final List<String> FLOORS =
      List.of("≥%d%s", "不少于%d%s", "不低于%d%s", "达到%d%s", "%d%s以上", "%d%s", "至少%d%s", "＞=%d%s");
  private static final List<String> CEILINGS =
      List.of("≤%d%s", "不超过%d%s", "不高于%d%s", "不多于%d%s", "控制在%d%s以内", "%d%s以内", "＜=%d%s");

  private FigureEdits() {}

  static List<Edit> all() {
    List<Edit> edits = new ArrayList<>();
    for (String floor : FLOORS) {
      floors(edits, floor, "新增停车泊位数", "个", 120);
      floors(edits, floor, "受训村医人数", "人次", 60);
      floors(edits, floor, "绿化补植面积", "平方米", 800);
    }
    for (String ceiling : CEILINGS) {
      ceilings(edits, ceiling, "平均办理时长", "天", 20);
      ceilings(edits, ceiling, "设备故障停机次数", "次", 8);
    }
    converted(edits);
    dates(edits);
    return edits;
  }

  private static void floors(List<Edit> edits, String form, String name, String unit, int target) {
    String wanted = form.formatted(target, unit);
    for (int actual : new int[] {target, target + target / 10, target - 1, target / 2}) {
      boolean met = actual >= target;
      edits.add(row("floor", 0, name, wanted, actual + unit, met));
    }
    int half = target / 2;
    edits.add(
        less("floor, half the points", name, wanted, half + unit, "5")
            .quiet(OVER, UNDER, DEDUCTED));
    edits.add(
        less("floor, too few points", name, wanted, half + unit, "2").fires(UNDER).quiet(OVER));
    edits.add(less("floor met", name, wanted, target + unit, "8").fires(DEDUCTED).quiet(OVER));
  }

  private static void ceilings(
      List<Edit> edits, String form, String name, String unit, int target) {
    String wanted = form.formatted(target, unit);
    for (int actual : new int[] {target, target - 1, target + 1, target * 2}) {
      edits.add(row("ceiling", 0, name, wanted, actual + unit, actual <= target));
    }
    edits.add(less("ceiling met", name, wanted, target + unit, "8").fires(DEDUCTED).quiet(OVER));
  }

  private static void converted(List<Edit> edits) {
    String[][] rows = {
      {"维修管网长度", "≥3公里", "3000米", "met"},
      {"维修管网长度", "≥3公里", "2800米", "short"},
      {"维修管网长度", "≥3千米", "3.2公里", "met"},
      {"惠及群众人数", "≥1.2万人", "12000人", "met"},
      {"惠及群众人数", "≥1.2万人", "一万二千人", "met"},
      {"惠及群众人数", "≥12000人", "1.1万人", "short"},
      {"救助资金发放额", "≥50万元", "500000元", "met"},
      {"救助资金发放额", "≥50万元", "480000元", "short"},
      {"宣传活动场次", "≥12场", "12场次", "met"},
      {"宣传活动场次", "≥12场", "11场次", "short"},
      {"编制规划成果", "≥5份", "5个", "met"},
      {"编制规划成果", "≥5份", "4个", "short"},
      {"受益农户占比", "≥八成", "82%", "met"},
      {"受益农户占比", "≥80%", "八成五", "met"},
      {"受益农户占比", "≥80%", "七成", "short"},
      {"专项检查次数", "每年不少于4次", "4次", "met"},
      {"专项检查次数", "每年不少于4次", "3次", "short"},
      {"专项检查次数", "不少于四次", "五次", "met"},
      {"专项检查次数", "不少于四次", "三次", "short"},
      {"设备完好比例", "≥3/4", "75%", "met"},
      {"服务企业数量", "100-120家", "110家", "met"},
      {"服务企业数量", "100-120家", "90家", "short"},
      {"培训班期数", "3期", "共举办3期", "met"},
      {"培训班期数", "3期", "仅举办2期", "short"},
      {"新建公厕数量", "≥10座", "已建成10座", "met"},
      {"新建公厕数量", "≥10座", "已建成9座", "short"},
      {"巡查频次", "4次/月", "4次", "unclear"},
      {"培训考核成绩", "≥90分", "4.8分（5分制）", "unclear"},
      {"改造面积", "≥30000平方米", "3万㎡", "met"},
      {"改造面积", "≥3万平方米", "28000平方米", "short"},
    };
    for (String[] row : rows) {
      if (row[3].equals("unclear")) {
        edits.add(
            cells("other scale", 0, row[0], row[1], row[2])
                .quiet(OVER, UNMET, DEDUCTED)
                .harmless());
      } else {
        boolean met = row[3].equals("met");
        edits.add(row("converted", 0, row[0], row[1], row[2], met));
        edits.add(
            less("converted, points lost", row[0], row[1], row[2], "7")
                .says(DEDUCTED, met)
                .quiet(UNMET));
      }
    }
  }

  private static void dates(List<Edit> edits) {
    String[] deadlines = {"2022年9月30日前", "9月底前完成", "2022年9月30日之前", "第三季度末前", "2022年9月30日前完成"};
    String[] timely = {"2022年9月28日", "8月底完成", "2022年7月15日完成", "9月中旬完成", "提前完成", "按期完成", "按时完成"};
    String[] late = {
      "2022年10月8日",
      "11月底完成",
      "2022年12月20日完成",
      "2023年1月15日",
      "延期至2023年3月",
      "未按期完成",
      "逾期两个月完成",
      "拖延至年底"
    };
    for (String deadline : deadlines) {
      for (String when : timely) {
        edits.add(row("deadline", 4, "补助资金发放时限", deadline, when, true));
      }
      for (String when : late) {
        edits.add(row("deadline", 4, "补助资金发放时限", deadline, when, false));
      }
    }
  }

  /** Full marks, which are right or not. */
  private static Edit row(
      String title, int row, String name, String target, String actual, boolean met) {
    Edit edit =
        cells(title + (met ? " met" : " missed"), row, name, target, actual).quiet(DEDUCTED);
    return met ? edit.quiet(OVER, UNMET).harmless() : edit.eitherFires(OVER, UNMET);
  }

  private static Edit less(String title, String name, String target, String actual, String score) {
    return cells(title, 0, name, target, actual)
        .set(0, "score", score)
        .set(0, "varianceExplanation", REASON)
        .quiet(UNMET);
  }

  private static Edit cells(String title, int row, String name, String target, String actual) {
    return new Edit(title)
        .set(row, "name", name)
        .set(row, "target", target)
        .set(row, "actual", actual);
  }
}
