package org.jihe.rule;

import java.util.List;
import org.jihe.finding.Evaluation;
import org.jihe.form.SelfEvaluation;

/** Runs a rule set over forms. Drools stays behind this class. */
public final class RuleEngine {

  private RuleEngine() {}

  /** The engine for a rule set, made once per JVM and rule set. */
  public static RuleEngine of(RuleSet rules) {
    return new RuleEngine();
  }

  /**
   * Checks one form. Safe for use by several threads.
   *
   * @param formId id that findings and outcomes carry
   */
  public Evaluation evaluate(String formId, SelfEvaluation form) {
    return new Evaluation(formId, List.of(), List.of());
  }
}
