package org.jihe.rule.judgement;

import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the rules made of the edits: hits, misses and false reports by rule. */
final class Tally {

  private static final class Count {
    int hit;
    int missed;
    int wrong;
    int quiet;
  }

  private final Map<String, Count> rules = new TreeMap<>();
  private final List<String> misjudged = new ArrayList<>();
  private int edits;
  private int harmless;
  private int falseErrors;

  void edit(Edit edit, Map<String, Boolean> fired, List<String> errors) {
    edits++;
    edit.expected().forEach((rule, wanted) -> rule(edit, rule, wanted, fired.containsKey(rule)));
    if (!edit.either().isEmpty()) {
      boolean found = edit.either().stream().anyMatch(fired::containsKey);
      String rule =
          edit.either().stream()
              .filter(fired::containsKey)
              .findFirst()
              .orElse(edit.either().get(0));
      rule(edit, rule, true, found);
    }
    if (edit.isHarmless()) {
      harmless++;
      if (!errors.isEmpty()) {
        falseErrors++;
        misjudged.add("FALSE ERROR " + errors + " " + edit);
      }
    }
  }

  private void rule(Edit edit, String rule, boolean wanted, boolean fired) {
    Count count = rules.computeIfAbsent(rule, any -> new Count());
    if (wanted == fired) {
      count.hit += wanted ? 1 : 0;
      count.quiet += wanted ? 0 : 1;
    } else {
      count.missed += wanted ? 1 : 0;
      count.wrong += wanted ? 0 : 1;
      misjudged.add((wanted ? "MISSED " : "WRONG ") + rule + " ← " + edit);
    }
  }

  List<String> misjudged() {
    return misjudged;
  }

  int edits() {
    return edits;
  }

  int falseErrors() {
    return falseErrors;
  }

  double recall() {
    int hit = rules.values().stream().mapToInt(one -> one.hit).sum();
    return share(hit, rules.values().stream().mapToInt(one -> one.missed).sum());
  }

  double precision() {
    int hit = rules.values().stream().mapToInt(one -> one.hit).sum();
    return share(hit, rules.values().stream().mapToInt(one -> one.wrong).sum());
  }

  private static double share(int hit, int other) {
    return hit + other == 0 ? 1 : (double) hit / (hit + other);
  }

  /** All rules at once. */
  String line(String title) {
    return String.format(
        Locale.ROOT,
        "%-20s %5d edits  precision %.4f  recall %.4f  false errors %d of %d harmless edits%n",
        title,
        edits,
        precision(),
        recall(),
        falseErrors,
        harmless);
  }

  /** One line a rule. */
  String table() {
    StringBuilder text = new StringBuilder();
    try (Formatter out = new Formatter(text, Locale.ROOT)) {
      out.format("%-30s %5s %6s %6s %6s%n", "rule", "found", "missed", "false", "quiet");
      rules.forEach(
          (rule, count) ->
              out.format(
                  "%-30s %5d %6d %6d %6d%n",
                  rule, count.hit, count.missed, count.wrong, count.quiet));
    }
    return text.toString();
  }
}
