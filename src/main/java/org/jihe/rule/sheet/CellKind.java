package org.jihe.rule.sheet;

/** What kind of value a cell holds. */
enum CellKind {
  /** An amount in yuan. */
  AMOUNT,
  /** A rate in percent. */
  PERCENT,
  /** Points or a year. */
  NUMBER,
  /** Text that may state a number: a target or an actual value. */
  MEASURE,
  /** Text alone. */
  TEXT;

  /** The kind of a cell by its path. */
  static CellKind of(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "originalBudget", "finalBudget", "actualExpenditure" -> AMOUNT;
      case "executionRate" -> PERCENT;
      case "maxScore", "score", "year" -> NUMBER;
      case "target", "actual" -> MEASURE;
      default -> TEXT;
    };
  }

  /** True where the cell itself is a number. */
  boolean isNumeric() {
    return this == AMOUNT || this == PERCENT || this == NUMBER;
  }
}
