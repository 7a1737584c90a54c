package org.jihe.rule.fact;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.finding.Outcome;
import org.jihe.finding.Severity;
import org.jihe.form.measure.Figures;
import org.jspecify.annotations.Nullable;

/**
 * What a rule reports of one subject; the engine makes a finding of it. Evidence with an {@link
 * #outcome} is no finding: it says why a row of a rule table could not be judged.
 */
public final class Evidence {

  private final String ruleId;
  private final String subject;
  private final Map<String, String> arguments = new TreeMap<>();
  private @Nullable Severity severity;
  private @Nullable String reported;
  private @Nullable String expected;
  private @Nullable BigDecimal expectedNumber;
  private @Nullable BigDecimal difference;
  private Outcome.@Nullable Kind outcome;

  public Evidence(String ruleId, String subject) {
    this.ruleId = ruleId;
    this.subject = subject;
  }

  static Evidence notApplicable(String ruleId, String reason) {
    Evidence evidence = new Evidence(ruleId, reason);
    evidence.outcome = Outcome.Kind.NOT_APPLICABLE;
    return evidence;
  }

  static Evidence notEvaluated(String ruleId, String reason) {
    Evidence evidence = new Evidence(ruleId, reason);
    evidence.outcome = Outcome.Kind.NOT_EVALUATED;
    return evidence;
  }

  /** The outcome of a rule that could not be judged; null for a finding. */
  public Outcome.@Nullable Kind outcome() {
    return outcome;
  }

  /** This finding is an error (错误), whatever the rule's own severity is. */
  public Evidence error() {
    severity = Severity.ERROR;
    return this;
  }

  /** This finding is a doubt (疑点), whatever the rule's own severity is. */
  public Evidence doubt() {
    severity = Severity.DOUBT;
    return this;
  }

  /** This finding is a note (提示), whatever the rule's own severity is. */
  public Evidence note() {
    severity = Severity.NOTE;
    return this;
  }

  /** What the form says, where it is not simply what the subject's cell prints. */
  public Evidence reported(Object value) {
    reported = Figures.text(value);
    return this;
  }

  /** What the form should have said. */
  public Evidence expected(Object value) {
    expected = Figures.text(value);
    expectedNumber = value instanceof BigDecimal number ? number : null;
    return this;
  }

  /** Reported minus expected, where it is not simply the subject's value less the expected. */
  public Evidence difference(@Nullable BigDecimal value) {
    difference = value == null ? null : Figures.trimmed(value);
    return this;
  }

  /** A value for the message's placeholder of this name. */
  public Evidence with(String name, @Nullable Object value) {
    if (value != null) {
      arguments.put(name, Figures.text(value));
    }
    return this;
  }

  public String ruleId() {
    return ruleId;
  }

  /** Path of the subject; of evidence with an outcome, the reason. */
  public String subject() {
    return subject;
  }

  public Map<String, String> arguments() {
    return arguments;
  }

  public @Nullable Severity severity() {
    return severity;
  }

  public @Nullable String reported() {
    return reported;
  }

  public @Nullable String expected() {
    return expected;
  }

  public @Nullable BigDecimal expectedNumber() {
    return expectedNumber;
  }

  public @Nullable BigDecimal difference() {
    return difference;
  }
}
