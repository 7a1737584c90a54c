package org.jihe.rule.jurisdiction;

import java.io.Serializable;

/**
 * Where the value of a parameter comes from.
 *
 * @param parameter its name, such as {@code thresholds.LowExecution.noteBelow}
 * @param value the value as text
 * @param source the document or forms; empty where none is named
 * @param quoted the words that say so; empty where none are quoted
 * @param from first year for which it is said
 * @param to last year
 * @param confidence how far it can be relied on
 */
public record Source(
    String parameter,
    String value,
    String source,
    String quoted,
    int from,
    int to,
    Confidence confidence)
    implements Serializable {

  /** How far a value can be relied on. */
  public enum Confidence {
    /** The document was read. */
    SEEN,
    /** Forms that were published keep to it. */
    OBSERVED,
    /** Others report it. */
    REPORTED,
    /** Nobody has confirmed it (依据待确认). */
    ASSUMED
  }

  /** True where it is said of some years only. */
  public boolean limited() {
    return from > ParameterYears.FIRST || to < ParameterYears.LAST;
  }
}
