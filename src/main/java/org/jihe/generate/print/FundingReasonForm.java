package org.jihe.generate.print;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jihe.generate.print.PrintedCell.Role;

/** A form whose funding rows have a column for reasons of their own. */
final class FundingReasonForm {

  private FundingReasonForm() {}

  static PrintedForm arrange(ObjectNode form) {
    FormTable table = new FormTable(form, 8, 10, 16, 20, 15, 15, 9, 11, 20);
    Blocks.top(table);
    Blocks.names(table, "市级主管部门");
    String unit = table.text("currencyUnit");
    table.put(0, 5, 1, "项目资金（" + unit + "）", Role.LABEL, List.of("currencyUnit"));
    table.label(1, 1, "").label(2, 1, "年初预算数").label(3, 1, "全年预算数").label(4, 1, "全年执行数");
    table.label(5, 1, "执行率").label(6, 1, "分值").label(7, 1, "得分");
    table.label(8, 1, "偏差原因分析及改进措施").next();
    funding(table, "年度资金总额", "total");
    funding(table, "其中：当年财政拨款", "currentYearAppropriation");
    funding(table, "上年结转资金", "priorYearCarryOver");
    funding(table, "其他资金", "otherFunds");
    Blocks.usual(table);
    return table.done();
  }

  private static void funding(FormTable table, String label, String row) {
    String path = "funding." + row + ".";
    table.label(1, 1, label);
    Blocks.amounts(table, 2, path);
    if (row.equals("total")) {
      table.value(5, 1, path + "executionRate", Role.NUMBER);
      table.value(6, 1, path + "maxScore", Role.NUMBER);
      table.value(7, 1, path + "score", Role.NUMBER);
    } else {
      table.label(5, 1, "—").label(6, 1, "—").label(7, 1, "—");
    }
    table.next();
  }
}
