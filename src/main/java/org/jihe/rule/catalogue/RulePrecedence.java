package org.jihe.rule.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.RuleHeader;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;

/** What {@code @yieldsTo} names must be rules on single forms, and none may wait for itself. */
final class RulePrecedence {

  private static final String ANNOTATION = "@yieldsTo";

  private final Map<String, RuleHeader> rules = new HashMap<>();
  private final Map<String, DrlFile> files = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private RulePrecedence(List<RuleHeader> headers, List<DrlFile> files) {
    headers.forEach(header -> rules.put(header.info().id(), header));
    files.forEach(file -> this.files.put(file.name(), file));
  }

  /**
   * Demands it of all rules together.
   *
   * @param files those of them that are written in files
   * @throws RuleException where a rule yields to none that there is, to one on several forms, or in
   *     a circle
   */
  static void demandKnown(List<RuleHeader> headers, List<DrlFile> files) throws RuleException {
    RulePrecedence precedence = new RulePrecedence(headers, files);
    headers.forEach(precedence::look);
    if (!precedence.problems.isEmpty()) {
      throw new RuleException(precedence.problems);
    }
  }

  private void look(RuleHeader rule) {
    for (String name : rule.yieldsTo()) {
      RuleHeader other = rules.get(name);
      if (other == null) {
        wrong(rule, "drl.noRuleToYieldTo", name);
      } else if (other.info().grouped() || rule.info().grouped()) {
        wrong(rule, "drl.yieldsAmongForms", name);
      } else if (reaches(other, rule.info().id(), new HashSet<>())) {
        wrong(rule, "drl.yieldsInCircle", name);
      }
    }
  }

  private boolean reaches(RuleHeader from, String rule, Set<String> seen) {
    String id = from.info().id();
    if (id.equals(rule)) {
      return true;
    }
    if (!seen.add(id)) {
      return false;
    }
    for (String next : from.yieldsTo()) {
      RuleHeader other = rules.get(next);
      if (other != null && reaches(other, rule, seen)) {
        return true;
      }
    }
    return false;
  }

  private void wrong(RuleHeader rule, String key, String other) {
    String id = rule.info().id();
    DrlFile file = files.get(id);
    String path = file == null ? rule.info().family() + "/" + id + ".drl" : file.file();
    int line = file == null ? 0 : lineOf(file.text());
    problems.add(Problem.of(path, line, key, Map.of("rule", id, "other", other)));
  }

  private static int lineOf(String text) {
    int at = text.indexOf(ANNOTATION);
    return at < 0 ? 0 : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }
}
