package org.jihe.form;

import java.io.Serializable;

/**
 * Something printed on a form that has no place of its own in the model: a column, a head field or
 * a funding row that other forms lack, a note, a conclusion, a person who signs.
 *
 * @param subject where it belongs: {@code head}, {@code funding.total} and the like for a column of
 *     a known funding row, {@code funding[财政专户管理资金]} for a row of its own, {@code annualObjective},
 *     {@code indicators[3]} for a column of an indicator, {@code indicators[3].target} for a part
 *     of a target that is printed in several cells, {@code total} for a cell of the last row,
 *     {@code closing} for what stands below it
 * @param label the label as printed, that of the column or in front of the value; empty where none
 *     is printed
 * @param value what is printed
 */
public record Extra(String subject, String label, Field<String> value) implements Serializable {

  /** Subject of what stands above the funding block. */
  public static final String HEAD = "head";

  /** Subject of a cell of the last row. */
  public static final String TOTAL = "total";

  /** Subject of what stands below the total. */
  public static final String CLOSING = "closing";
}
