package org.jihe.form;

/** The parts of a form in printed order. */
public enum FormBlock {
  /** What stands above the funding table. */
  HEAD(Extra.HEAD),
  /** 项目资金. */
  FUNDING("funding"),
  /** 年度总体目标. */
  OBJECTIVE("annualObjective"),
  /** 绩效指标. */
  INDICATORS("indicators"),
  /** 总分. */
  TOTAL(Extra.TOTAL),
  /** What stands below the total. */
  CLOSING(Extra.CLOSING),
  /** Nowhere that is known: what a transcript by another hand says of its extras. */
  ELSEWHERE("");

  private final String key;

  FormBlock(String key) {
    this.key = key;
  }

  /** The part's name in paths, transcripts and tables. */
  public String key() {
    return key;
  }
}
