package org.jihe.rule.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.jurisdiction.Parameters;

/** Compares the parameters that rules name with those that a jurisdiction has. */
public final class ParameterUses {

  private ParameterUses() {}

  /**
   * Holds what the rules name against what the jurisdiction has.
   *
   * @throws RuleException where a rule names a threshold or words that the jurisdiction lacks
   */
  public static void check(List<DrlFile> files, Parameters parameters) throws RuleException {
    List<Problem> problems = unknown(files, parameters);
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
  }

  /** Names of the thresholds and words that rules use. */
  public static Set<String> names(List<DrlFile> files) {
    Set<String> names = new TreeSet<>();
    files.forEach(file -> file.uses().forEach(use -> names.add(use.name())));
    return names;
  }

  /** The places where rules name what the jurisdiction lacks. */
  public static List<Problem> unknown(List<DrlFile> files, Parameters parameters) {
    List<Problem> problems = new ArrayList<>();
    for (DrlFile file : files) {
      for (DrlFile.Use use : file.uses()) {
        boolean known =
            use.threshold()
                ? parameters.thresholds().containsKey(use.name())
                : parameters.words().containsKey(use.name());
        if (!known) {
          problems.add(
              Problem.of(
                  file.file(),
                  use.line(),
                  use.threshold() ? "drl.noThreshold" : "drl.noWords",
                  Map.of("jurisdiction", parameters.jurisdiction(), "name", use.name())));
        }
      }
    }
    return problems;
  }
}
