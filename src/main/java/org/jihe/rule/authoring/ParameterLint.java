package org.jihe.rule.authoring;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jihe.rule.drl.ParameterUses;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.jurisdiction.Jurisdiction;
import org.jihe.rule.jurisdiction.ParameterReader;
import org.jihe.rule.jurisdiction.Parameters;
import org.jihe.rule.jurisdiction.ProjectKinds;

/** Looks at the parameters of jurisdictions that stand in the folder. */
final class ParameterLint {

  private final LintNotes notes;
  private final ParameterUses uses;

  ParameterLint(LintNotes notes, ParameterUses uses) {
    this.notes = notes;
    this.uses = uses;
  }

  void look() throws RuleException {
    if (!notes.folder().holdsParameters()) {
      return;
    }
    for (String id : notes.folder().jurisdictions()) {
      try {
        Jurisdiction read = ParameterReader.read(notes.all(), id, uses.names());
        read.all().forEach(some -> notes.addAll(uses.unknown(some)));
        if (notes.isWhole()) { // What the program's own rules use is not known here.
          unused(read.parameters(), "jurisdictions/" + id + ".yaml");
        }
      } catch (RuleException e) { // What is wrong with a file is wrong with all that inherit it.
        notes.addNew(e.problems());
      }
    }
  }

  private void unused(Parameters parameters, String path) {
    Set<String> used = new HashSet<>(Parameters.WORDS_OF_FACTS);
    used.addAll(Parameters.THRESHOLDS_OF_FACTS);
    used.addAll(ProjectKinds.wordLists());
    used.addAll(uses.names());
    Set<String> rules = new HashSet<>();
    notes.files().forEach(file -> rules.add(file.name()));
    each(parameters.thresholds().keySet(), used, path, "parameters.unusedThreshold", "name");
    each(parameters.words().keySet(), used, path, "parameters.unusedWords", "name");
    each(
        parameters.patterns().keySet(),
        Parameters.PATTERNS_OF_FACTS,
        path,
        "parameters.unusedPatterns",
        "name");
    each(parameters.switchedOff(), rules, path, "parameters.switchedOff", "rule");
    Set<String> uncounted = parameters.priority().namedUncounted();
    each(uncounted, rules, path, "parameters.priority.uncounted", "rule");
  }

  /** Tells each of some names that is not among others. */
  private void each(
      Set<String> names, Set<String> known, String path, String key, String placeholder) {
    for (String name : new TreeSet<>(names)) {
      if (!known.contains(name)) {
        notes.wrong(path, key, Map.of(placeholder, name));
      }
    }
  }
}
