package org.jihe.rule.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jihe.finding.Outcome;
import org.jihe.finding.Severity;
import org.jihe.rule.catalogue.RuleDocument;
import org.jihe.rule.drl.Bindings;
import org.jihe.rule.drl.Conditions;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.DrlRule;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.folder.Phrase;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;

/** Looks at one rule and what stands beside it: its document and its cases. */
final class SingleRuleLint {

  private final LintNotes notes;
  private final DrlRule rule;
  private final DrlFile file;

  SingleRuleLint(LintNotes notes, DrlRule rule) {
    this.notes = notes;
    this.rule = rule;
    this.file = rule.file();
  }

  void look() throws RuleException {
    RuleInfo info = rule.header(notes::add).info();
    severity(info);
    notes.addAll(Bindings.twice(rule));
    notes.unfinished(beside(".drl"));
    for (Phrase contradiction : Conditions.contradictions(rule)) {
      notes.add(new Problem(file.file(), rule.conditionLine(), contradiction));
    }
    document();
    cases(info);
  }

  /** Path of a file of the rule. */
  private String beside(String ending) {
    return file.family() + "/" + file.name() + ending;
  }

  /** Lists are sorted by the gravest severity that a rule has. */
  private void severity(RuleInfo info) {
    Severity gravest = info.severities().get(0);
    if (gravest != info.severity()) {
      notes.wrong(file.file(), rule.severityLine(), "lint.graver", Map.of("severity", gravest));
    }
  }

  private void document() throws RuleException {
    String path = beside(".md");
    String text = notes.folder().text(path);
    if (text == null) {
      notes.wrong(path, "document.missing", Map.of());
      return;
    }
    notes.unfinished(path);
    RuleDocument document = RuleDocument.parse(text);
    if (!document.id().equals(file.name()) || document.title().isEmpty()) {
      notes.wrong(notes.folder().display(path), 1, "document.title", Map.of("rule", file.name()));
    }
    if (document.summary().isEmpty()) {
      notes.wrong(notes.folder().display(path), 1, "document.summary", Map.of());
    }
    if (!document.headings().equals(RuleDocument.HEADINGS)) {
      List<String> missing = new ArrayList<>(RuleDocument.HEADINGS);
      missing.removeAll(document.headings());
      if (missing.isEmpty()) {
        notes.wrong(path, "document.order", Map.of("headings", RuleDocument.HEADINGS));
      } else {
        notes.wrong(path, "document.headings", Map.of("headings", missing));
      }
    }
  }

  private void cases(RuleInfo info) throws RuleException {
    String path = beside(".cases.json");
    if (notes.folder().text(path) == null) {
      notes.wrong(path, "cases.missing", Map.of());
      return;
    }
    notes.unfinished(path);
    List<Outcome.Kind> outcomes = new ArrayList<>();
    try {
      if (info.grouped()) {
        GroupCases cases = GroupCases.read(notes.all(), file.family(), file.name());
        cases.cases().forEach(one -> outcomes.add(one.outcome()));
        cases.cases().stream()
            .filter(one -> !one.findings().isEmpty())
            .forEach(one -> outcomes.add(Outcome.Kind.FIRED));
      } else {
        RuleCases cases = RuleCases.read(notes.all(), file.family(), file.name());
        cases.cases().forEach(one -> outcomes.add(one.outcome()));
      }
    } catch (RuleException e) {
      notes.addAll(e.problems());
      return;
    }
    if (!outcomes.contains(Outcome.Kind.FIRED)) {
      notes.wrong(path, "cases.noFired", Map.of());
    }
    if (!outcomes.contains(Outcome.Kind.PASSED)) {
      notes.wrong(path, "cases.noQuiet", Map.of());
    }
  }
}
