package org.jihe.rule.sheet;

import org.jspecify.annotations.Nullable;

/** How a row of a rule table (规则表) compares a cell with a value (比较). */
public enum Comparison {
  EQUAL("等于", Needs.VALUE),
  NOT_EQUAL("不等于", Needs.VALUE),
  ABOVE("大于", Needs.NUMBER),
  NOT_BELOW("不小于", Needs.NUMBER),
  BELOW("小于", Needs.NUMBER),
  NOT_ABOVE("不大于", Needs.NUMBER),
  CONTAINS("包含", Needs.VALUE),
  NOT_CONTAINS("不包含", Needs.VALUE),
  BLANK("为空", Needs.NOTHING),
  NOT_BLANK("不为空", Needs.NOTHING),
  ONE_OF("属于", Needs.LIST),
  NOT_ONE_OF("不属于", Needs.LIST);

  /** What must stand in the row's value for the comparison to mean something. */
  public enum Needs {
    /** No value. */
    NOTHING,
    /** A text, or a number where the cell holds one. */
    VALUE,
    /** A number. */
    NUMBER,
    /** Several values. */
    LIST
  }

  private final String printed;
  private final Needs needs;

  Comparison(String printed, Needs needs) {
    this.printed = printed;
    this.needs = needs;
  }

  /** The word that stands in the table. */
  public String printed() {
    return printed;
  }

  /** What value it needs. */
  public Needs needs() {
    return needs;
  }

  /** The comparison of this word or sign, such as {@code 不小于} or {@code ≥}; null for others. */
  public static @Nullable Comparison named(String text) {
    for (Comparison comparison : values()) {
      if (comparison.printed.equals(text)) {
        return comparison;
      }
    }
    return switch (text) {
      case "=", "＝", "==" -> EQUAL;
      case "≠", "!=", "<>" -> NOT_EQUAL;
      case ">", "＞", "高于", "超过" -> ABOVE;
      case "≥", ">=", "大于等于", "大于或等于" -> NOT_BELOW;
      case "<", "＜", "低于" -> BELOW;
      case "≤", "<=", "小于等于", "小于或等于" -> NOT_ABOVE;
      case "空白" -> BLANK;
      default -> null;
    };
  }

  /**
   * Whether a number that stands to the row's value as a sign says meets the comparison.
   *
   * @param sign below 0, 0 or above 0
   */
  boolean allows(int sign) {
    return switch (this) {
      case ABOVE -> sign > 0;
      case NOT_BELOW -> sign >= 0;
      case BELOW -> sign < 0;
      case NOT_ABOVE -> sign <= 0;
      default -> throw new IllegalStateException(this + " is no comparison of numbers");
    };
  }

  /**
   * What a cell that does not meet the comparison holds, in signs; null where signs say nothing.
   */
  @Nullable String opposite(String value) {
    return switch (this) {
      case EQUAL -> "≠ " + value;
      case NOT_EQUAL, NOT_ONE_OF -> value;
      case ABOVE -> "≤ " + value;
      case NOT_BELOW -> "< " + value;
      case BELOW -> "≥ " + value;
      case NOT_ABOVE -> "> " + value;
      case CONTAINS, NOT_CONTAINS, BLANK, NOT_BLANK, ONE_OF -> null;
    };
  }
}
