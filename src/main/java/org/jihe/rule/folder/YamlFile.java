package org.jihe.rule.folder;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jihe.rule.folder.RuleException.Problem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the nodes of a YAML file; what is wrong is told with its line, and reading goes on. */
public final class YamlFile {

  private final String file;
  private final Collection<Problem> problems;

  /**
   * A file.
   *
   * @param file the file, as the user would name it
   * @param problems takes what is wrong
   */
  public YamlFile(String file, Collection<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * The outermost node; null where the text has none.
   *
   * @throws RuleException where the text is no YAML
   */
  public @Nullable Node read(String text) throws RuleException {
    try {
      return new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (YAMLException e) {
      throw new RuleException(List.of(WrongFile.yaml(file, text, e)));
    }
  }

  /** The line of a node, counted from 1. */
  public static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** The text of a single value; empty where the node is none. */
  public String scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    wrong(line(node), "yaml.value", Map.of());
    return "";
  }

  /** The number of a single value; 0 where it is none. */
  public BigDecimal number(Node node) {
    String text = scalar(node);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      wrong(line(node), "parameters.number", Map.of("value", text));
      return BigDecimal.ZERO;
    }
  }

  /** The nodes of a list; none where the node is no list. */
  public List<Node> items(Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    wrong(line(node), "yaml.list", Map.of());
    return List.of();
  }

  /** The texts of a list of single values. */
  public List<String> texts(Node node) {
    return items(node).stream().map(this::scalar).toList();
  }

  /** Keys and values of a node that has some, in its order; a key that stands twice is wrong. */
  public void entries(Node node, BiConsumer<String, Node> consumer) {
    if (!(node instanceof MappingNode map)) {
      wrong(line(node), "yaml.names", Map.of());
      return;
    }
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : map.getValue()) {
      String key = scalar(tuple.getKeyNode());
      if (!seen.add(key)) {
        wrong(line(tuple.getKeyNode()), "yaml.twice", Map.of("key", key));
      }
      consumer.accept(key, tuple.getValueNode());
    }
  }

  /** The values by their keys. */
  public Map<String, Node> fields(Node node) {
    Map<String, Node> fields = new TreeMap<>();
    entries(node, fields::put);
    return fields;
  }

  /** The values by their keys, all of which must be known. */
  public Map<String, Node> fields(Node node, Set<String> known) {
    Map<String, Node> fields = new TreeMap<>();
    entries(
        node,
        (key, value) -> {
          demandKnown(key, value, known);
          fields.put(key, value);
        });
    return fields;
  }

  /** A key must be one of those that are known. */
  public void demandKnown(String key, Node value, Set<String> known) {
    if (!known.contains(key)) {
      wrong(line(value), "yaml.unknownKey", Map.of("key", key, "known", new TreeSet<>(known)));
    }
  }

  /** Something is wrong at a line, 0 for the whole file. */
  public void wrong(int line, String key, Map<String, ?> arguments) {
    problems.add(Problem.of(file, line, key, arguments));
  }
}
