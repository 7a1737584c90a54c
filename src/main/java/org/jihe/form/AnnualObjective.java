package org.jihe.form;

import java.io.Serializable;

/**
 * 年度总体目标.
 *
 * @param planned 预期目标
 * @param achieved 实际完成情况
 */
public record AnnualObjective(Field<String> planned, Field<String> achieved)
    implements Serializable {}
