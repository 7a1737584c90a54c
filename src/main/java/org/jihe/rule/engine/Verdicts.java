package org.jihe.rule.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.finding.Severity;
import org.jihe.form.Field;
import org.jihe.form.Figures;
import org.jihe.form.FormKey;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.audit.ScoreAudits;
import org.jihe.rule.catalogue.DrlFile;
import org.jihe.rule.catalogue.RuleHeader;
import org.jihe.rule.catalogue.RuleInfo;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.cell.FormLabels;
import org.jihe.rule.cell.Requirement;
import org.jihe.rule.fact.CellStates;
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
  private final List<Rule> rules = new ArrayList<>();
  private final List<Rule> grouped = new ArrayList<>();
  private final Map<String, Severity> severities = new TreeMap<>();

  /** What the engine needs of a rule, read once. */
  private record Rule(
      String id, boolean ofIndicators, List<Requirement> requires, List<Concern> concerns) {}

  /**
   * What a form must have for a rule to apply.
   *
   * @param cell a cell that is not blank; null for points that a category's label states
   * @param aboveZero true where a number of 0 or less will not do
   */
  private record Concern(@Nullable Requirement cell, boolean aboveZero) {}

  Verdicts(RuleSet set) {
    fingerprint = set.fingerprint();
    waivers = set.waivers();
    for (RuleHeader header : set.compiled().headers()) {
      RuleInfo info = header.info();
      severities.put(info.id(), info.severity());
      (info.grouped() ? grouped : rules)
          .add(
              new Rule(
                  info.id(),
                  info.scope().equals("indicator"),
                  info.requires().stream().map(Requirement::parse).toList(),
                  header.concerns().stream().map(Verdicts::concern).toList()));
    }
    rules.sort(Comparator.comparing(Rule::id));
    grouped.sort(Comparator.comparing(Rule::id));
  }

  /** Indicators in the order of their numbers, not of the numbers' digits. */
  private static String inPrintedOrder(String subject) {
    int bracket = subject.indexOf(']');
    return bracket < 0 ? subject : "0".repeat(Math.max(0, 16 - bracket)) + subject;
  }

  private static Concern concern(String text) {
    boolean aboveZero = text.endsWith(" > 0");
    if (text.equals(DrlFile.CATEGORY_POINTS)) {
      return new Concern(null, false);
    }
    String path = aboveZero ? text.substring(0, text.length() - " > 0".length()) : text;
    return new Concern(Requirement.parse(path), aboveZero);
  }

  /**
   * How many errors that stand the rules have reported so far: those of rules that apply to the
   * form and that nobody has accepted.
   */
  int errors(SelfEvaluation form, FormFacts facts) {
    Map<String, Boolean> standing = new HashMap<>(0);
    int errors = 0;
    for (Evidence evidence : facts.evidence()) {
      if (evidence.outcome() == null
          && severity(evidence) == Severity.ERROR
          && standing.computeIfAbsent(evidence.ruleId(), rule -> stands(rule, form, facts))) {
        errors++;
      }
    }
    return errors;
  }

  /** True where what a rule finds on a form is a finding and is not accepted. */
  private boolean stands(String id, SelfEvaluation form, FormFacts facts) {
    for (Rule rule : rules) {
      if (rule.id().equals(id)) {
        return outcome("", rule, true, form, facts).kind() == Outcome.Kind.FIRED
            && waiver(id, form) == null;
      }
    }
    return true;
  }

  private @Nullable Waiver waiver(String rule, SelfEvaluation form) {
    return waivers.of(
        rule,
        form.projectName().printed(),
        form.implementingAgency().printed(),
        form.supervisingDepartment().printed(),
        form.year().value());
  }

  private Severity severity(Evidence evidence) {
    Severity own = evidence.severity();
    return own == null ? severities.getOrDefault(evidence.ruleId(), Severity.NOTE) : own;
  }

  /** Rules that see several forms and do not apply to this one, or cannot be evaluated on it. */
  List<Outcome> unmet(String formId, SelfEvaluation form, FormFacts facts) {
    List<Outcome> unmet = new ArrayList<>();
    for (Rule rule : grouped) {
      Outcome outcome = outcome(formId, rule, false, form, facts);
      if (outcome.kind() != Outcome.Kind.PASSED) {
        unmet.add(outcome);
      }
    }
    return unmet;
  }

  /** Names of the rules that see several forms. */
  List<String> grouped() {
    return grouped.stream().map(Rule::id).toList();
  }

  Evaluation of(String formId, SelfEvaluation form, FormFacts facts) {
    List<Outcome> outcomes = new ArrayList<>(rules.size());
    Set<String> fired = new HashSet<>();
    Map<String, Outcome> unjudged = new HashMap<>();
    for (Evidence evidence : facts.evidence()) {
      Outcome.Kind kind = evidence.outcome();
      if (kind == null) {
        fired.add(evidence.ruleId());
      } else {
        unjudged.putIfAbsent(
            evidence.ruleId(), new Outcome(formId, evidence.ruleId(), kind, evidence.subject()));
      }
    }
    Set<String> withoutForce = new HashSet<>();
    for (Rule rule : rules) {
      Outcome outcome = outcome(formId, rule, fired.contains(rule.id()), form, facts);
      if (outcome.kind() == Outcome.Kind.PASSED) {
        outcome = unjudged.getOrDefault(rule.id(), outcome);
      }
      if (outcome.kind() == Outcome.Kind.NOT_APPLICABLE) {
        withoutForce.add(rule.id());
      }
      outcomes.add(outcome);
    }
    Map<String, String> accepted = waived(form, outcomes);
    List<Finding> findings = new ArrayList<>();
    String key = facts.evidence().isEmpty() ? "" : form.key();
    for (Evidence evidence : facts.evidence()) {
      if (evidence.outcome() == null && !withoutForce.contains(evidence.ruleId())) {
        Finding finding = finding(formId, key, form, evidence);
        String waiver = accepted.get(finding.ruleId());
        findings.add(waiver == null ? finding : finding.waivedBy(waiver));
      }
    }
    findings.sort(ORDER);
    return new Evaluation(formId, findings, outcomes, ScoreAudits.of(formId, facts.form()));
  }

  /** Texts of the waivers of rules that fired, by rule; the outcomes are changed accordingly. */
  private Map<String, String> waived(SelfEvaluation form, List<Outcome> outcomes) {
    Map<String, String> accepted = new HashMap<>(0);
    if (waivers.active().isEmpty()) {
      return accepted;
    }
    outcomes.replaceAll(
        outcome -> {
          Waiver waiver =
              outcome.kind() != Outcome.Kind.FIRED ? null : waiver(outcome.ruleId(), form);
          if (waiver == null) {
            return outcome;
          }
          accepted.put(outcome.ruleId(), waiver.text());
          return new Outcome(
              outcome.formId(), outcome.ruleId(), Outcome.Kind.WAIVED, waiver.text());
        });
    return accepted;
  }

  private static Outcome outcome(
      String formId, Rule rule, boolean fired, SelfEvaluation form, FormFacts facts) {
    CellStates states = facts.states();
    if (facts.switchedOff(rule.id())) {
      return new Outcome(formId, rule.id(), Outcome.Kind.NOT_APPLICABLE, "jurisdiction: off");
    }
    if (rule.ofIndicators() && form.indicators().isEmpty()) {
      return new Outcome(formId, rule.id(), Outcome.Kind.NOT_APPLICABLE, "indicators: none");
    }
    for (Concern concern : rule.concerns()) {
      String reason = unconcerned(concern, form, states);
      if (reason != null) {
        return new Outcome(formId, rule.id(), Outcome.Kind.NOT_APPLICABLE, reason);
      }
    }
    if (fired) {
      return new Outcome(formId, rule.id(), Outcome.Kind.FIRED, "");
    }
    for (Requirement requirement : rule.requires()) {
      String missing = states.missing(requirement);
      if (missing != null) {
        return new Outcome(formId, rule.id(), Outcome.Kind.NOT_EVALUATED, missing);
      }
    }
    return new Outcome(formId, rule.id(), Outcome.Kind.PASSED, "");
  }

  private static @Nullable String unconcerned(
      Concern concern, SelfEvaluation form, CellStates states) {
    Requirement cell = concern.cell();
    if (cell == null) {
      return states.hasCategoryPoints() ? null : DrlFile.CATEGORY_POINTS + ": none";
    }
    String path = cell.path();
    if (!concern.aboveZero()) {
      return states.isBlank(cell) ? path + ": blank" : null;
    }
    Field<?> field = Cells.fieldAt(form, path);
    // Blank or unreadable is for the requirements to say; only a number decides here.
    return field != null && field.value() instanceof BigDecimal number && number.signum() <= 0
        ? path + ": zero"
        : null;
  }

  private Finding finding(String formId, String key, SelfEvaluation form, Evidence evidence) {
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
    put(arguments, "reported", reported);
    put(arguments, "expected", evidence.expected());
    put(arguments, "difference", difference == null ? null : difference.toPlainString());
    return new Finding(
        formId,
        new Finding.Rule(evidence.ruleId(), fingerprint, severity(evidence)),
        new Finding.Place(evidence.subject(), field == null ? null : field.position()),
        new Finding.Values(reported, evidence.expected(), difference),
        arguments,
        FormKey.of(key, evidence.ruleId(), evidence.subject()));
  }

  private static void put(Map<String, String> arguments, String name, @Nullable String value) {
    if (value != null) {
      arguments.putIfAbsent(name, value);
    }
  }
}
