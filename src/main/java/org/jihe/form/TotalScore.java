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
    implements Serializable {}
