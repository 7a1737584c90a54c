package org.jihe.rule.answer;

import org.jihe.form.Indicator;
import org.jihe.form.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one indicator, and what it answers; blank cells are empty texts.
 *
 * @param name 三级指标
 * @param target 年度指标值
 * @param actual 实际完成值
 * @param cost true for an indicator of 成本
 * @param timeliness true for an indicator of 时效
 */
public record Question(
    String name, String target, String actual, boolean cost, boolean timeliness) {

  /** The question of an indicator with these labels. */
  public static Question of(Indicator indicator, Aspect aspect) {
    return new Question(
        printed(indicator.name().printed()),
        printed(indicator.target().printed()),
        printed(indicator.actual().printed()),
        aspect == Aspect.COST,
        aspect == Aspect.TIMELINESS);
  }

  /** What kind of indicator asks, as far as it changes what an answer means. */
  public enum Aspect {
    COST,
    TIMELINESS,
    OTHER
  }

  private static String printed(@Nullable String text) {
    return text == null || Texts.isBlank(text) ? "" : text;
  }
}
