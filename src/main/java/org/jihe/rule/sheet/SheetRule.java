package org.jihe.rule.sheet;

import org.jihe.finding.Severity;
import org.jihe.form.FormBlock;
import org.jihe.rule.cell.Cells;

/**
 * A rule that is a row of a rule table (规则表).
 *
 * @param name 规则
 * @param place where it stands
 * @param cells which cells it looks at: 单元格, and of indicators those that it chooses
 * @param condition how these are compared
 * @param severity 级别
 * @param wording what it says to people
 */
public record SheetRule(
    String name,
    Place place,
    CellChoice cells,
    Condition condition,
    Severity severity,
    Wording wording) {

  /**
   * Where a rule stands.
   *
   * @param file the table, as the user would name it
   * @param sheet the worksheet; empty for a .csv
   * @param row the row, counted from 1
   */
  public record Place(String file, String sheet, int row) {}

  /**
   * How cells are compared.
   *
   * @param cellPrinted 单元格 as it stands in the table
   * @param comparison 比较
   * @param value 值 as it is compared: the number alone where a number is compared
   * @param unit unit of the number; may be empty
   * @param printed 值 as it stands in the table
   */
  public record Condition(
      String cellPrinted, Comparison comparison, String value, String unit, String printed) {

    /** The condition in words, such as {@code 实际完成值 不小于 20个}. */
    String inWords() {
      return String.join(" ", cellPrinted, comparison.printed(), printed).strip();
    }
  }

  /**
   * What a rule says to people.
   *
   * @param message 消息
   * @param english 英文消息; the Chinese one where there is none
   * @param basis 依据; may be empty
   * @param note 说明; may be empty
   */
  public record Wording(String message, String english, String basis, String note) {}

  /** True for the path of a cell that every indicator has. */
  static boolean isOfIndicators(String path) {
    return Cells.isIn(path, FormBlock.INDICATORS);
  }

  /** Which indicators it looks at, in words; empty where at all. */
  String choice() {
    StringBuilder text = new StringBuilder();
    part(text, "一级指标", cells.category());
    part(text, "二级指标", cells.aspect());
    part(text, "指标名称", cells.name());
    return text.toString();
  }

  private static void part(StringBuilder text, String column, String words) {
    if (!words.isEmpty()) {
      text.append(text.isEmpty() ? "" : "，").append(column).append("包含“").append(words).append("”");
    }
  }
}
