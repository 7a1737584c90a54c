package org.jihe.inquiry;

import java.util.List;
import org.jihe.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What changes in the findings of a run when its forms are checked with other rules.
 *
 * @param run the run whose findings are compared
 * @param jurisdiction whose parameters were used
 * @param sameRules true where rules and parameters are those of the run: what changes, changes
 *     because of the program
 * @param forms forms that were checked
 * @param unchecked dossiers of the run that had not been checked
 * @param changedSince dossiers of the run whose forms had changed since they were checked
 * @param rules what changes, by rule; rules with no change are left out
 * @param changes the changes in order of rule and project, at most as many as were asked for
 * @param more how many further changes there are
 */
public record ImpactReport(
    String run,
    String jurisdiction,
    boolean sameRules,
    long forms,
    int unchecked,
    int changedSince,
    List<OfRule> rules,
    List<Change> changes,
    long more) {

  public ImpactReport {
    rules = List.copyOf(rules);
    changes = List.copyOf(changes);
  }

  /** How a finding changes. */
  public enum Kind {
    /** It is new. */
    APPEARED,
    /** It is no longer found. */
    DISAPPEARED,
    /** It is found as before with another severity. */
    SEVERITY
  }

  /**
   * What changes of one rule.
   *
   * @param rule its id
   * @param appeared findings that are new
   * @param disappeared findings that are no more
   * @param severity findings whose severity is another
   */
  public record OfRule(String rule, long appeared, long disappeared, long severity)
      implements java.io.Serializable {}

  /**
   * One finding that changes.
   *
   * @param kind how
   * @param rule the rule's id
   * @param project the project's name as printed
   * @param subject path in the form
   * @param place the cell as the form labels it; the path where it is no single cell
   * @param severity its severity; of one that disappeared, the one that it had
   * @param before the severity that it had, where that is another
   * @param reported what the form says
   * @param expected what it should say
   * @param formId the form
   */
  public record Change(
      Kind kind,
      String rule,
      @Nullable String project,
      String subject,
      String place,
      Severity severity,
      @Nullable Severity before,
      @Nullable String reported,
      @Nullable String expected,
      String formId)
      implements java.io.Serializable {}
}
