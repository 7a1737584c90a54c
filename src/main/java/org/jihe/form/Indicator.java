package org.jihe.form;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One performance indicator (绩效指标).
 *
 * @param category 一级指标
 * @param aspect 二级指标
 * @param name 三级指标
 * @param target 年度指标值
 * @param actual 实际完成值
 * @param maxScore 分值, in points
 * @param score 得分, in points
 * @param varianceExplanation 偏差原因分析及改进措施
 */
public record Indicator(
    Field<String> category,
    Field<String> aspect,
    Field<String> name,
    Field<String> target,
    Field<String> actual,
    Field<BigDecimal> maxScore,
    Field<BigDecimal> score,
    Field<String> varianceExplanation)
    implements Serializable {

  /** An indicator of fields from elsewhere. */
  public static Indicator of(FieldSource fields) {
    return new Indicator(
        fields.of(FormFields.CATEGORY),
        fields.of(FormFields.ASPECT),
        fields.of(FormFields.NAME),
        fields.of(FormFields.TARGET),
        fields.of(FormFields.ACTUAL),
        fields.of(FormFields.MAX_SCORE),
        fields.of(FormFields.SCORE),
        fields.of(FormFields.VARIANCE_EXPLANATION));
  }

  /** The same indicator with one field changed. */
  public Indicator with(FormColumn<?, ?> column, Field<?> field) {
    return of(new Replaced<>(this, FormFields.INDICATOR, column, field));
  }
}
