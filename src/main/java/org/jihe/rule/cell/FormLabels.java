package org.jihe.rule.cell;

import java.util.Map;
import java.util.Objects;
import org.jihe.form.FormPath;
import org.jihe.form.FundingKind;
import org.jihe.form.SelfEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * How a form itself labels its cells, such as {@code 年度资金总额·全年预算数}, so that a message can name the
 * cell as it stands on the reader's form, whatever the message's language is.
 */
public final class FormLabels {

  private static final Map<FundingKind, String> ROWS =
      Map.of(
          FundingKind.TOTAL, "年度资金总额",
          FundingKind.CURRENT_YEAR_APPROPRIATION, "当年财政拨款",
          FundingKind.PRIOR_YEAR_CARRY_OVER, "上年结转资金",
          FundingKind.OTHER_FUNDS, "其他资金");

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
    FormPath path = FormPath.find(subject);
    if (path == null || !path.isField()) {
      return null;
    }
    if (path.row() >= 0) {
      String name = form.indicators().get(path.row()).name().printed();
      return (name == null ? "指标" + (path.row() + 1) : name) + "·" + column(path);
    }
    return cell(path);
  }

  /** The name of a cell by its path; of {@code indicators[].…} the column's alone. */
  public static String name(String path) {
    FormPath found = FormPath.find(path);
    return found == null || !found.isField() ? path : cell(found);
  }

  private static String cell(FormPath path) {
    String row =
        switch (path.block()) {
          case FUNDING -> ROWS.get(path.kind());
          case OBJECTIVE -> "年度总体目标";
          case TOTAL -> "总分";
          default -> null;
        };
    return row == null ? column(path) : row + "·" + column(path);
  }

  private static String column(FormPath path) {
    String name = Objects.requireNonNull(path.column()).name();
    return Objects.requireNonNull(COLUMNS.get(name), name);
  }
}
