package org.jihe.finding;

import java.io.Serializable;

/**
 * What one rule said of one form. Every rule has exactly one outcome on every form.
 *
 * @param formId the form
 * @param ruleId the rule
 * @param kind what came of it
 * @param reason why it was not evaluated or does not apply, as a path and a code such as {@code
 *     funding.total.score: blank}; empty otherwise
 */
public record Outcome(String formId, String ruleId, Kind kind, String reason)
    implements Serializable {

  /** What can come of a rule on a form. */
  public enum Kind {
    FIRED,
    PASSED,
    WAIVED,
    NOT_APPLICABLE,
    NOT_EVALUATED
  }
}
