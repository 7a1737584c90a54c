package org.jihe.rule.sheet;

import org.jspecify.annotations.Nullable;

/** The columns of a rule table (规则表). */
enum SheetColumn {
  RULE("规则", "规则名称"),
  CELL("单元格", "栏目"),
  CATEGORY("一级指标", "一级指标包含"),
  ASPECT("二级指标", "二级指标包含"),
  INDICATOR("指标名称包含", "三级指标包含"),
  COMPARISON("比较", "比较方式"),
  VALUE("值", "比较值"),
  SEVERITY("级别", "严重程度"),
  MESSAGE("消息", "提示语"),
  ENGLISH("英文消息", "英文"),
  BASIS("依据", "文件依据"),
  NOTE("说明", "为什么");

  private final String head;
  private final String otherHead;

  SheetColumn(String head, String otherHead) {
    this.head = head;
    this.otherHead = otherHead;
  }

  /** The head that the column should have. */
  String head() {
    return head;
  }

  /** True for a column that a table must have. */
  boolean isRequired() {
    return this == RULE
        || this == CELL
        || this == COMPARISON
        || this == VALUE
        || this == SEVERITY
        || this == MESSAGE;
  }

  /** The column of this head; null where there is none. */
  static @Nullable SheetColumn named(String head) {
    for (SheetColumn column : values()) {
      if (column.head.equals(head) || column.otherHead.equals(head)) {
        return column;
      }
    }
    return null;
  }
}
