package org.jihe.finding;

import java.io.Serializable;
import java.util.List;

/**
 * All that the rules said of one form.
 *
 * @param formId the form
 * @param findings in order of severity, rule and subject
 * @param outcomes one for every rule, in order of rule
 * @param audit the form's scores beside what its figures and words support
 */
public record Evaluation(
    String formId, List<Finding> findings, List<Outcome> outcomes, ScoreAudit audit)
    implements Serializable {

  public Evaluation {
    findings = List.copyOf(findings);
    outcomes = List.copyOf(outcomes);
  }
}
