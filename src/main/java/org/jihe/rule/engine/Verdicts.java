package org.jihe.rule.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.Fingerprints;
import org.jihe.finding.Outcome;
import org.jihe.finding.Severity;
import org.jihe.form.Field;
import org.jihe.form.FormPath;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.measure.Figures;
import org.jihe.layout.Position;
import org.jihe.rule.audit.ScoreAudits;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.cell.FormLabels;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.EngineRule.Firing;
import org.jihe.rule.fact.Evidence;
import org.jihe.rule.fact.FormFacts;
import org.jihe.rule.waiver.Waiver;
import org.jihe.rule.waiver.Waivers;
import org.jspecify.annotations.Nullable;

/** Makes findings of what the rules report, and one outcome of every rule. */
final class Verdicts {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::ruleId)
          .thenComparing(finding -> inPrintedOrder(finding.subject()));

  private final String fingerprint;
  private final Waivers waivers;
  private final List<EngineRule> rules = new ArrayList<>();
  private final List<EngineRule> grouped = new ArrayList<>();
  private final Map<String, Severity> severities = new TreeMap<>();
  private final Precedence precedence;

  Verdicts(RuleSet set) {
    fingerprint = set.fingerprint();
    waivers = set.waivers();
    precedence = new Precedence(set.compiled().headers());
    for (RuleHeader header : set.compiled().headers()) {
      RuleInfo info = header.info();
      severities.put(info.id(), info.severity());
      (info.grouped() ? grouped : rules).add(EngineRule.of(header));
    }
    rules.sort(Comparator.comparing(EngineRule::id));
    grouped.sort(Comparator.comparing(EngineRule::id));
  }

  /** Indicators in the order of their numbers, not of the numbers' digits. */
  private static String inPrintedOrder(String subject) {
    int bracket = subject.indexOf(']');
    return bracket < 0 ? subject : "0".repeat(Math.max(0, 16 - bracket)) + subject;
  }

  /**
   * How many errors that stand the rules have reported so far: those of rules that apply to the
   * form and that nobody has accepted.
   */
  int errors(String formId, SelfEvaluation form, FormFacts facts) {
    Map<String, Boolean> inForce = new HashMap<>(0);
    int errors = 0;
    Predicate<String> known =
        rule -> inForce.computeIfAbsent(rule, id -> isInForce(id, form, facts));
    List<Evidence> read = read(form, facts);
    IdentityHashMap<Evidence, String> yielded = precedence.yielded(read, known);
    for (Evidence evidence : read) {
      if (evidence.outcome() == null
          && severity(evidence, facts) == Severity.ERROR
          && !yielded.containsKey(evidence)
          && known.test(evidence.ruleId())
          && waiver(formId, form, evidence) == null) {
        errors++;
      }
    }
    return errors;
  }

  /** True where what a rule finds on a form is a finding. */
  private boolean isInForce(String id, SelfEvaluation form, FormFacts facts) {
    EngineRule rule = rule(id);
    return rule == null || rule.outcome("", Firing.FIRED, form, facts).kind() == Outcome.Kind.FIRED;
  }

  private @Nullable EngineRule rule(String id) {
    for (EngineRule rule : rules) {
      if (rule.id().equals(id)) {
        return rule;
      }
    }
    return null;
  }

  /** What was reported of cells that were read. */
  private List<Evidence> read(SelfEvaluation form, FormFacts facts) {
    List<Evidence> read = new ArrayList<>(facts.evidence().size());
    for (Evidence one : facts.evidence()) {
      if (one.outcome() != null || unread(one, form, facts) == null) {
        read.add(one);
      }
    }
    return read;
  }

  /** Nobody is accused of what was not read: the cell that was not, or null. */
  private @Nullable String unread(Evidence evidence, SelfEvaluation form, FormFacts facts) {
    return EngineRule.unread(rule(evidence.ruleId()), evidence.subject(), form, facts);
  }

  /** Who has accepted what a rule finds there; null where nobody has. */
  private @Nullable Waiver waiver(String formId, SelfEvaluation form, Evidence evidence) {
    return waivers.active().isEmpty()
        ? null
        : waivers.of(
            evidence.ruleId(),
            form.projectName().printed(),
            form.implementingAgency().printed(),
            form.supervisingDepartment().printed(),
            form.year().value(),
            Fingerprints.of(formId, form, evidence.ruleId(), evidence.subject()));
  }

  /** What the jurisdiction's profile says of the rule, else the rule itself. */
  private Severity severity(Evidence evidence, FormFacts facts) {
    Severity always = facts.form().parameters().severities().get(evidence.ruleId());
    if (always != null) {
      return always;
    }
    Severity own = evidence.severity();
    return own == null ? severities.getOrDefault(evidence.ruleId(), Severity.NOTE) : own;
  }

  /** Rules that see several forms and do not apply to this one, or cannot be evaluated on it. */
  List<Outcome> unmet(String formId, SelfEvaluation form, FormFacts facts) {
    List<Outcome> unmet = new ArrayList<>();
    for (EngineRule rule : grouped) {
      Outcome outcome = rule.outcome(formId, Firing.QUIET, form, facts);
      if (outcome.kind() != Outcome.Kind.PASSED) {
        unmet.add(outcome);
      }
    }
    return unmet;
  }

  /** Names of the rules that see several forms. */
  List<String> grouped() {
    return grouped.stream().map(EngineRule::id).toList();
  }

  Evaluation of(String formId, SelfEvaluation form, FormFacts facts) {
    List<Evidence> read = read(form, facts);
    IdentityHashMap<Evidence, String> yielded =
        precedence.yielded(read, rule -> isInForce(rule, form, facts));
    List<Outcome> outcomes = outcomes(formId, form, facts, yielded);
    Set<String> withoutForce = new HashSet<>();
    for (Outcome outcome : outcomes) {
      if (outcome.kind() == Outcome.Kind.NOT_APPLICABLE) {
        withoutForce.add(outcome.ruleId());
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (Evidence evidence : read) {
      if (evidence.outcome() == null
          && !withoutForce.contains(evidence.ruleId())
          && !yielded.containsKey(evidence)) {
        Finding finding = finding(formId, form, evidence, severity(evidence, facts));
        Waiver waiver = waiver(formId, form, evidence);
        findings.add(waiver == null ? finding : finding.waivedBy(waiver.text()));
      }
    }
    waive(outcomes, findings);
    findings.sort(ORDER);
    return new Evaluation(formId, findings, outcomes, ScoreAudits.of(formId, facts.form()));
  }

  /** What every rule on single forms says, by the evidence and by what the form has. */
  private List<Outcome> outcomes(
      String formId,
      SelfEvaluation form,
      FormFacts facts,
      IdentityHashMap<Evidence, String> yielded) {
    Set<String> fired = new HashSet<>();
    yielded.forEach((one, other) -> fired.add(one.ruleId()));
    Map<String, String> silent = silent(read(form, facts), yielded);
    Map<String, Outcome> unjudged = new HashMap<>();
    for (Evidence evidence : facts.evidence()) {
      String rule = evidence.ruleId();
      Outcome.Kind kind = evidence.outcome();
      String unread = kind == null ? unread(evidence, form, facts) : null;
      if (unread != null) {
        unjudged.putIfAbsent(
            rule, new Outcome(formId, rule, Outcome.Kind.NOT_EVALUATED, unread + ": unreadable"));
      } else if (kind == null) {
        fired.add(rule);
      } else {
        unjudged.putIfAbsent(rule, new Outcome(formId, rule, kind, evidence.subject()));
      }
    }
    List<Outcome> outcomes = new ArrayList<>(rules.size());
    for (EngineRule rule : rules) {
      Firing firing = fired.contains(rule.id()) ? Firing.FIRED : Firing.QUIET;
      Outcome outcome = rule.outcome(formId, firing, form, facts);
      String other = silent.get(rule.id());
      switch (outcome.kind()) {
        case PASSED -> outcomes.add(unjudged.getOrDefault(rule.id(), outcome));
        case FIRED ->
            outcomes.add(
                other == null
                    ? outcome
                    : new Outcome(
                        formId,
                        rule.id(),
                        Outcome.Kind.NOT_APPLICABLE,
                        Precedence.SAID_BY + other));
        default -> outcomes.add(outcome);
      }
    }
    return outcomes;
  }

  /** Rules all of whose findings another rule has, with that rule's name. */
  private static Map<String, String> silent(
      List<Evidence> reported, IdentityHashMap<Evidence, String> yielded) {
    Map<String, String> silent = new HashMap<>(0);
    for (Evidence one : reported) {
      String other = yielded.get(one);
      if (other != null) {
        silent.putIfAbsent(one.ruleId(), other);
      }
    }
    for (Evidence one : reported) {
      if (one.outcome() == null && !yielded.containsKey(one)) {
        silent.remove(one.ruleId());
      }
    }
    return silent;
  }

  /** A rule all of whose findings on the form are accepted is waived. */
  private static void waive(List<Outcome> outcomes, List<Finding> findings) {
    Map<String, String> accepted = new HashMap<>(0);
    for (Finding finding : findings) {
      String waiver = finding.waived();
      if (waiver != null) {
        accepted.putIfAbsent(finding.ruleId(), waiver);
      }
    }
    if (accepted.isEmpty()) {
      return;
    }
    findings.stream().filter(Finding::stands).forEach(one -> accepted.remove(one.ruleId()));
    outcomes.replaceAll(
        outcome -> {
          String waiver = accepted.get(outcome.ruleId());
          return waiver == null || outcome.kind() != Outcome.Kind.FIRED
              ? outcome
              : new Outcome(outcome.formId(), outcome.ruleId(), Outcome.Kind.WAIVED, waiver);
        });
  }

  private Finding finding(
      String formId, SelfEvaluation form, Evidence evidence, Severity severity) {
    Field<?> field = Cells.fieldAt(form, evidence.subject());
    String reported = evidence.reported();
    if (reported == null && field != null && !field.isBlank()) {
      reported = field.printed();
    }
    BigDecimal difference = evidence.difference();
    BigDecimal expected = evidence.expectedNumber();
    if (difference == null
        && expected != null
        && field != null
        && field.value() instanceof BigDecimal value) {
      difference = Figures.trimmed(value.subtract(expected));
    }
    Map<String, String> arguments = new TreeMap<>(evidence.arguments());
    put(arguments, "place", FormLabels.of(form, evidence.subject()));
    if (Cells.isAmount(evidence.subject())) {
      Amounts.put(arguments, evidence, field == null ? null : field.value());
    }
    put(arguments, "reported", reported);
    put(arguments, "expected", evidence.expected());
    put(arguments, "difference", difference == null ? null : difference.toPlainString());
    return new Finding(
        formId,
        new Finding.Rule(evidence.ruleId(), fingerprint, severity),
        new Finding.Place(evidence.subject(), place(form, evidence.subject(), field)),
        new Finding.Values(reported, evidence.expected(), difference),
        arguments,
        Fingerprints.of(formId, form, evidence.ruleId(), evidence.subject()));
  }

  /**
   * Where a reader looks: the cell; of one that stands nowhere the row's first cell that does, and
   * the form's first where the form as a whole is meant.
   */
  private static Position place(SelfEvaluation form, String subject, @Nullable Field<?> field) {
    if (field != null && field.position() != null) {
      return field.position();
    }
    int row = FormPath.rowOf(subject);
    if (row >= 0 && row < form.indicators().size()) {
      for (int i = 0; i < Cells.printedIndicatorCount(); i++) {
        Position beside = Cells.indicatorField(form.indicators().get(row), i).position();
        if (beside != null) {
          return beside;
        }
      }
    }
    return form.origin();
  }

  private static void put(Map<String, String> arguments, String name, @Nullable String value) {
    if (value != null) {
      arguments.putIfAbsent(name, value);
    }
  }
}
