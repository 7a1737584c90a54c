package org.jihe.rule.sheet;

import java.io.Serializable;
import org.jihe.finding.Severity;

/**
 * A rule that is a row of a rule table (规则表).
 *
 * @param name 规则
 * @param file the table
 * @param sheet the worksheet; empty for a .csv
 * @param row the row, counted from 1
 * @param cell path of 单元格
 * @param cellPrinted 单元格 as it stands in the table
 * @param category 一级指标, words of which one must be contained; empty for any
 * @param aspect 二级指标, the same
 * @param indicator 指标名称包含, the same
 * @param comparison 比较
 * @param value 值 as it is compared: the number alone where a number is compared
 * @param unit unit of the number; may be empty
 * @param printed 值 as it stands in the table
 * @param severity 级别
 * @param message 消息
 * @param english 英文消息; the Chinese one where there is none
 * @param basis 依据; may be empty
 * @param note 说明; may be empty
 */
public record SheetRule(
    String name,
    String file,
    String sheet,
    int row,
    String cell,
    String cellPrinted,
    String category,
    String aspect,
    String indicator,
    Comparison comparison,
    String value,
    String unit,
    String printed,
    Severity severity,
    String message,
    String english,
    String basis,
    String note)
    implements Serializable {

  /** The rule in words, such as {@code 实际完成值 不小于 20个}. */
  String condition() {
    return String.join(" ", cellPrinted, comparison.printed(), printed).strip();
  }

  /** Which indicators it looks at, in words; empty where at all. */
  String choice() {
    StringBuilder text = new StringBuilder();
    part(text, "一级指标", category);
    part(text, "二级指标", aspect);
    part(text, "指标名称", indicator);
    return text.toString();
  }

  private static void part(StringBuilder text, String column, String words) {
    if (!words.isEmpty()) {
      text.append(text.isEmpty() ? "" : "，").append(column).append("包含“").append(words).append("”");
    }
  }
}
