package org.jihe.rule.answer;

/** What an answer says of its target. */
public enum Verdict {
  MET,
  PARTLY,
  NOT_MET,
  /** Not understood: supports no points, and no reproach. */
  UNDECIDED
}
