package org.jihe.rule.drl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.jurisdiction.Parameters;

/**
 * The parameters that some rules name, held against those that a jurisdiction has.
 *
 * @param byFile uses by the file of their rule, as the user would name it
 */
public record ParameterUses(Map<String, List<ParameterUse>> byFile) {

  /** The places where the rules name what the jurisdiction lacks. */
  public List<Problem> unknown(Parameters parameters) {
    List<Problem> problems = new ArrayList<>();
    byFile.forEach(
        (file, uses) -> {
          for (ParameterUse use : uses) {
            Map<String, ?> known = use.threshold() ? parameters.thresholds() : parameters.words();
            if (!known.containsKey(use.name())) {
              problems.add(
                  Problem.of(
                      file,
                      use.line(),
                      use.threshold() ? "drl.noThreshold" : "drl.noWords",
                      Map.of("jurisdiction", parameters.jurisdiction(), "name", use.name())));
            }
          }
        });
    return problems;
  }

  /**
   * Demands that the jurisdiction has what the rules name.
   *
   * @throws RuleException where a rule names a threshold or words that the jurisdiction lacks
   */
  public void demand(Parameters parameters) throws RuleException {
    List<Problem> problems = unknown(parameters);
    if (!problems.isEmpty()) {
      throw new RuleException(problems);
    }
  }

  /** Names of the thresholds and words. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    byFile.values().stream().flatMap(Collection::stream).forEach(use -> names.add(use.name()));
    return names;
  }

  /** Uses of rules whose headers are known, in the order of the files. */
  public static ParameterUses of(List<DrlFile> files, List<RuleHeader> headers) {
    Map<String, RuleHeader> byName = new HashMap<>();
    headers.forEach(header -> byName.put(header.info().id(), header));
    Map<String, List<ParameterUse>> byFile = new LinkedHashMap<>();
    for (DrlFile file : files) {
      RuleHeader header = byName.get(file.name());
      if (header != null) {
        byFile.computeIfAbsent(file.file(), one -> new ArrayList<>()).addAll(header.uses());
      }
    }
    return new ParameterUses(byFile);
  }
}
