package org.jihe.generate.print;

import java.util.List;
import org.jihe.generate.print.PrintedCell.Role;

/** Blocks that several templates share. */
final class Blocks {

  private static final List<String> HEADS =
      List.of("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施");
  private static final List<String> FIELDS =
      List.of("name", "target", "actual", "maxScore", "score", "varianceExplanation");

  private Blocks() {}

  /**
   * Project, department and agency over nine columns.
   *
   * @param department the department's label
   */
  static void names(FormTable table, String department) {
    table.label(0, 2, "项目名称").value(2, 7, "projectName", Role.TEXT).next();
    table.label(0, 2, department).value(2, 3, "supervisingDepartment", Role.TEXT);
    table.label(5, 1, "实施单位").value(6, 3, "implementingAgency", Role.TEXT).next();
  }

  /** Objective, indicators and total over nine columns, with the usual heads. */
  static void usual(FormTable table) {
    objective(table, "预期目标", "实际完成情况", 5);
    indicators(table, "绩效指标", HEADS, FIELDS);
    table.label(0, 6, "总分").value(6, 1, "total.maxScore", Role.NUMBER);
    table.value(7, 1, "total.score", Role.NUMBER).next();
  }

  /** The three amounts of a funding row, from a column on. */
  static void amounts(FormTable table, int column, String row) {
    table.value(column, 1, row + "originalBudget", Role.NUMBER);
    table.value(column + 1, 1, row + "finalBudget", Role.NUMBER);
    table.value(column + 2, 1, row + "actualExpenditure", Role.NUMBER);
  }

  /** Title and year, each over the whole width. */
  static void top(FormTable table) {
    table.line(Role.TITLE, table.text("title"), "title");
    table.line(Role.LINE, "(" + table.text("year") + " 年度)", "year");
  }

  /** The two cells of the objective below their labels. */
  static void objective(FormTable table, String planned, String achieved, int middle) {
    int columns = table.columns();
    table.put(0, 2, 1, "年度总体目标", Role.LABEL, List.of());
    table.label(1, middle - 1, planned).label(middle, columns - middle, achieved).next();
    table.value(1, middle - 1, "annualObjective.planned", Role.TEXT);
    table.value(middle, columns - middle, "annualObjective.achieved", Role.TEXT).next();
  }

  /**
   * The indicator table: a head row, and below it merged labels and one row for every indicator.
   *
   * @param names heads of columns 1, 2, …: category, aspect, name and further
   * @param fields fields of columns 3, 4, …
   */
  static void indicators(FormTable table, String block, List<String> names, List<String> fields) {
    int all = table.form().get("indicators").size();
    table.head().put(0, all + 1, 1, block, Role.LABEL, List.of());
    for (int i = 0; i < names.size(); i++) {
      table.label(i + 1, 1, names.get(i));
    }
    table.next();
    table.runs(1, "category", table.starts("category"));
    table.runs(2, "aspect", table.starts("category", "aspect"));
    for (int i = 0; i < all; i++) {
      for (int field = 0; field < fields.size(); field++) {
        String name = fields.get(field);
        String path = "indicators[" + i + "]." + name;
        if (name.equals("target/3")) {
          SplitTarget target = SplitTarget.of(table.text("indicators[" + i + "].target"));
          String subject = "indicators[" + i + "].target";
          table.put(field + 3, 1, target.sign(), Role.TEXT, target.subject(target.sign(), subject));
          table.put(
              field + 4, 1, target.value(), Role.VALUE, target.subject(target.value(), subject));
          table.put(field + 5, 1, target.unit(), Role.TEXT, target.subject(target.unit(), subject));
        } else if (!name.isEmpty()) {
          table.value(field + 3, 1, path, role(name));
        }
      }
      table.next();
    }
  }

  private static Role role(String field) {
    return switch (field) {
      case "maxScore", "score" -> Role.NUMBER;
      case "target", "actual" -> Role.VALUE;
      default -> Role.TEXT;
    };
  }
}
