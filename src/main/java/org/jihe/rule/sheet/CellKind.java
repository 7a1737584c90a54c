package org.jihe.rule.sheet;

import org.jihe.form.FormColumn;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.ValueType;

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
    FormPath found = FormPath.find(path);
    FormColumn<?, ?> column = found == null ? null : found.column();
    if (column == null) {
      return TEXT;
    }
    if (column.equals(FormFields.TARGET) || column.equals(FormFields.ACTUAL)) {
      return MEASURE;
    }
    if (column.type() == ValueType.YUAN) {
      return AMOUNT;
    }
    if (column.type() == ValueType.PERCENT) {
      return PERCENT;
    }
    return column.type().isNumber() ? NUMBER : TEXT;
  }

  /** True where the cell itself is a number. */
  boolean isNumeric() {
    return this == AMOUNT || this == PERCENT || this == NUMBER;
  }
}
