package org.jihe.rule;

import org.jihe.finding.ScoreAudit;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.audit.ScoreAudits;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.FormFacts;

/** The score audit of a form on its own, without the rules. */
public final class Audits {

  private Audits() {}

  public static ScoreAudit of(RuleSet rules, String formId, SelfEvaluation form) {
    return ScoreAudits.of(formId, FormFacts.of(form, rules.parameters()).form());
  }
}
