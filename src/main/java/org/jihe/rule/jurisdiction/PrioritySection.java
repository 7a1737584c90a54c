package org.jihe.rule.jurisdiction;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jihe.finding.Severity;
import org.jihe.rule.folder.PlainJson;
import org.jihe.rule.folder.YamlFile;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a file says of which forms are looked at first; what it leaves out stays. */
final class PrioritySection {

  private static final Set<String> SHARES = Set.of("otherwise", "onGuess");
  private static final Set<String> NUMBERS =
      Set.of("most", "otherwise", "onGuess", "leastAmount", "magnitude");
  private static final Set<String> LISTS = Set.of("certainBases", "uncounted");

  /** What {@code @basis} may say. */
  private static final Set<String> BASES = Set.of("10", "101", "practice", "logic");

  private PrioritySection() {}

  static Priority read(YamlFile yaml, Node section, Priority before) {
    Set<String> known = new HashSet<>(NUMBERS);
    known.addAll(LISTS);
    known.add("weights");
    Map<String, BigDecimal> numbers = new TreeMap<>();
    Map<String, List<String>> lists = new TreeMap<>();
    yaml.fields(section, known)
        .forEach(
            (key, node) -> {
              if (LISTS.contains(key)) {
                lists.put(key, yaml.texts(node));
              } else if (key.equals("weights")) {
                yaml.fields(node, severities())
                    .forEach((name, weight) -> numbers.put(name, notNegative(yaml, name, weight)));
              } else {
                numbers.put(key, number(yaml, key, node));
              }
            });
    demandBases(yaml, section, lists.getOrDefault("certainBases", List.of()));
    Priority read = before.with(numbers, lists);
    if (read.leastAmount().signum() <= 0 || read.factor(BigDecimal.ZERO) < 0) {
      yaml.wrong(YamlFile.line(section), "parameters.priority.least", Map.of());
    }
    return read;
  }

  private static BigDecimal number(YamlFile yaml, String key, Node node) {
    BigDecimal number = notNegative(yaml, key, node);
    if (SHARES.contains(key) && number.compareTo(BigDecimal.ONE) > 0) {
      Map<String, String> told = Map.of("name", key, "value", number.toPlainString());
      yaml.wrong(YamlFile.line(node), "parameters.priority.share", told);
    }
    return number;
  }

  private static BigDecimal notNegative(YamlFile yaml, String key, Node node) {
    BigDecimal number = yaml.number(node);
    if (number.signum() < 0) {
      Map<String, String> told = Map.of("name", key, "value", number.toPlainString());
      yaml.wrong(YamlFile.line(node), "parameters.priority.negative", told);
    }
    return number;
  }

  private static void demandBases(YamlFile yaml, Node section, List<String> bases) {
    for (String basis : bases) {
      if (!BASES.contains(basis)) {
        Map<String, ?> told =
            Map.of("value", basis, "known", new ArrayList<>(new TreeSet<>(BASES)));
        yaml.wrong(YamlFile.line(section), "parameters.oneOf", told);
      }
    }
  }

  private static Set<String> severities() {
    Set<String> names = new HashSet<>();
    for (Severity severity : Severity.values()) {
      names.add(Priority.key(severity));
    }
    return names;
  }

  /** What the build left of it. */
  static Priority of(PlainJson json) throws IOException {
    Map<Severity, BigDecimal> weights = new EnumMap<>(Severity.class);
    PlainJson numbers = json.object("weights");
    for (String name : numbers.names()) {
      weights.put(Severity.valueOf(name), numbers.number(name));
    }
    return new Priority(
        weights,
        json.number("most"),
        Set.copyOf(json.texts("certainBases")),
        json.number("otherwise"),
        json.number("onGuess"),
        Set.copyOf(json.texts("uncounted")),
        json.number("leastAmount"),
        json.number("magnitude"));
  }
}
