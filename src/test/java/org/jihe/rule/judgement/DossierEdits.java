package org.jihe.rule.judgement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.finding.Outcome;
import org.jihe.finding.Severity;
import org.jihe.rule.authoring.GroupCases;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.DossierEvaluation;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleFolder;

/** Dossiers that a rule on several forms must find something in, and others. */
final class DossierEdits {

  private static final Path FOLDER = Path.of("src/test/resources/judgement/dossiers");

  private DossierEdits() {}

  static void judge(RuleSet rules, RuleEngine engine, Tally tally) throws RuleException {
    RuleFolder folder = new RuleFolder.Layered(RuleFolder.at(FOLDER), RuleFolder.builtIn());
    for (RuleInfo rule : rules.rules()) {
      if (!rule.grouped()) {
        continue;
      }
      for (GroupCases.Case each : GroupCases.read(folder, rule.family(), rule.id()).cases()) {
        DossierEvaluation evaluation = each.dossier().evaluate(engine);
        boolean fired =
            evaluation.findings().stream().anyMatch(one -> one.ruleId().equals(rule.id()));
        Map<String, Boolean> found = new TreeMap<>();
        if (fired) {
          found.put(rule.id(), true);
        }
        Edit edit = new Edit(rule.id() + ": " + each.name());
        edit.says(rule.id(), each.outcome() == Outcome.Kind.FIRED);
        List<String> errors = new ArrayList<>();
        if (fired && rule.severity() == Severity.ERROR) {
          errors.add(rule.id());
        }
        tally.edit(edit, found, errors);
      }
    }
  }
}
