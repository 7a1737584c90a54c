package org.jihe.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A form printed as tab-separated lines, clean at first and open to damage, together with the
 * transcript that a reader must get from it.
 */
final class Sheet {

  static final int BLOCK = 0;
  static final int CATEGORY = 1;
  static final int ASPECT = 2;
  static final int NAME = 3;
  static final int TARGET = 4;
  static final int ACTUAL = 5;
  static final int MAX = 6;
  static final int SCORE = 7;
  static final int WHY = 8;
  static final int WIDTH = 9;

  private static final List<String> AMOUNTS =
      List.of("originalBudget", "finalBudget", "actualExpenditure");

  /** The points that decide a category where its label does not. */
  private static final Map<String, BigDecimal> USUAL_POINTS =
      Map.of("产出指标", new BigDecimal(50), "效益指标", new BigDecimal(30), "满意度指标", new BigDecimal(10));

  /** What a line prints. */
  enum Part {
    TITLE,
    YEAR,
    PROJECT,
    DEPARTMENT,
    FUNDING_HEAD,
    FUNDING,
    OBJECTIVE_HEAD,
    OBJECTIVE,
    HEAD,
    INDICATOR,
    FRAGMENT,
    LABELS,
    TOTAL
  }

  /** One printed line. */
  static final class Line {
    final Part part;
    final int index;
    final List<String> cells;

    /** Empty lines before it. */
    int blanks;

    /** True once its cells stand elsewhere than in the clean print; once is enough for a row. */
    boolean moved;

    Line(Part part, int index, List<String> cells) {
      this.part = part;
      this.index = index;
      this.cells = new ArrayList<>(cells);
      while (this.cells.size() < WIDTH) {
        this.cells.add("");
      }
    }

    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    boolean has(int column) {
      return !cell(column).isEmpty();
    }

    /** An indicator whose cells stand where the clean print has them. */
    boolean isWhole() {
      return part == Part.INDICATOR && !moved && !has(BLOCK);
    }

    boolean hasLabel() {
      return has(CATEGORY) || has(ASPECT);
    }

    void left() {
      moved = true;
      cells.remove(0);
      cells.add("");
    }

    void right() {
      moved = true;
      cells.add(0, "");
      dropEmptyEnd();
    }

    void dropEmptyEnd() {
      if (cells.get(cells.size() - 1).isEmpty()) {
        cells.remove(cells.size() - 1);
      }
    }
  }

  /** Neighbouring indicators under one merged label. */
  record Group(String label, int first, int last) {
    int size() {
      return last - first + 1;
    }
  }

  final ObjectNode expected;
  final List<Line> lines = new ArrayList<>();

  /** True once the width of the table changes at a break: that happens once in a form. */
  boolean widthChanges;

  private final JsonNode printed;

  /** The clean print of a transcript, which is not changed. */
  Sheet(ObjectNode transcript) {
    expected = transcript.deepCopy();
    decide(expected);
    printed = expected.deepCopy();
    line(Part.TITLE, text("title"));
    line(Part.YEAR, "(" + text("year") + " 年度)");
    line(Part.PROJECT, "项目名称", text("projectName"));
    line(
        Part.DEPARTMENT,
        "主管部门",
        text("supervisingDepartment"),
        "",
        "",
        "实施单位",
        text("implementingAgency"));
    line(
        Part.FUNDING_HEAD,
        "项目资金 (" + text("currencyUnit") + ")",
        "",
        "年初预算数",
        "全年预算数",
        "全年执行数",
        "分值",
        "执行率",
        "得分");
    funding("年度资金总额", "total");
    funding("其中：当年财政拨款", "currentYearAppropriation");
    funding("上年结转资金", "priorYearCarryOver");
    funding("其他资金", "otherFunds");
    JsonNode objective = printed.get("annualObjective");
    line(Part.OBJECTIVE_HEAD, "年度总体目标", "预期目标", "", "", "实际完成情况");
    line(Part.OBJECTIVE, "", text(objective, "planned"), "", "", text(objective, "achieved"));
    line(Part.HEAD, "绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施");
    indicatorLines();
    JsonNode total = printed.get("total");
    line(Part.TOTAL, "总分", "", "", "", "", "", text(total, "maxScore"), text(total, "score"));
  }

  /** A cell that the transcript leaves open is printed like its neighbour of the same category. */
  private static void decide(ObjectNode transcript) {
    JsonNode indicators = transcript.get("indicators");
    for (int i = 0; i < indicators.size(); i++) {
      if (text(indicators.get(i), "aspect").equals("*")) {
        boolean above = i > 0 && same(indicators, i, i - 1, "category");
        String aspect = text(indicators.get(above ? i - 1 : i + 1), "aspect");
        ((ObjectNode) indicators.get(i)).put("aspect", aspect);
      }
    }
  }

  private static boolean same(JsonNode indicators, int one, int other, String cell) {
    return text(indicators.get(one), cell).equals(text(indicators.get(other), cell));
  }

  private void indicatorLines() {
    JsonNode rows = printed.get("indicators");
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      boolean sameCategory = i > 0 && same(rows, i, i - 1, "category");
      boolean sameAspect = sameCategory && same(rows, i, i - 1, "aspect");
      List<String> cells =
          Arrays.asList(
              "",
              sameCategory ? "" : text(row, "category"),
              sameAspect ? "" : text(row, "aspect"),
              text(row, "name"),
              text(row, "target"),
              text(row, "actual"),
              text(row, "maxScore"),
              text(row, "score"),
              text(row, "varianceExplanation"));
      lines.add(new Line(Part.INDICATOR, i, cells));
    }
  }

  private void funding(String label, String key) {
    JsonNode row = printed.get("funding").get(key);
    List<String> cells = new ArrayList<>(List.of("", label));
    AMOUNTS.forEach(amount -> cells.add(text(row, amount)));
    if (key.equals("total")) {
      cells.addAll(List.of(text(row, "maxScore"), text(row, "executionRate"), text(row, "score")));
    } else {
      cells.add("—");
    }
    lines.add(new Line(Part.FUNDING, -1, cells));
  }

  private void line(Part part, String... cells) {
    lines.add(new Line(part, -1, Arrays.asList(cells)));
  }

  private String text(String name) {
    return text(printed, name);
  }

  static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? "" : value.asText();
  }

  Line first(Part part) {
    return lines.stream().filter(line -> line.part == part).findFirst().orElseThrow();
  }

  List<Line> all(Part part) {
    return lines.stream().filter(line -> line.part == part).toList();
  }

  List<Line> indicators() {
    return all(Part.INDICATOR);
  }

  Line indicator(int index) {
    return indicators().stream().filter(line -> line.index == index).findFirst().orElseThrow();
  }

  /** What the clean print says of an indicator. */
  String said(int index, String cell) {
    return text(printed.get("indicators").get(index), cell);
  }

  /** The runs of one category, or of one aspect. */
  List<Group> groups(int column) {
    JsonNode rows = printed.get("indicators");
    List<Group> groups = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= rows.size(); i++) {
      boolean same =
          i < rows.size()
              && same(rows, i, first, "category")
              && (column == CATEGORY || same(rows, i, first, "aspect"));
      if (!same) {
        String label = text(rows.get(first), column == CATEGORY ? "category" : "aspect");
        groups.add(new Group(label, first, i - 1));
        first = i;
      }
    }
    return groups;
  }

  /** True where every category has the points that decide it without its label. */
  boolean pointsDecide() {
    Map<String, BigDecimal> sums = new HashMap<>();
    for (JsonNode row : printed.get("indicators")) {
      if (!text(row, "maxScore").isEmpty()) {
        sums.merge(text(row, "category"), new BigDecimal(text(row, "maxScore")), BigDecimal::add);
      }
    }
    return sums.keySet().equals(USUAL_POINTS.keySet())
        && sums.entrySet().stream()
            .allMatch(sum -> sum.getValue().compareTo(USUAL_POINTS.get(sum.getKey())) == 0);
  }

  /** The damage took away what decides the cell: any reading of it is as good. */
  void open(int index, String cell) {
    ((ObjectNode) expected.get("indicators").get(index)).put(cell, "*");
  }

  String print() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append("\n".repeat(line.blanks)).append(String.join("\t", line.cells)).append('\n');
    }
    return text.toString();
  }
}
