package org.jihe.generate.draft;

/** What sort of target an indicator has. */
public enum Shape {
  /** At least so many things. */
  COUNT,
  /** At least so many percent. */
  RATE,
  /** At most so much. */
  AT_MOST,
  /** A date. */
  DATE,
  /** Words. */
  WORDS,
  /** Something that must not happen. */
  ZERO;

  /** True where more is better, and points go by what was reached. */
  public boolean isHigher() {
    return this == COUNT || this == RATE;
  }
}
