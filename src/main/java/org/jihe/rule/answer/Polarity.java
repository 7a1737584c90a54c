package org.jihe.rule.answer;

import org.jihe.rule.jurisdiction.Parameters;

/** Whether less of what a name counts is better, told from the name as a whole. */
public enum Polarity {
  /** What it counts should not happen, as 投诉数. */
  FEWER_IS_BETTER,
  /** What it counts is a price to pay, as 单价 and 能耗. */
  LESS_IS_BETTER,
  /** What it counts is wanted though it speaks of something unwelcome, as 投诉处理率. */
  MORE_IS_BETTER,
  /** The name does not tell. */
  OPEN;

  /** Characters before a word within which a verb still governs it. */
  private static final int NEAR = 4;

  /** The polarity of a name (三级指标). */
  public static Polarity of(String name, Parameters words) {
    String unwelcome = words.firstWord("incident", name);
    if (unwelcome == null) {
      unwelcome = words.firstWord("unwelcome", name);
    }
    if (unwelcome == null || words.ends("amountOfTime", name)) {
      return words.mentions("lessIsBetter", name) ? LESS_IS_BETTER : OPEN;
    }
    int at = name.indexOf(unwelcome);
    String before = name.substring(0, at);
    String behind = name.substring(at + unwelcome.length());
    boolean denied = before.endsWith("无") || before.endsWith("零") || before.endsWith("未发生");
    // Right before it, as in 化解矛盾纠纷数; further away it names a thing: 检测仪器安全责任事故数.
    String near = before.substring(Math.max(0, before.length() - NEAR));
    return denied || words.mentions("handled", near + "\n" + behind)
        ? MORE_IS_BETTER
        : FEWER_IS_BETTER;
  }

  /** True where what is counted should not happen. */
  public boolean unwelcome() {
    return this == FEWER_IS_BETTER;
  }
}
