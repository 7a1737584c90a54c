package org.jihe.rule.fact.group;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list that the bureau holds (项目清单, 支出台账).
 *
 * @param code 项目编码, or null
 * @param name 项目名称
 * @param department 主管部门
 * @param agency 实施单位, or null
 * @param year 年度
 * @param expenditure 支出数 in yuan; null in a project list
 * @param file the list, as the user named it
 * @param line line of the file, counted from 1
 */
public record ListedProject(
    @Nullable String code,
    String name,
    String department,
    @Nullable String agency,
    int year,
    @Nullable BigDecimal expenditure,
    String file,
    int line)
    implements Serializable {

  /** Where the line stands. */
  public String place() {
    return file + ":" + line;
  }
}
