package org.jihe.generate.print;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jihe.generate.print.PrintedCell.Role;

/** 部门预算项目支出绩效自评表 of Sichuan 2023: other columns, other funding rows, a conclusion below. */
final class SichuanForm {

  private static final List<String> HEADS =
      List.of("一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分", "未完成原因分析");
  private static final List<String> FIELDS =
      List.of("name", "target/3", "", "", "actual", "maxScore", "score", "varianceExplanation");

  private SichuanForm() {}

  static PrintedForm arrange(ObjectNode form) {
    FormTable table = new FormTable(form, 8, 10, 12, 20, 9, 14, 9, 14, 10, 11, 18);
    table.line(Role.TITLE, table.text("title"), "title");
    table.line(Role.LINE, "(" + table.text("year") + "年度)", "year");
    table.label(0, 2, "项目名称").value(2, 9, "projectName", Role.TEXT).next();
    table.label(0, 2, "主管部门").value(2, 4, "supervisingDepartment", Role.TEXT);
    table.label(6, 2, "实施单位（盖章）").value(8, 3, "implementingAgency", Role.TEXT).next();
    String unit = table.text("currencyUnit");
    table.put(0, 6, 1, "预算执行情况（" + unit + "）", Role.LABEL, List.of("currencyUnit"));
    table.label(1, 2, "").label(3, 1, "年初预算").label(4, 2, "调整后预算数").label(6, 1, "预算执行数");
    table.label(7, 1, "预算执行率").label(8, 1, "权重").label(9, 1, "得分").label(10, 1, "原因").next();
    funding(table, "总额", "total");
    funding(table, "其中：财政资金", "currentYearAppropriation");
    table.label(1, 2, "财政专户管理资金");
    table.label(3, 1, "").label(4, 2, "").label(6, 1, "").label(7, 1, "/").label(8, 1, "/");
    table.label(9, 1, "/").label(10, 1, "/").next();
    funding(table, "单位资金", "otherFunds");
    table.label(1, 2, "其他资金");
    table.label(3, 1, "").label(4, 2, "").label(6, 1, "").label(7, 1, "/").label(8, 1, "/");
    table.label(9, 1, "/").label(10, 1, "/").next();
    Blocks.objective(table, "年初设定目标", "全年完成情况", 6);
    Blocks.indicators(table, "绩效指标", HEADS, FIELDS);
    table.label(0, 8, "合计").value(8, 1, "total.maxScore", Role.NUMBER);
    table.value(9, 1, "total.score", Role.NUMBER).next();
    table.label(0, 2, "评价结论").put(2, 9, "项目总体完成较好，资金使用合规。", Role.TEXT).next();
    table.label(0, 2, "存在问题").put(2, 9, "无", Role.TEXT).next();
    table.label(0, 2, "改进措施").put(2, 9, "无", Role.TEXT).next();
    table.put(0, 6, "项目负责人：张三", Role.LINE).put(6, 5, "财务负责人：李四", Role.LINE).next();
    return table.done();
  }

  private static void funding(FormTable table, String label, String row) {
    String path = "funding." + row + ".";
    table.label(1, 2, label);
    table.value(3, 1, path + "originalBudget", Role.NUMBER);
    table.value(4, 2, path + "finalBudget", Role.NUMBER);
    table.value(6, 1, path + "actualExpenditure", Role.NUMBER);
    if (row.equals("total")) {
      table.value(7, 1, path + "executionRate", Role.NUMBER);
      table.value(8, 1, path + "maxScore", Role.NUMBER);
      table.value(9, 1, path + "score", Role.NUMBER);
    } else {
      table.label(7, 1, "/").label(8, 1, "/").label(9, 1, "/").label(10, 1, "/");
    }
    table.next();
  }
}
