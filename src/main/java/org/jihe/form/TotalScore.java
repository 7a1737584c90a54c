package org.jihe.form;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * The last row of a form (总分).
 *
 * @param maxScore 分值, in points
 * @param score 得分, in points
 * @param grade 等级 such as 优; blank where the template prints none
 */
public record TotalScore(Field<BigDecimal> maxScore, Field<BigDecimal> score, Field<String> grade)
    implements Serializable {

  /** A last row of fields from elsewhere. */
  public static TotalScore of(FieldSource fields) {
    return new TotalScore(
        fields.of(FormFields.TOTAL_MAX_SCORE),
        fields.of(FormFields.TOTAL_SCORE),
        fields.of(FormFields.GRADE));
  }

  /** The same row with one field changed. */
  public TotalScore with(FormColumn<?, ?> column, Field<?> field) {
    return of(new Replaced<>(this, FormFields.TOTAL, column, field));
  }
}
