package org.jihe.rule.cell;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.form.SelfEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * How a form itself labels its cells, such as {@code 年度资金总额·全年预算数}, so that a message can name the
 * cell as it stands on the reader's form, whatever the message's language is.
 */
public final class FormLabels {

  private static final Pattern INDICATOR = Pattern.compile("indicators\\[(\\d+)]\\.(\\w+)");

  private static final Map<String, String> ROWS =
      Map.of(
          "funding.total", "年度资金总额",
          "funding.currentYearAppropriation", "当年财政拨款",
          "funding.priorYearCarryOver", "上年结转资金",
          "funding.otherFunds", "其他资金",
          "annualObjective", "年度总体目标",
          "total", "总分");

  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("title", "标题"),
          Map.entry("year", "年度"),
          Map.entry("projectName", "项目名称"),
          Map.entry("supervisingDepartment", "主管部门"),
          Map.entry("implementingAgency", "实施单位"),
          Map.entry("currencyUnit", "金额单位"),
          Map.entry("originalBudget", "年初预算数"),
          Map.entry("finalBudget", "全年预算数"),
          Map.entry("actualExpenditure", "全年执行数"),
          Map.entry("executionRate", "执行率"),
          Map.entry("maxScore", "分值"),
          Map.entry("score", "得分"),
          Map.entry("grade", "等级"),
          Map.entry("planned", "预期目标"),
          Map.entry("achieved", "实际完成情况"),
          Map.entry("category", "一级指标"),
          Map.entry("aspect", "二级指标"),
          Map.entry("name", "三级指标"),
          Map.entry("target", "年度指标值"),
          Map.entry("actual", "实际完成值"),
          Map.entry("varianceExplanation", "偏差原因分析及改进措施"));

  private FormLabels() {}

  /** The label of a subject's cell, or null where the subject is no single cell. */
  public static @Nullable String of(SelfEvaluation form, String subject) {
    Matcher indicator = INDICATOR.matcher(subject);
    if (indicator.matches()) {
      int row = Integer.parseInt(indicator.group(1));
      String name = form.indicators().get(row).name().printed();
      return (name == null ? "指标" + (row + 1) : name) + "·" + COLUMNS.get(indicator.group(2));
    }
    return cell(subject);
  }

  /** The name of a cell by its path; of {@code indicators[].…} the column's alone. */
  static String name(String path) {
    String name =
        path.startsWith("indicators[].")
            ? COLUMNS.get(path.substring("indicators[].".length()))
            : cell(path);
    return name == null ? path : name;
  }

  private static @Nullable String cell(String subject) {
    int dot = subject.lastIndexOf('.');
    String column = COLUMNS.get(subject.substring(dot + 1));
    String row = dot < 0 ? null : ROWS.get(subject.substring(0, dot));
    if (column == null || (dot >= 0 && row == null)) {
      return null;
    }
    return row == null ? column : row + "·" + column;
  }
}
