package org.jihe.rule;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jihe.finding.Evaluation;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.fact.FormFacts;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Runs a rule set over forms. Drools stays behind this class. */
public final class RuleEngine {

  private static final Map<String, RuleEngine> ENGINES = new ConcurrentHashMap<>();
  private static final Map<String, KieBase> BASES = new ConcurrentHashMap<>();

  private final RuleSet rules;
  private final KieBase base;
  private final Verdicts verdicts;

  private RuleEngine(RuleSet rules, KieBase base) {
    this.rules = rules;
    this.base = base;
    this.verdicts = new Verdicts(rules);
  }

  /** The engine for a rule set, made once per JVM and rule set. */
  public static RuleEngine of(RuleSet rules) {
    return ENGINES.computeIfAbsent(
        rules.fingerprint(),
        fingerprint ->
            new RuleEngine(
                rules,
                BASES.computeIfAbsent(
                    rules.compiled().fingerprint(), same -> RuleBases.load(rules.compiled()))));
  }

  /**
   * Checks one form. Safe for use by several threads.
   *
   * @param formId id that findings and outcomes carry
   */
  public Evaluation evaluate(String formId, SelfEvaluation form) {
    FormFacts facts = FormFacts.of(form, rules.parameters());
    KieSession session = base.newKieSession();
    try {
      for (Object fact : facts.facts()) {
        session.insert(fact);
      }
      session.fireAllRules();
      session.insert(facts.errors(verdicts.errors(facts)));
      session.fireAllRules();
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "a rule failed on form " + formId + " of " + form.origin().file() + ": " + e, e);
    } finally {
      session.dispose();
    }
    return verdicts.of(formId, form, facts);
  }

  /** Sessions that were opened and not disposed of: a leak, if any are left between forms. */
  int openSessions() {
    return List.copyOf(base.getKieSessions()).size();
  }
}
