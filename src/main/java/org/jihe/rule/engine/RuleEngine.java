package org.jihe.rule.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.form.FormKind;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.fact.FormFacts;
import org.jihe.rule.fact.group.Dossier;
import org.jihe.rule.fact.group.GroupFact;
import org.jihe.rule.fact.group.GroupFacts;
import org.jihe.rule.fact.group.ProjectDigest;
import org.jihe.rule.jurisdiction.Parameters;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Runs a rule set over forms. Drools stays behind this class. */
public final class RuleEngine {

  private static final Map<String, RuleEngine> ENGINES = new ConcurrentHashMap<>();
  private static final Map<String, KieBase> BASES = new ConcurrentHashMap<>();

  private final RuleSet rules;
  private final KieBase base;

  /** Facts that a session holds at a time, so that none grows with the department. */
  private static final int BATCH = 2000;

  private final Verdicts verdicts;
  private final GroupVerdicts groupVerdicts;

  private RuleEngine(RuleSet rules, KieBase base) {
    this.rules = rules;
    this.base = base;
    this.verdicts = new Verdicts(rules);
    this.groupVerdicts = new GroupVerdicts(rules);
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
    return check(formId, form, false).evaluation();
  }

  /**
   * Checks one form, and draws from it what rules on several forms need. Safe for use by several
   * threads.
   *
   * @param formId id that findings and outcomes carry
   */
  public FormCheck check(String formId, SelfEvaluation form) {
    return check(formId, form, !verdicts.grouped().isEmpty());
  }

  private FormCheck check(String formId, SelfEvaluation form, boolean digested) {
    FormFacts facts = FormFacts.of(form, rules.parametersOf(form));
    KieSession session = base.newKieSession();
    try {
      for (Object fact : facts.facts()) {
        session.insert(fact);
      }
      session.fireAllRules();
      session.insert(facts.errors(verdicts.errors(formId, form, facts)));
      session.fireAllRules();
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "a rule failed on form " + formId + " of " + form.origin().file() + ": " + e, e);
    } finally {
      session.dispose();
    }
    Evaluation evaluation = verdicts.of(formId, form, facts);
    ProjectDigest digest =
        digested
            ? ProjectDigest.of(form, facts, evaluation, verdicts.unmet(formId, form, facts))
            : null;
    return new FormCheck(evaluation, digest);
  }

  /**
   * Checks the forms of one department and year together, beside those of the year before; forms of
   * each kind among themselves.
   */
  public DossierEvaluation evaluate(Dossier dossier) {
    List<Finding> findings = new ArrayList<>();
    List<Outcome> outcomes = new ArrayList<>();
    for (FormKind kind : dossier.kinds()) {
      DossierEvaluation one = evaluate(kind, dossier.of(kind));
      findings.addAll(one.findings());
      outcomes.addAll(one.outcomes());
    }
    return new DossierEvaluation(findings, outcomes);
  }

  private DossierEvaluation evaluate(FormKind kind, Dossier dossier) {
    Parameters parameters = rules.parametersOf(dossier);
    GroupFacts facts = GroupFacts.of(dossier, parameters);
    facts.forEachBatch(BATCH, this::fire);
    Set<String> without = new HashSet<>(parameters.switchedOff());
    without.addAll(groupVerdicts.notFor(kind));
    return groupVerdicts.of(dossier, facts.evidence(), without, parameters.severities());
  }

  private void fire(List<GroupFact> facts) {
    KieSession session = base.newKieSession();
    try {
      facts.forEach(session::insert);
      session.fireAllRules();
    } finally {
      session.dispose();
    }
  }

  /** True where a rule sees more than one form. */
  public boolean seesGroups() {
    return !verdicts.grouped().isEmpty();
  }

  /** Sessions that were opened and not disposed of: a leak, if any are left between forms. */
  int openSessions() {
    return List.copyOf(base.getKieSessions()).size();
  }
}
