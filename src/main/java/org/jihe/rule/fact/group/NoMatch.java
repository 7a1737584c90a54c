package org.jihe.rule.fact.group;

import org.jihe.finding.Outcome;

/**
 * Why a form cannot be held against last year's forms or a list.
 *
 * @param kind the outcome of the rules that would compare them
 * @param reason as a source and a code, such as {@code ledger: none}
 */
public record NoMatch(Outcome.Kind kind, String reason) {

  /** There is nothing to hold the form against. */
  static NoMatch none(String reason) {
    return new NoMatch(Outcome.Kind.NOT_APPLICABLE, reason);
  }

  /** There is something, and what it says of the form is not certain. */
  static NoMatch uncertain(String reason) {
    return new NoMatch(Outcome.Kind.NOT_EVALUATED, reason);
  }
}
