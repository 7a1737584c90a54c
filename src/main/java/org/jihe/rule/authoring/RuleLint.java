package org.jihe.rule.authoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.rule.catalogue.RuleCatalogue;
import org.jihe.rule.catalogue.RuleSources;
import org.jihe.rule.drl.Conditions;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.DrlRule;
import org.jihe.rule.drl.ParameterUses;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;

/** Finds what is missing or suspicious in a folder of rules, beyond what a compiler says. */
public final class RuleLint {

  private final LintNotes notes;

  private RuleLint(LintNotes notes) {
    this.notes = notes;
  }

  /**
   * Looks through a folder of rules.
   *
   * @return the problems in order of their files; empty where all is well
   * @throws RuleException where the folder holds no rules
   */
  public static List<Problem> run(Path rules) throws RuleException {
    LintNotes notes = new LintNotes(rules);
    new RuleLint(notes).look();
    return notes.sorted();
  }

  private void look() throws RuleException {
    List<DrlRule> rules = DrlRule.of(notes.files());
    for (DrlRule rule : rules) {
      new SingleRuleLint(notes, rule).look();
    }
    new MessageLint(notes).look();
    strays();
    List<DrlRule> withRows = new ArrayList<>(rules);
    withRows.addAll(rows());
    duplicates(withRows);
    List<RuleHeader> headers = rules.stream().map(rule -> rule.header(problem -> {})).toList();
    new ParameterLint(notes, ParameterUses.of(notes.files(), headers)).look();
    if (notes.isClean()) {
      try {
        titles();
        new CleanLint(notes).look();
      } catch (RuleException e) { // Rules that do not compile.
        notes.addNew(e.problems());
      }
    }
  }

  /** The rows of the rule tables; what is wrong with them is a problem of its own. */
  private List<DrlRule> rows() {
    try {
      return DrlRule.of(RuleSources.open(notes.folder().root()).sheets().drl());
    } catch (RuleException e) {
      notes.addNew(e.problems());
      return List.of();
    }
  }

  /** Two rules with one condition say the same of every form. */
  private void duplicates(List<DrlRule> rules) {
    Map<String, DrlFile> conditions = new HashMap<>();
    for (DrlRule rule : rules) {
      DrlFile file = rule.file();
      String condition = Conditions.normalised(rule);
      DrlFile same = condition.isEmpty() ? null : conditions.putIfAbsent(condition, file);
      if (same != null) {
        notes.wrong(
            file.file(),
            rule.conditionLine(),
            "lint.duplicate",
            Map.of("rule", file.name(), "other", same.name(), "file", same.file()));
      }
    }
  }

  /** People name rules by their titles, in waivers too: no two may have the same. */
  private void titles() throws RuleException {
    Map<String, String> chinese = new HashMap<>();
    Map<String, String> english = new HashMap<>();
    for (RuleCatalogue.Entry entry : RuleCatalogue.open(notes.folder().root()).list()) {
      String path = entry.info().family() + "/" + entry.info().id() + ".md";
      demandOwn(chinese, entry.title(), path);
      demandOwn(english, entry.english(), path);
    }
  }

  private void demandOwn(Map<String, String> taken, String title, String path)
      throws RuleException {
    String other = title.isBlank() ? null : taken.putIfAbsent(title, path);
    if (other != null) {
      // Of two, one's own is to be changed, not the program's.
      boolean own = notes.folder().text(path) != null || notes.folder().text(other) == null;
      String changed = own ? path : other;
      String kept = own ? other : path;
      notes.wrong(changed, "lint.title", Map.of("title", title, "other", kept));
    }
  }

  /** Documents and cases whose rule is gone. */
  private void strays() throws RuleException {
    Set<String> names = new HashSet<>();
    notes.files().forEach(file -> names.add(file.name()));
    for (String ending : List.of(".md", ".cases.json")) {
      for (String path : notes.folder().files(ending)) {
        String file = path.substring(path.indexOf('/') + 1);
        if (!names.contains(file.substring(0, file.length() - ending.length()))) {
          notes.wrong(path, "lint.stray", Map.of());
        }
      }
    }
  }
}
