package org.jihe.publish;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jihe.finding.Severity;
import org.jihe.form.department.JoinedNames;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.view.Followup;
import org.jihe.view.ReviewSummary;
import org.jihe.view.ReviewSummary.Accounting;
import org.jihe.view.ReviewSummary.DepartmentFigures;
import org.jihe.view.ReviewSummary.FormLine;
import org.jihe.view.ReviewSummary.Jurisdictions;
import org.jihe.view.ReviewSummary.RuleLine;
import org.jihe.view.ReviewSummary.WaiverFigures;
import org.jihe.view.ReviewSummary.WaiverLine;
import org.jihe.view.ReviewSummary.WaiverLine.State;

/** A review of the sample department as a reviewer would see it, with one file in quarantine. */
public final class SampleSummary {

  private static final String FILE = "datasets/minhang-2022/forms.txt";

  private SampleSummary() {}

  public static ReviewSummary review() {
    return new ReviewSummary(
        "20261124-091500",
        new Jurisdictions(true, Map.of("上海市", 30L)),
        new Accounting(
            2, 1, 1, 0, 30, 30, 0, 0, 0, 344, 18, 5, Map.of("ERROR", 3L, "DOUBT", 1L, "NOTE", 1L)),
        new ReviewSummary.Resubmissions(1, 2, 3, 4),
        List.of(department()),
        List.of(
            form("窗口服务费", 539, "11520000", "10368000", "97.6", 2, 1, 0),
            form("闵行区行政服务中心新大厅智能化及综合集成管理平台升级建设项目（第三年）", 377, "5990000", "5990000", "100", 1, 0, 1),
            form("立功竞赛", 760, "0", "0", "0", 0, 0, 0)),
        List.of(
            new RuleLine(
                "VarianceExplanationMissing",
                Severity.ERROR,
                List.of(Severity.ERROR),
                3,
                2,
                28,
                0,
                0,
                0),
            new RuleLine(
                "LowExecution",
                Severity.DOUBT,
                List.of(Severity.DOUBT, Severity.NOTE),
                1,
                1,
                27,
                0,
                0,
                2),
            new RuleLine(
                "FundingPartsOriginalMissing",
                Severity.NOTE,
                List.of(Severity.NOTE),
                1,
                1,
                29,
                0,
                0,
                0),
            new RuleLine(
                "OverExecution", Severity.ERROR, List.of(Severity.ERROR), 0, 0, 30, 0, 0, 0)),
        new ReviewSummary.UnmatchedFigures(
            IntStream.rangeClosed(1, 12)
                .mapToObj(
                    number ->
                        new ReviewSummary.UnmatchedLine(
                            "ProjectNotSubmitted",
                            Severity.ERROR,
                            "项目清单上的“第" + number + "号项目”没有自评表。请补交。"))
                .toList(),
            3,
            new ReviewSummary.ListFigures(List.of("bureau/list.csv", "ledger.csv"), 7, 2)),
        new ReviewSummary.AuditFigures(
            2,
            new BigDecimal("12.5"),
            List.of(
                new ReviewSummary.AuditLine(
                    "id539",
                    "窗口服务费",
                    new BigDecimal("97.6"),
                    new BigDecimal("76"),
                    new BigDecimal("86.1"),
                    new BigDecimal("11.5"),
                    "(7.6–7.7) + (68.4–78.4) = (76–86.1)"))),
        new WaiverFigures(
            2,
            List.of(
                new WaiverLine("CostIndicatorMissing", "窗口服务费 2022 · 无成本", State.USED, 2),
                new WaiverLine("FuzzyTarget", "停车费 2022 · 按实结算", State.UNUSED, 0),
                new WaiverLine("FuzzyTarget", "党建经费 2021 · 按实结算", State.EXPIRED, 0))),
        List.of(
            new JoinedNames.Joined(
                JoinedNames.Reading.DEPARTMENT, List.of("江陵市教育局", "江陵市教育局(本级)"))),
        Map.of("mp4", 2L, "-", 1L),
        List.of(
            new Quarantined(
                "in/part.txt",
                Position.inText("in/part.txt", 41, 1),
                Reason.TRUNCATED,
                "",
                "财政项目支出绩效自评表\t(2022 年度)")),
        Map.of("departmentOverall", 1L),
        new ReviewSummary.ConfirmationFigures(
            1,
            2,
            List.of(
                new ReviewSummary.VoidConfirmation(
                    "id1", "窗口服务费", "total.score", "97.6", "97", "张三"))),
        "jihe-workspace/published",
        Followup.NONE);
  }

  private static DepartmentFigures department() {
    Map<String, Long> bands = new LinkedHashMap<>();
    bands.put("[90,100)", 20L);
    bands.put("0", 1L);
    bands.put("(0,60)", 0L);
    bands.put("100", 9L);
    Map<String, Long> grades = new LinkedHashMap<>();
    grades.put("优", 28L);
    grades.put("差", 2L);
    return new DepartmentFigures(
        "上海市闵行区行政服务中心 (汇总)",
        "上海市闵行区行政服务中心",
        2022,
        30,
        2,
        new BigDecimal("76970000"),
        new BigDecimal("74260000"),
        new BigDecimal("66130000"),
        new BigDecimal("89.06"),
        bands,
        new BigDecimal("98.31"),
        new BigDecimal("99.91"),
        new BigDecimal("97.02"),
        grades,
        Map.of("优", new BigDecimal("74260000"), "差", BigDecimal.ZERO),
        new BigDecimal("0.6333"),
        Map.of("ERROR", 3L, "DOUBT", 1L, "NOTE", 1L),
        List.of());
  }

  private static FormLine form(
      String name,
      int row,
      String budget,
      String spent,
      String score,
      long errors,
      long doubts,
      long notes) {
    return new FormLine(
        "id" + row,
        name,
        FILE,
        row,
        FILE + ":" + row + ":1",
        new BigDecimal(budget),
        new BigDecimal(spent),
        new BigDecimal(score),
        errors,
        doubts,
        notes,
        0.9,
        0,
        new BigDecimal(errors * 6 + doubts * 3 + notes),
        null);
  }
}
