package org.jihe.generate.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jihe.form.Numbers;
import org.jihe.generate.print.PrintedCell.Role;

/** 项目支出绩效自评表 in the form of the Ministry of Finance: points beside the categories, notes below. */
final class NationalForm {

  private NationalForm() {}

  static PrintedForm arrange(ObjectNode form) {
    FormTable table = new FormTable(form, 8, 11, 12, 22, 15, 15, 9, 11, 20);
    Blocks.top(table);
    Blocks.names(table, "主管部门");
    String unit = table.text("currencyUnit");
    table.put(0, 5, 2, "项目资金（" + unit + "）", Role.LABEL, List.of("currencyUnit"));
    table.label(2, 1, "").label(3, 1, "年初预算数").label(4, 1, "全年预算数(A)");
    table.label(5, 1, "全年执行数(B)").label(6, 1, "分值").label(7, 1, "执行率(B/A)");
    table.label(8, 1, "得分").next();
    funding(table, "年度资金总额", "total");
    funding(table, "其中：本年财政拨款", "currentYearAppropriation");
    funding(table, "上年结转资金", "priorYearCarryOver");
    funding(table, "其他资金", "otherFunds");
    Blocks.usual(table);
    table.line(Role.LINE, "注：1. 其他资金包括与财政拨款资金共同投入到同一项目的自有资金、社会资金等。");
    table.line(Role.LINE, "2. 定量指标完成指标值的，得该指标全部分值；未完成的，按完成比例计分。");
    return table.done();
  }

  private static void funding(FormTable table, String label, String row) {
    String path = "funding." + row + ".";
    table.label(2, 1, label);
    Blocks.amounts(table, 3, path);
    if (row.equals("total")) {
      table.value(6, 1, path + "maxScore", Role.NUMBER);
      table.value(7, 1, path + "executionRate", Role.NUMBER);
      table.value(8, 1, path + "score", Role.NUMBER);
    } else {
      table.label(6, 1, "—").label(7, 1, "").label(8, 1, "—");
    }
    table.next();
  }

  /** Puts the points of every category beside its label: {@code 产出指标(50分)}. */
  static void labelPoints(ObjectNode form) {
    Map<String, BigDecimal> sums = new HashMap<>();
    for (JsonNode row : form.get("indicators")) {
      BigDecimal points = Numbers.points(FormTable.text(row, "maxScore"));
      sums.merge(
          FormTable.text(row, "category"),
          points == null ? BigDecimal.ZERO : points,
          BigDecimal::add);
    }
    for (JsonNode row : form.get("indicators")) {
      String category = FormTable.text(row, "category");
      String points =
          sums.getOrDefault(category, BigDecimal.ZERO).stripTrailingZeros().toPlainString();
      ((ObjectNode) row).put("category", category + "(" + points + "分)");
    }
  }
}
