package org.jihe.rule.jurisdiction;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jihe.rule.folder.YamlFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A value that says where it comes from: {@code {value, source, quoted, from, to, confidence}}. A
 * value alone says nothing of it.
 *
 * @param value the value itself
 * @param from first year in which it holds
 * @param to last year
 */
record SourcedValue(Node value, int from, int to) {

  private static final String VALUE = "value";
  private static final Set<String> KEYS =
      Set.of(VALUE, "source", "quoted", "from", "to", "confidence");

  /** True for a value that says where it comes from. */
  static boolean is(Node node) {
    if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(VALUE)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The value of a node, whether or not it says where it comes from. */
  static SourcedValue of(YamlFile yaml, Node node) {
    if (!is(node)) {
      return new SourcedValue(node, ParameterYears.FIRST, ParameterYears.LAST);
    }
    Map<String, Node> fields = yaml.fields(node, KEYS);
    return new SourcedValue(
        fields.getOrDefault(VALUE, node),
        year(yaml, fields.get("from"), ParameterYears.FIRST),
        year(yaml, fields.get("to"), ParameterYears.LAST));
  }

  private static int year(YamlFile yaml, @Nullable Node node, int otherwise) {
    Integer year = ParameterYears.year(yaml, node, otherwise);
    return year == null ? otherwise : year;
  }

  /** True where it holds in a year; of no particular year what is said of some is not said. */
  boolean holds(@Nullable Integer year) {
    return year == null
        ? from == ParameterYears.FIRST && to == ParameterYears.LAST
        : from <= year && year <= to;
  }

  /** What a node says of where its value comes from. */
  static Source source(YamlFile yaml, String parameter, Node node) {
    SourcedValue value = of(yaml, node);
    Map<String, Node> fields = yaml.fields(node, KEYS);
    String source = text(yaml, fields.get("source"));
    Source.Confidence confidence = confidence(yaml, fields.get("confidence"), source);
    if (source.isEmpty() && confidence != Source.Confidence.ASSUMED) {
      yaml.wrong(YamlFile.line(node), "parameters.noSource", Map.of("name", parameter));
    }
    if (value.from > value.to) {
      Map<String, Integer> years = Map.of("from", value.from, "to", value.to);
      yaml.wrong(YamlFile.line(node), "parameters.yearsNone", years);
    }
    return new Source(
        parameter,
        shown(value.value),
        source,
        text(yaml, fields.get("quoted")),
        value.from,
        value.to,
        confidence);
  }

  private static Source.Confidence confidence(YamlFile yaml, @Nullable Node node, String source) {
    if (node == null) {
      return source.isEmpty() ? Source.Confidence.ASSUMED : Source.Confidence.REPORTED;
    }
    String text = yaml.scalar(node);
    Set<String> known = new TreeSet<>();
    for (Source.Confidence one : Source.Confidence.values()) {
      String name = one.name().toLowerCase(Locale.ROOT);
      if (name.equals(text)) {
        return one;
      }
      known.add(name);
    }
    Map<String, Object> told = Map.of("value", text, "known", String.join(", ", known));
    yaml.wrong(YamlFile.line(node), "parameters.confidence", told);
    return Source.Confidence.ASSUMED;
  }

  private static String text(YamlFile yaml, @Nullable Node node) {
    return node == null ? "" : yaml.scalar(node).strip();
  }

  /** A value as text; of more than one, nothing. */
  private static String shown(Node value) {
    return value instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
