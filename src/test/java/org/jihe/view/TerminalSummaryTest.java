package org.jihe.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.publish.SampleSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalSummaryTest {

  private static String render(Language language, int width) {
    Messages messages =
        Messages.of(language, "summary", "reasons")
            .with(Map.of("VarianceExplanationMissing.title", "扣分未说明偏差原因"));
    return new TerminalSummary(messages, Palette.PLAIN, width).render(SampleSummary.review());
  }

  @Test
  void beginsWithWhatWasCounted() {
    assertThat(render(Language.ZH, 100).lines())
        .anySatisfy(line -> assertThat(line).contains("来源", "2 = 已读 1 + 隔离 1 + 重复 0", "✓"))
        .anySatisfy(line -> assertThat(line).contains("表格", "30 = 接受 30 + 隔离 0 + 重复 0", "✓"));
  }

  @Test
  void tellsWhatBecameOfEarlierFormsAndWhatWasPassedOver() {
    assertThat(render(Language.ZH, 100))
        .contains(
            "取代旧版本 1 份",
            "撤下 2 份",
            "另有 3 份来自以前读取的其他文件",
            "有 4 份与另一份同年度",
            "另有 3 项略过（不含自评表，或不是送审的文件）：.mp4 2、无扩展名 1")
        .doesNotContain("已有更新版本");
    assertThat(render(Language.EN, 100))
        .contains("1 earlier versions replaced", "3 other things in the folders were passed over");
  }

  @Test
  void showsTheDepartmentsFigures() {
    assertThat(render(Language.ZH, 100))
        .contains("上海市闵行区行政服务中心 (汇总) · 上海市闵行区行政服务中心 · 2022 年")
        .contains("年初预算 7,697.00 万元，全年预算 7,426.00 万元，全年执行 6,613.00 万元")
        .contains("执行率 89.06%；无支出 1 个、90–100% 20 个、100% 9 个")
        .contains("优 28 个（7,426.00 万元）");
  }

  @Test
  void saysSoWhereSomethingWasLost() {
    ReviewSummary summary = SampleSummary.review();
    ReviewSummary.Accounting lost =
        new ReviewSummary.Accounting(3, 1, 1, 0, 30, 30, 0, 0, 0, 344, 18, 5, Map.of());
    ReviewSummary broken =
        new ReviewSummary(
            summary.runId(),
            summary.jurisdictions(),
            lost,
            summary.resubmissions(),
            summary.departments(),
            summary.forms(),
            summary.rules(),
            summary.unmatched(),
            summary.audit(),
            summary.waivers(),
            summary.names(),
            summary.passedOver(),
            summary.quarantined(),
            summary.otherKinds(),
            summary.confirmations(),
            summary.published(),
            summary.followup());
    Messages messages = Messages.of(Language.ZH, "summary", "reasons");
    assertThat(new TerminalSummary(messages, Palette.PLAIN, 100).render(broken)).contains("✗ 不相等");
  }

  @Test
  void namesWhatIsReadAsOneDepartment() {
    assertThat(render(Language.ZH, 100))
        .containsSubsequence("按猜测归并的名称：1 组", "这些名称视为同一个部门：江陵市教育局、江陵市教育局(本级)", "--departments FILE");
    assertThat(render(Language.EN, 100))
        .contains("Names read as one department: 江陵市教育局, 江陵市教育局(本级)");
  }

  @Test
  void namesProjectsWithoutAForm() {
    assertThat(render(Language.ZH, 100))
        .containsSubsequence("没有对应自评表的项目：12 处", "错误 项目清单上的“第10号项目”没有自评表", "另有 2 处")
        .doesNotContain("第11号项目")
        .contains("有 3 份表在清单或上年项目中对应不止一个");
    assertThat(render(Language.EN, 100)).contains("Projects without a form: 12", "3 forms may be");
  }

  @Test
  void saysWhichListsStayInForceAndWhichAreLost() {
    assertThat(render(Language.ZH, 160))
        .contains("沿用上次检查所用的：bureau/list.csv、ledger.csv；工作区中出自清单的发现 7 处", "发现 2 处没有保留");
    assertThat(render(Language.EN, 160))
        .contains("stay those of the last check: bureau/list.csv, ledger.csv", "are not kept: 2");
  }

  @Test
  void tellsWhatIsWaivedAndWhichWaiversWaiveNothing() {
    assertThat(render(Language.ZH, 100))
        .contains(
            "豁免 2 处发现",
            "已用 2 处  CostIndicatorMissing  窗口服务费 2022 · 无成本",
            "没有用到  FuzzyTarget  停车费 2022",
            "已过期，不再豁免  FuzzyTarget  党建经费 2021");
    assertThat(render(Language.EN, 100)).contains("2 findings waived", "unused  FuzzyTarget");
  }

  @Test
  void tellsWhatIsClaimedAboveItsRange() {
    assertThat(render(Language.ZH, 100))
        .contains("得分核算：2 份中 2 份的得分高于依据，共多 12.50 分", "76.00–86.10", "11.50");
    assertThat(render(Language.EN, 100)).contains("2 of 2 forms claim more than they support");
  }

  @Test
  void listsFormsWithFindingsAloneAndWhereTheyStand() {
    assertThat(render(Language.ZH, 100))
        .contains("窗口服务费", "forms.txt:539", "90.00%")
        .doesNotContain("立功竞赛");
  }

  @Test
  void showsRulesThatFiredWithTheirTitles() {
    assertThat(render(Language.ZH, 100))
        .contains("4 条规则中 3 条有发现", "扣分未说明偏差原因", "VarianceExplanationMissing")
        .doesNotContain("OverExecution");
  }

  @Test
  void tellsPlaceReasonAndRemedyOfWhatIsInQuarantine() {
    assertThat(render(Language.ZH, 100))
        .contains("in/part.txt:41:1", "表格只有开头，没有结尾", "请与原文件比对", "财政项目支出绩效自评表");
  }

  @Test
  void speaksEnglish() {
    assertThat(render(Language.EN, 100))
        .contains("2 = 1 read + 1 in quarantine + 0 duplicate")
        .contains("CNY 74,260,000")
        .contains("excellent: 28")
        .contains("The form begins and its end is missing");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 120})
  void fitsTheTerminal(int width) {
    for (Language language : Language.values()) {
      assertThat(render(language, width).lines())
          .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width));
    }
  }
}
