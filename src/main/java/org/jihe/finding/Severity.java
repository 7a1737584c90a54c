package org.jihe.finding;

/** How serious a finding is. */
public enum Severity {
  /** 错误: contradicts the form itself or a rule that has no exception. */
  ERROR,
  /** 疑点: a person must ask. */
  DOUBT,
  /** 提示. */
  NOTE
}
