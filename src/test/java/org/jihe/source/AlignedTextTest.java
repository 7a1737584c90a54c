package org.jihe.source;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.junit.jupiter.api.Test;

/** Text whose columns stand below one another, as {@code pdftotext -layout} leaves them. */
class AlignedTextTest {

  private static final String FORM =
      """
                  项目支出绩效自评表
      项目名称   法律 顾问费
      项目资金              年初预算数   全年预算数   全年执行数   分值
                 年度总额   18000.00     9000.00      9,000        10
                 其他资金   0            0                         —
      绩效指标   一级指标   二级指标     三级指标     年度指标值   分值
                 产出指标   数量指标     审核率       100%         10
                            质量指标     合格率       100%         10
      总分                                                         100
      """;

  private static final List<String> CELLS =
      List.of(
          "B1 项目支出绩效自评表",
          "A2 项目名称",
          "B2 法律 顾问费",
          "A3 项目资金",
          "C3 年初预算数",
          "D3 全年预算数",
          "E3 全年执行数",
          "F3 分值",
          "B4 年度总额",
          "C4 18000.00",
          "D4 9000.00",
          "E4 9,000",
          "F4 10",
          "B5 其他资金",
          "C5 0",
          "D5 0",
          "F5 —",
          "A6 绩效指标",
          "B6 一级指标",
          "C6 二级指标",
          "D6 三级指标",
          "E6 年度指标值",
          "F6 分值",
          "B7 产出指标",
          "C7 数量指标",
          "D7 审核率",
          "E7 100%",
          "F7 10",
          "C8 质量指标",
          "D8 合格率",
          "E8 100%",
          "F8 10",
          "A9 总分",
          "F9 100");

  @Test
  void columnsAreThoseThatStandBelowOneAnother() {
    assertThat(Shown.cells("a.txt", FORM)).containsExactlyElementsOf(CELLS);
  }

  @Test
  void everyEncodingGivesTheSame() {
    for (Charset charset : List.of(Charset.forName("GB18030"), UTF_16LE)) {
      Document document = Shown.document("a.txt", FORM.getBytes(charset));
      assertThat(document.encoding()).isEqualTo(charset.name());
      assertThat(document.grids().get(0).columns()).isEqualTo(Grid.Columns.LOOSE);
      assertThat(Shown.cells(document)).containsExactlyElementsOf(CELLS);
    }
  }

  @Test
  void centredAndRightAlignedFieldsStayInTheirColumn() {
    String text =
        """
        指标名称        年度指标值      得分
          甲              100%            10
        乙乙乙乙乙乙     =100%          9.5
                          及时            10
        """;
    assertThat(Shown.cells("a.txt", text))
        .containsExactly(
            "A1 指标名称",
            "B1 年度指标值",
            "C1 得分",
            "A2 甲",
            "B2 100%",
            "C2 10",
            "A3 乙乙乙乙乙乙",
            "B3 =100%",
            "C3 9.5",
            "B4 及时",
            "C4 10");
  }

  @Test
  void aPageHasColumnsOfItsOwn() {
    String narrow = "甲  乙  丙\n1   2   3\n4   5   6\n";
    String wide = "甲         乙         丙\n1          2          3\n           5          6\n";
    assertThat(Shown.cells("a.txt", narrow + "\f" + wide))
        .containsExactly(
            "A1 甲", "B1 乙", "C1 丙", "A2 1", "B2 2", "C2 3", "A3 4", "B3 5", "C3 6", "A4 甲", "B4 乙",
            "C4 丙", "A5 1", "B5 2", "C5 3", "B6 5", "C6 6");
  }

  @Test
  void tabsDecideAgainstAlignment() {
    String text = "项目  名称\t甲\n主管  部门\t乙\n实施  单位\t丙\n";
    assertThat(Shown.cells("a.txt", text)).contains("A1 项目  名称", "B1 甲");
  }

  @Test
  void proseIsNoTable() {
    String text = "第一段文字。\n第二段文字  有两个空格。\n第三段文字。\n";
    assertThat(Shown.cells("a.txt", text)).contains("A2 第二段文字  有两个空格。");
  }
}
