package org.jihe.rule;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jihe.rule.RuleException.Problem;
import org.jihe.rule.fact.ExecutionScore;
import org.jihe.rule.fact.Parameters;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a jurisdiction's parameters. A file may inherit another: what it names replaces what it
 * inherits, one threshold or list at a time.
 */
final class ParameterReader {

  private static final Set<String> KEYS =
      Set.of(
          "jurisdiction",
          "name",
          "inherits",
          "thresholds",
          "words",
          "patterns",
          "grades",
          "executionScore",
          "points",
          "switchedOff");

  private final RuleFolder folder;
  private final List<Problem> problems = new ArrayList<>();

  private final Map<String, BigDecimal> thresholds = new TreeMap<>();
  private final Map<String, List<String>> words = new TreeMap<>();
  private final Map<String, List<Pattern>> patterns = new TreeMap<>();
  private final Map<String, Map<String, BigDecimal>> points = new TreeMap<>();
  private final Set<String> switchedOff = new TreeSet<>();
  private List<Parameters.Grade> grades = List.of();
  private @Nullable ExecutionScore executionScore;

  /** The file that is being read. */
  private String file = "";

  private ParameterReader(RuleFolder folder) {
    this.folder = folder;
  }

  /**
   * The parameters of a jurisdiction with all that it inherits.
   *
   * @throws RuleException with file and line of everything that is wrong
   */
  static Parameters read(RuleFolder folder, String jurisdiction) throws RuleException {
    ParameterReader reader = new ParameterReader(folder);
    reader.file(jurisdiction, new HashSet<>());
    ExecutionScore score = reader.executionScore;
    if (reader.problems.isEmpty()) {
      reader.demand(Parameters.WORDS_OF_FACTS, reader.words.keySet(), "words");
      reader.demand(Parameters.PATTERNS_OF_FACTS, reader.patterns.keySet(), "patterns");
      if (reader.grades.isEmpty()) {
        reader.wrong(0, "no grades");
      }
      if (score == null) {
        reader.wrong(0, "no executionScore");
      }
    }
    if (score == null || !reader.problems.isEmpty()) {
      throw new RuleException(reader.problems);
    }
    return new Parameters(
        jurisdiction,
        reader.thresholds,
        reader.words,
        reader.patterns,
        reader.grades,
        score,
        reader.points,
        reader.switchedOff);
  }

  private void demand(Set<String> wanted, Set<String> there, String section) {
    for (String name : new TreeSet<>(wanted)) {
      if (!there.contains(name)) {
        wrong(0, section + " has no list " + name);
      }
    }
  }

  private void file(String jurisdiction, Set<String> seen) throws RuleException {
    String path = "jurisdictions/" + jurisdiction + ".yaml";
    String text = folder.text(path);
    String display = folder.display(path);
    if (text == null) {
      problems.add(
          new Problem(
              file.isEmpty() ? display : file, 0, "there is no jurisdiction " + jurisdiction));
      return;
    }
    if (!seen.add(jurisdiction)) {
      problems.add(new Problem(display, 0, "the jurisdictions inherit one another in a circle"));
      return;
    }
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      problems.add(new Problem(display, line, String.valueOf(e.getProblem())));
      return;
    }
    file = display;
    if (!(root instanceof MappingNode map)) {
      wrong(1, "no parameters");
      return;
    }
    for (NodeTuple tuple : map.getValue()) {
      if (key(tuple).equals("inherits")) {
        file(scalar(tuple.getValueNode()), seen);
        file = display;
      }
    }
    Set<String> keys = new HashSet<>();
    entries(
        map,
        (key, value) -> {
          if (!KEYS.contains(key)) {
            wrong(line(value), "unknown key " + key + "; known: " + new TreeSet<>(KEYS));
          }
          keys.add(key);
          section(key, value, jurisdiction);
        });
    if (!keys.contains("jurisdiction")) {
      wrong(1, "no jurisdiction: " + jurisdiction);
    }
  }

  private void section(String key, Node value, String jurisdiction) {
    switch (key) {
      case "jurisdiction" -> {
        if (!scalar(value).equals(jurisdiction)) {
          wrong(line(value), "jurisdiction " + scalar(value) + " in a file of another name");
        }
      }
      case "thresholds" ->
          entries(
              value,
              (rule, numbers) ->
                  entries(
                      numbers, (name, node) -> thresholds.put(rule + "." + name, number(node))));
      case "words" -> entries(value, (name, node) -> words.put(name, texts(node)));
      case "patterns" -> entries(value, (name, node) -> patterns.put(name, regexes(node)));
      case "points" ->
          entries(
              value,
              (scheme, parts) -> {
                Map<String, BigDecimal> numbers = new TreeMap<>();
                entries(parts, (part, node) -> numbers.put(part, number(node)));
                points.put(scheme, numbers);
              });
      case "grades" -> grades = readGrades(value);
      case "executionScore" -> executionScore = readExecutionScore(value);
      case "switchedOff" -> switchedOff.addAll(texts(value));
      default -> scalar(value);
    }
  }

  private List<Parameters.Grade> readGrades(Node value) {
    List<Parameters.Grade> read = new ArrayList<>();
    for (Node node : items(value)) {
      Map<String, Node> parts = fields(node, Set.of("grade", "from", "alsoPrinted"));
      Node name = parts.get("grade");
      Node from = parts.get("from");
      if (name == null || from == null) {
        wrong(line(node), "a grade needs grade and from");
        continue;
      }
      Node also = parts.get("alsoPrinted");
      Parameters.Grade grade =
          new Parameters.Grade(scalar(name), number(from), also == null ? List.of() : texts(also));
      if (!read.isEmpty() && read.get(read.size() - 1).from().compareTo(grade.from()) <= 0) {
        wrong(line(node), "grades stand from the best to the worst");
      }
      read.add(grade);
    }
    return read;
  }

  private @Nullable ExecutionScore readExecutionScore(Node value) {
    Map<String, Node> parts = fields(value, Set.of("method", "bands"));
    Node method = parts.get("method");
    Node bands = parts.get("bands");
    String name = method == null ? "" : scalar(method);
    if (name.equals("linear")) {
      return new ExecutionScore(ExecutionScore.Method.LINEAR, List.of());
    }
    if (!name.equals("bands") || bands == null) {
      wrong(line(value), "executionScore needs method: linear, or method: bands with its bands");
      return null;
    }
    List<ExecutionScore.Band> read = new ArrayList<>();
    for (Node node : items(bands)) {
      Map<String, Node> band = fields(node, Set.of("from", "share"));
      Node from = band.get("from");
      Node share = band.get("share");
      if (from == null || share == null) {
        wrong(line(node), "a band needs from and share");
        continue;
      }
      ExecutionScore.Band next = new ExecutionScore.Band(number(from), number(share));
      if (!read.isEmpty() && read.get(read.size() - 1).from().compareTo(next.from()) <= 0) {
        wrong(line(node), "bands stand from the highest to the lowest");
      }
      read.add(next);
    }
    return new ExecutionScore(ExecutionScore.Method.BANDS, read);
  }

  private Map<String, Node> fields(Node node, Set<String> known) {
    Map<String, Node> fields = new TreeMap<>();
    entries(
        node,
        (key, value) -> {
          if (!known.contains(key)) {
            wrong(line(value), "unknown key " + key + "; known: " + new TreeSet<>(known));
          }
          fields.put(key, value);
        });
    return fields;
  }

  private void entries(Node node, BiConsumer<String, Node> consumer) {
    if (!(node instanceof MappingNode map)) {
      wrong(line(node), "names with values are expected here");
      return;
    }
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : map.getValue()) {
      String key = key(tuple);
      if (!seen.add(key)) {
        wrong(line(tuple.getKeyNode()), key + " stands here twice");
      }
      consumer.accept(key, tuple.getValueNode());
    }
  }

  private List<Node> items(Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    wrong(line(node), "a list is expected here");
    return List.of();
  }

  private List<String> texts(Node node) {
    return items(node).stream().map(this::scalar).toList();
  }

  private List<Pattern> regexes(Node node) {
    List<Pattern> read = new ArrayList<>();
    for (Node item : items(node)) {
      try {
        read.add(Pattern.compile(scalar(item)));
      } catch (PatternSyntaxException e) {
        wrong(line(item), "no regular expression: " + e.getDescription());
      }
    }
    return read;
  }

  private BigDecimal number(Node node) {
    String text = scalar(node);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      wrong(line(node), "a number is expected here, not " + text);
      return BigDecimal.ZERO;
    }
  }

  private String scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    wrong(line(node), "one value is expected here");
    return "";
  }

  private String key(NodeTuple tuple) {
    return scalar(tuple.getKeyNode());
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private void wrong(int line, String detail) {
    problems.add(new Problem(file, line, detail));
  }
}
