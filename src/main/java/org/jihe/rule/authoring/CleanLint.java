package org.jihe.rule.authoring;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.catalogue.RuleSources;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;

/** Runs the rules on what they must be quiet on. */
final class CleanLint {

  private final LintNotes notes;

  CleanLint(LintNotes notes) {
    this.notes = notes;
  }

  /** On the clean form every rule is quiet, and a rule that lacks a cell it needs stays quiet. */
  void look() throws RuleException {
    RuleSet set = RuleSet.open(notes.folder().root(), null);
    RuleEngine engine = RuleEngine.of(set);
    SelfEvaluation form = RuleCases.cleanForm(notes.all());
    Map<String, RuleInfo> infos = new TreeMap<>();
    set.rules().forEach(info -> infos.put(info.id(), info));
    Set<String> rows = RuleSources.open(notes.folder().root()).sheets().documents().keySet();
    for (Outcome outcome : engine.evaluate("clean", form).outcomes()) {
      // A row of a rule table says what its author wants to see, on the clean form as well.
      if (outcome.kind() == Outcome.Kind.FIRED && !rows.contains(outcome.ruleId())) {
        Map<String, String> rule = Map.of("rule", outcome.ruleId());
        notes.wrong(notes.all().display("clean-form.json"), 0, "lint.firesOnCleanForm", rule);
      }
    }
    infos.keySet().removeAll(rows);
    if (set.rules().stream().anyMatch(RuleInfo::grouped)) {
      for (Finding finding : GroupCases.clean(notes.all()).evaluate(engine).findings()) {
        Map<String, String> rule = Map.of("rule", finding.ruleId());
        notes.wrong(notes.all().display("clean-dossier.json"), 0, "lint.firesOnCleanDossier", rule);
      }
    }
    for (RuleInfo info : infos.values()) {
      for (String path : info.requires()) {
        if (!path.endsWith("?") && firesWithout(engine, info, path)) {
          notes.wrong(
              notes.all().display(info.family() + "/" + info.id() + ".drl"),
              0,
              "lint.firesOnBlank",
              Map.of("cell", path));
        }
      }
    }
  }

  private boolean firesWithout(RuleEngine engine, RuleInfo info, String path) throws RuleException {
    SelfEvaluation form = RuleCases.cleanFormWithout(notes.all(), path);
    return engine.evaluate("blank", form).outcomes().stream()
        .anyMatch(
            outcome -> outcome.ruleId().equals(info.id()) && outcome.kind() == Outcome.Kind.FIRED);
  }
}
