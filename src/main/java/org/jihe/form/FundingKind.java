package org.jihe.form;

/** The four funding rows (项目资金) of a form. */
public enum FundingKind {
  /** 年度资金总额. */
  TOTAL("total"),
  /** 当年财政拨款. */
  CURRENT_YEAR_APPROPRIATION("currentYearAppropriation"),
  /** 上年结转资金. */
  PRIOR_YEAR_CARRY_OVER("priorYearCarryOver"),
  /** 其他资金. */
  OTHER_FUNDS("otherFunds");

  private final String key;

  FundingKind(String key) {
    this.key = key;
  }

  /** The row's name in transcripts and subjects, such as {@code total}. */
  public String key() {
    return key;
  }
}
