package org.jihe.rule.authoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.rule.authoring.RuleCases.Case;
import org.jihe.rule.authoring.RuleCases.Expected;
import org.jihe.rule.catalogue.RuleSources;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.DossierEvaluation;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;
import org.jspecify.annotations.Nullable;

/** Runs the cases that stand beside the rules, without Spark. */
public final class RuleTests {

  /** How a case can fail. */
  public enum Mismatch {
    /** The rule's outcome is another one. */
    OUTCOME,
    /** An expected finding is not there. */
    MISSING,
    /** A finding is there that is not expected. */
    UNEXPECTED,
    /** A finding is there and says something else. */
    DIFFERENT,
    /** A finding is there and is more or less severe. */
    SEVERITY
  }

  /**
   * One way in which a case fails.
   *
   * @param kind how
   * @param subject the finding's subject; empty for an outcome
   * @param expected what the case expects; of an outcome its kind, and its reason where one is
   *     asked
   * @param actual what the rule said
   */
  public record Failure(Mismatch kind, String subject, String expected, String actual) {}

  /**
   * What came of one case.
   *
   * @param ruleId the rule
   * @param file the file of the case
   * @param name the case
   * @param failures empty where the rule said what the case expects
   */
  public record Result(String ruleId, String file, String name, List<Failure> failures) {

    public Result {
      failures = List.copyOf(failures);
    }

    /** True where the rule said what the case expects. */
    public boolean passed() {
      return failures.isEmpty();
    }
  }

  private RuleTests() {}

  /**
   * Runs the cases.
   *
   * @param rules folder of rules, or null for those that come with the program
   * @param ruleId the rule, or null for all
   * @throws RuleException where a rule, a parameter file or a case cannot be read, or there is no
   *     such rule
   */
  public static List<Result> run(@Nullable Path rules, @Nullable String ruleId)
      throws RuleException {
    RuleSet set = RuleSet.open(rules, null);
    RuleEngine engine = RuleEngine.of(set);
    RuleSources sources = RuleSources.open(rules);
    RuleFolder folder = sources.folder();
    Map<String, String> tables = sources.sheets().documents();
    List<Result> results = new ArrayList<>();
    boolean known = ruleId == null;
    for (RuleInfo info : set.rules()) {
      if (ruleId != null && !ruleId.equals(info.id())) {
        continue;
      }
      known = true;
      if (tables.containsKey(info.id())) {
        continue; // A row of a rule table has no cases.
      }
      if (info.grouped()) {
        grouped(engine, folder, info, results);
        continue;
      }
      RuleCases cases = RuleCases.read(folder, info.family(), info.id());
      for (Case one : cases.cases()) {
        Evaluation evaluation = engine.evaluate(one.name(), one.form());
        results.add(
            new Result(info.id(), cases.file(), one.name(), failures(info.id(), one, evaluation)));
      }
    }
    if (!known) {
      throw RuleException.of(folder.display(""), 0, "cases.noRule", Map.of("rule", ruleId));
    }
    return results;
  }

  private static void grouped(
      RuleEngine engine, RuleFolder folder, RuleInfo info, List<Result> results)
      throws RuleException {
    GroupCases cases = GroupCases.read(folder, info.family(), info.id());
    for (GroupCases.Case one : cases.cases()) {
      List<Failure> failures = failures(info.id(), one, one.dossier().evaluate(engine));
      results.add(new Result(info.id(), cases.file(), one.name(), failures));
    }
  }

  private static List<Failure> failures(
      String ruleId, GroupCases.Case one, DossierEvaluation evaluation) {
    List<Failure> failures = new ArrayList<>();
    for (Outcome outcome : evaluation.outcomes()) {
      if (outcome.ruleId().equals(ruleId) && outcome.formId().equals("form0")) {
        compareOutcome(one.outcome(), one.reason(), outcome, failures);
      }
    }
    List<Finding> found = new ArrayList<>(evaluation.findings());
    found.removeIf(finding -> !finding.ruleId().equals(ruleId));
    for (GroupCases.Expected expected : one.findings()) {
      String subject = expected.subject();
      Finding finding =
          found.stream().filter(each -> each.subject().equals(subject)).findFirst().orElse(null);
      if (finding == null) {
        failures.add(new Failure(Mismatch.MISSING, subject, subject, ""));
        continue;
      }
      found.remove(finding);
      String severity = finding.severity().name();
      if (expected.severity() != null && !expected.severity().equals(severity)) {
        failures.add(new Failure(Mismatch.SEVERITY, subject, expected.severity(), severity));
      }
      compare(subject, expected.reported(), finding.reported(), failures);
      compare(subject, expected.expected(), finding.expected(), failures);
      if (expected.related() >= 0) {
        String related = String.valueOf(finding.related().size());
        compare(subject, String.valueOf(expected.related()), related, failures);
      }
    }
    found.forEach(
        finding ->
            failures.add(
                new Failure(Mismatch.UNEXPECTED, finding.subject(), "", finding.subject())));
    return failures;
  }

  private static List<Failure> failures(String ruleId, Case one, Evaluation evaluation) {
    List<Failure> failures = new ArrayList<>();
    for (Outcome outcome : evaluation.outcomes()) {
      if (outcome.ruleId().equals(ruleId)) {
        compareOutcome(one.outcome(), one.reason(), outcome, failures);
      }
    }
    Map<String, Finding> found =
        evaluation.findings().stream()
            .filter(finding -> finding.ruleId().equals(ruleId))
            .collect(Collectors.toMap(Finding::subject, Function.identity()));
    for (Expected expected : one.findings()) {
      Finding finding = found.remove(expected.subject());
      if (finding == null) {
        failures.add(new Failure(Mismatch.MISSING, expected.subject(), expected.subject(), ""));
      } else {
        String severity = finding.severity().name();
        if (expected.severity() != null && !expected.severity().equals(severity)) {
          failures.add(
              new Failure(Mismatch.SEVERITY, expected.subject(), expected.severity(), severity));
        }
        compare(expected.subject(), expected.reported(), finding.reported(), failures);
        compare(expected.subject(), expected.expected(), finding.expected(), failures);
      }
    }
    for (String subject : found.keySet()) {
      failures.add(new Failure(Mismatch.UNEXPECTED, subject, "", subject));
    }
    return failures;
  }

  private static void compareOutcome(
      Outcome.Kind kind, @Nullable String reason, Outcome outcome, List<Failure> failures) {
    boolean sameReason = reason == null || reason.equals(outcome.reason());
    if (outcome.kind() != kind || !sameReason) {
      failures.add(
          new Failure(
              Mismatch.OUTCOME,
              "",
              reason == null ? kind.name() : kind + " " + reason,
              (outcome.kind() + " " + outcome.reason()).strip()));
    }
  }

  private static void compare(
      String subject, @Nullable String expected, @Nullable String actual, List<Failure> failures) {
    if (expected != null && !expected.equals(actual)) {
      failures.add(
          new Failure(Mismatch.DIFFERENT, subject, expected, actual == null ? "" : actual));
    }
  }
}
