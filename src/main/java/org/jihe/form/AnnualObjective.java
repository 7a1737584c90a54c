package org.jihe.form;

import java.io.Serializable;

/**
 * 年度总体目标.
 *
 * @param planned 预期目标
 * @param achieved 实际完成情况
 */
public record AnnualObjective(Field<String> planned, Field<String> achieved)
    implements Serializable {

  /** An objective of fields from elsewhere. */
  public static AnnualObjective of(FieldSource fields) {
    return new AnnualObjective(fields.of(FormFields.PLANNED), fields.of(FormFields.ACHIEVED));
  }

  /** The same objective with one field changed. */
  public AnnualObjective with(FormColumn<?, ?> column, Field<?> field) {
    return of(new Replaced<>(this, FormFields.OBJECTIVE, column, field));
  }
}
