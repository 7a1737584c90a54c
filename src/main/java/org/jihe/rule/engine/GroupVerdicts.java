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
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.finding.Severity;
import org.jihe.form.FormKey;
import org.jihe.form.FormKind;
import org.jihe.form.FormPath;
import org.jihe.layout.Position;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.fact.Evidence;
import org.jihe.rule.fact.group.Dossier;
import org.jihe.rule.fact.group.GroupEvidence;
import org.jihe.rule.fact.group.LastYear;
import org.jihe.rule.fact.group.NoMatch;
import org.jihe.rule.fact.group.ProjectDigest;
import org.jihe.rule.fact.group.Registry;
import org.jihe.rule.waiver.Waiver;
import org.jihe.rule.waiver.Waivers;
import org.jspecify.annotations.Nullable;

/** Makes findings of what rules report of several forms, and one outcome a form and rule. */
final class GroupVerdicts {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::formId)
          .thenComparing(Finding::severity)
          .thenComparing(Finding::ruleId)
          .thenComparing(Finding::fingerprint);

  private final String fingerprint;
  private final Waivers waivers;
  private final Map<String, RuleInfo> rules = new TreeMap<>();
  private final Map<String, List<FormKind>> kinds = new TreeMap<>();

  GroupVerdicts(RuleSet set) {
    fingerprint = set.fingerprint();
    waivers = set.waivers();
    for (RuleHeader header : set.compiled().headers()) {
      if (header.info().grouped()) {
        rules.put(header.info().id(), header.info());
        kinds.put(header.info().id(), header.formKinds());
      }
    }
  }

  /** The rules that are not for forms of a kind. */
  Set<String> notFor(FormKind kind) {
    Set<String> without = new HashSet<>();
    kinds.forEach(
        (rule, named) -> {
          if (!named.contains(kind)) {
            without.add(rule);
          }
        });
    return without;
  }

  /**
   * What the rules say of the forms of one kind.
   *
   * @param without rules that are not asked
   * @param severities rules whose findings all have a severity of the jurisdiction's own
   */
  DossierEvaluation of(
      Dossier dossier,
      List<GroupEvidence> reported,
      Set<String> without,
      Map<String, Severity> severities) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Set<String>> fired = new HashMap<>();
    Map<String, String> accepted = new HashMap<>();
    for (GroupEvidence one : reported) {
      String rule = one.evidence().ruleId();
      if (without.contains(rule)) {
        continue;
      }
      Finding finding = finding(dossier, one, severities.get(rule));
      String waiver = waiver(rule, one, finding.fingerprint());
      findings.add(waiver == null ? finding : finding.waivedBy(waiver));
      if (one.firing()) {
        if (waiver != null) {
          one.members().forEach(member -> accepted.put(rule + " " + member.formId(), waiver));
          continue;
        }
        Set<String> forms = fired.computeIfAbsent(rule, id -> new HashSet<>());
        one.members().forEach(member -> forms.add(member.formId()));
      }
    }
    findings.sort(ORDER);
    return new DossierEvaluation(findings, outcomes(dossier, fired, accepted));
  }

  /** A finding on several forms is accepted where it is on every one of them. */
  private @Nullable String waiver(String rule, GroupEvidence one, String finding) {
    String text = null;
    for (ProjectDigest form : one.members()) {
      Waiver waiver =
          waivers.of(
              rule,
              form.project(),
              form.agency(),
              form.identity().department(),
              form.year(),
              finding);
      if (waiver == null) {
        return null;
      }
      text = text == null ? waiver.text() : text;
    }
    return text;
  }

  private List<Outcome> outcomes(
      Dossier dossier, Map<String, Set<String>> fired, Map<String, String> accepted) {
    LastYear lastYear = new LastYear(dossier);
    Registry registry = new Registry(dossier);
    List<Outcome> outcomes = new ArrayList<>(dossier.forms().size() * rules.size());
    for (ProjectDigest form : dossier.forms()) {
      Map<String, Outcome> unmet = new HashMap<>();
      form.verdicts().unmet().forEach(outcome -> unmet.put(outcome.ruleId(), outcome));
      for (RuleInfo rule : rules.values()) {
        String id = rule.id();
        Outcome known = unmet.get(id);
        String waiver = accepted.get(id + " " + form.formId());
        if (known != null && isOut(id, form)) {
          outcomes.add(known);
        } else if (fired.getOrDefault(id, Set.of()).contains(form.formId())) {
          outcomes.add(new Outcome(form.formId(), id, Outcome.Kind.FIRED, ""));
        } else if (waiver != null) {
          outcomes.add(new Outcome(form.formId(), id, Outcome.Kind.WAIVED, waiver));
        } else {
          NoMatch without = without(rule, form, lastYear, registry);
          outcomes.add(outcome(form.formId(), id, without, known));
        }
      }
    }
    return outcomes;
  }

  /** True where a rule is not for the form, whatever there is to hold it against. */
  private boolean isOut(String rule, ProjectDigest form) {
    return form.verdicts().switchedOff().contains(rule)
        || !kinds.getOrDefault(rule, List.of()).contains(form.kind());
  }

  private static Outcome outcome(
      String formId, String rule, @Nullable NoMatch without, @Nullable Outcome known) {
    if (without != null) {
      return new Outcome(formId, rule, without.kind(), without.reason());
    }
    return known == null ? new Outcome(formId, rule, Outcome.Kind.PASSED, "") : known;
  }

  private static @Nullable NoMatch without(
      RuleInfo rule, ProjectDigest form, LastYear lastYear, Registry registry) {
    return switch (rule.scope()) {
      case "history" -> lastYear.without(form, rule.requires());
      case "registry" ->
          rule.requires().contains(Cells.ACTUAL_EXPENDITURE)
              ? registry.withoutLedger(form)
              : registry.withoutList(form);
      default -> null;
    };
  }

  private Finding finding(Dossier dossier, GroupEvidence one, @Nullable Severity always) {
    Evidence evidence = one.evidence();
    RuleInfo rule = rules.get(evidence.ruleId());
    if (rule == null) {
      throw new IllegalStateException(
          "a rule on single forms reports several: " + evidence.ruleId());
    }
    ProjectDigest first = one.members().isEmpty() || !one.firing() ? null : one.members().get(0);
    Map<String, String> arguments = new TreeMap<>(evidence.arguments());
    String reported = evidence.reported();
    String expected = evidence.expected();
    BigDecimal difference = evidence.difference();
    if (Cells.isAmount(evidence.subject())) {
      Amounts.put(arguments, evidence, null);
    }
    put(arguments, "reported", reported);
    put(arguments, "expected", expected);
    put(arguments, "difference", difference == null ? null : difference.toPlainString());
    Severity severity = always == null ? evidence.severity() : always;
    return new Finding(
        first == null ? "" : first.formId(),
        new Finding.Rule(rule.id(), fingerprint, severity == null ? rule.severity() : severity),
        new Finding.Place(
            evidence.subject(), first == null ? null : cell(first, evidence.subject())),
        new Finding.Values(reported, expected, difference),
        arguments,
        FormKey.of(dossier.key(), rule.id(), one.key()),
        one.members().stream().map(ProjectDigest::formId).toList(),
        null);
  }

  private static Position cell(ProjectDigest form, String subject) {
    int row = FormPath.rowOf(subject);
    if (row >= 0) {
      Position cell = form.indicators().get(row).cell();
      return cell == null ? form.origin() : cell;
    }
    return form.origin();
  }

  private static void put(Map<String, String> arguments, String name, @Nullable String value) {
    if (value != null) {
      arguments.putIfAbsent(name, value);
    }
  }
}
