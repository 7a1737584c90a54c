package org.jihe.generate.print;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jihe.generate.print.PrintedCell.Role;

/** 项目支出绩效自评表 of Yunnan (公开14表): the target in three columns, the grade in its own cell. */
final class YunnanForm {

  private static final List<String> HEADS =
      List.of("一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "实际完成值", "分值", "得分", "偏差原因分析及改进措施");
  private static final List<String> FIELDS =
      List.of("name", "target/3", "", "", "actual", "maxScore", "score", "varianceExplanation");

  private YunnanForm() {}

  static PrintedForm arrange(ObjectNode form) {
    FormTable table = new FormTable(form, 8, 10, 12, 20, 8, 14, 9, 14, 10, 11, 18);
    table.line(Role.TITLE, table.text("title"), "title");
    table.put(0, 5, "部门：" + table.text("supervisingDepartment"), Role.LINE);
    table.put(5, 3, table.text("year") + "年度", Role.LINE, "year");
    table.put(8, 3, "公开14表", Role.LINE).next();
    table.label(0, 2, "项目名称").value(2, 9, "projectName", Role.TEXT).next();
    table.label(0, 2, "主管部门").value(2, 4, "supervisingDepartment", Role.TEXT);
    table.label(6, 1, "实施单位").value(7, 4, "implementingAgency", Role.TEXT).next();
    String unit = table.text("currencyUnit");
    table.put(0, 5, 2, "项目资金（" + unit + "）", Role.LABEL, List.of("currencyUnit"));
    table.label(2, 1, "").label(3, 2, "年初预算数").label(5, 2, "全年预算数(A)");
    table.label(7, 1, "全年执行数(B)").label(8, 1, "分值").label(9, 1, "执行率(B/A)");
    table.label(10, 1, "得分").next();
    funding(table, "年度资金总额", "total");
    funding(table, "其中：当年财政拨款", "currentYearAppropriation");
    funding(table, "上年结转资金", "priorYearCarryOver");
    funding(table, "其他资金", "otherFunds");
    Blocks.objective(table, "预期目标", "实际完成情况", 6);
    Blocks.indicators(table, "绩效指标", HEADS, FIELDS);
    table.label(0, 3, "其他需要说明事项").put(3, 8, "无", Role.TEXT).next();
    table.label(0, 8, "总分").value(8, 1, "total.maxScore", Role.NUMBER);
    table.value(9, 1, "total.score", Role.NUMBER);
    table.value(10, 1, "total.grade", Role.TEXT).next();
    return table.done();
  }

  private static void funding(FormTable table, String label, String row) {
    String path = "funding." + row + ".";
    table.label(2, 1, label);
    table.value(3, 2, path + "originalBudget", Role.NUMBER);
    table.value(5, 2, path + "finalBudget", Role.NUMBER);
    table.value(7, 1, path + "actualExpenditure", Role.NUMBER);
    if (row.equals("total")) {
      table.value(8, 1, path + "maxScore", Role.NUMBER);
      table.value(9, 1, path + "executionRate", Role.NUMBER);
      table.value(10, 1, path + "score", Role.NUMBER);
    } else {
      table.label(8, 1, "—").label(9, 1, "").label(10, 1, "—");
    }
    table.next();
  }
}
