package org.jihe.statistic.sampling;

import java.util.Locale;

/** How much a form gives cause to look at it again. */
public enum Risk {
  /** A rule found an error. */
  ERRORS(4),
  /** A rule has doubts, or the form stands out from its peers. */
  DOUBTS(2),
  /** Nothing of the kind: some are looked at all the same. */
  NONE(1);

  private final int weight;

  Risk(int weight) {
    this.weight = weight;
  }

  int weight() {
    return weight;
  }

  /** Its name in messages and files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
