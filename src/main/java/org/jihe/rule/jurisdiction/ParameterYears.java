package org.jihe.rule.jurisdiction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jihe.rule.folder.YamlFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What a file says of some years.
 *
 * @param from first year
 * @param to last year
 * @param line where it stands
 * @param parts its keys
 */
record ParameterYears(int from, int to, int line, MappingNode parts) {

  static final int FIRST = 1990;
  static final int LAST = 2999;

  boolean covers(int year) {
    return from <= year && year <= to;
  }

  /** Reads the list of years; those with mistakes of their own are left out. */
  static List<ParameterYears> read(YamlFile yaml, Node list) {
    List<ParameterYears> read = new ArrayList<>();
    for (Node node : yaml.items(list)) {
      ParameterYears years = one(yaml, node);
      if (years != null) {
        for (ParameterYears other : read) {
          years.demandApart(yaml, other);
        }
        read.add(years);
      }
    }
    return read;
  }

  private static @Nullable ParameterYears one(YamlFile yaml, Node node) {
    int line = YamlFile.line(node);
    if (!(node instanceof MappingNode map)) {
      yaml.wrong(line, "yaml.names", Map.of());
      return null;
    }
    Map<String, Node> parts = yaml.fields(map);
    Set<String> known = new TreeSet<>(ParameterSections.KEYS);
    known.addAll(List.of("from", "to"));
    parts.forEach((key, part) -> yaml.demandKnown(key, part, known));
    if (!parts.containsKey("from") && !parts.containsKey("to")) {
      yaml.wrong(line, "parameters.yearsOpen", Map.of());
      return null;
    }
    Integer from = year(yaml, parts.get("from"), FIRST);
    Integer to = year(yaml, parts.get("to"), LAST);
    if (from != null && to != null && from > to) {
      yaml.wrong(line, "parameters.yearsNone", Map.of("from", from, "to", to));
      return null;
    }
    return from == null || to == null ? null : new ParameterYears(from, to, line, map);
  }

  /** The year of a node; null after a mistake. */
  static @Nullable Integer year(YamlFile yaml, @Nullable Node node, int otherwise) {
    if (node == null) {
      return otherwise;
    }
    String text = yaml.scalar(node);
    if (!text.matches("(19|20)\\d{2}")) {
      yaml.wrong(YamlFile.line(node), "yaml.year", Map.of("value", text));
      return null;
    }
    return Integer.parseInt(text);
  }

  private void demandApart(YamlFile yaml, ParameterYears other) {
    if (from <= other.to && other.from <= to) {
      yaml.wrong(
          line,
          "parameters.yearsOverlap",
          Map.of("years", text(), "other", other.text(), "line", other.line));
    }
  }

  private String text() {
    return from + "–" + (to == LAST ? "" : String.valueOf(to));
  }
}
