package org.jihe.rule.jurisdiction;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.folder.WrongFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a jurisdiction's parameters. A file may inherit another: what it names replaces what it
 * inherits, one threshold or list at a time.
 */
public final class ParameterReader {

  private static final Set<String> KEYS =
      Set.of(
          "thresholds",
          "words",
          "patterns",
          "grades",
          "executionScore",
          "rounding",
          "reverseScore",
          "points",
          "switchedOff");

  private static final Set<String> KEYS_OF_FILES =
      Set.of("jurisdiction", "name", "inherits", "detect", "years");
  private static final Set<String> PARTS =
      Set.of("execution", "cost", "output", "benefit", "satisfaction");
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2999;

  private final RuleFolder folder;
  private final Set<Problem> problems = new LinkedHashSet<>();

  private final Map<String, BigDecimal> thresholds = new TreeMap<>();
  private final Map<String, Words> words = new TreeMap<>();
  private final Map<String, List<Pattern>> patterns = new TreeMap<>();
  private final Map<String, Map<String, BigDecimal>> points = new TreeMap<>();
  private final Set<String> switchedOff = new TreeSet<>();
  private List<Parameters.Grade> grades = List.of();
  private @Nullable ExecutionScore executionScore;
  private RateRounding rounding = RateRounding.ANY;
  private ReverseScore reverseScore = ReverseScore.RATIO;

  /** The file that is being read. */
  private String file = "";

  /** Names that rules use, beside those that a file inherits. */
  private final Set<String> used;

  /**
   * Names that may stand in the file; null where it inherits none and so decides which there are.
   */
  private @Nullable Set<String> known;

  private ParameterReader(RuleFolder folder, Set<String> used) {
    this.folder = folder;
    this.used = used;
  }

  /**
   * A file as it stands.
   *
   * @param display the file, as a user would name it
   * @param parts its keys
   * @param years what it says of some years
   */
  private record Source(String display, MappingNode parts, List<Years> years) {}

  /** What a file says of some years. */
  private record Years(int from, int to, int line, MappingNode parts) {}

  /**
   * A jurisdiction with all that it inherits. For a year, what a file says of that year comes after
   * what it says of all years, and before what says a file that inherits it.
   *
   * @param used names of thresholds and words that rules use; a file that inherits may give these
   *     and those that it inherits, and no others: they would decide nothing
   * @throws RuleException with file and line of everything that is wrong
   */
  public static Jurisdiction read(RuleFolder folder, String jurisdiction, Set<String> used)
      throws RuleException {
    ParameterReader reader = new ParameterReader(folder, used);
    List<Source> chain = new ArrayList<>();
    reader.chain(jurisdiction, new HashSet<>(), chain);
    reader.demandNoProblem();
    Parameters anyYear = reader.parameters(jurisdiction, chain, null);
    List<Jurisdiction.Period> periods = new ArrayList<>();
    for (Map.Entry<Integer, Integer> years : periods(chain).entrySet()) {
      periods.add(
          new Jurisdiction.Period(
              years.getKey(),
              years.getValue(),
              reader.parameters(jurisdiction, chain, years.getKey())));
    }
    Source own = chain.get(chain.size() - 1);
    reader.file = own.display;
    Map<String, Node> parts = reader.fields(own.parts);
    Node name = parts.get("name");
    Node detect = parts.get("detect");
    Map<String, Node> signs =
        detect == null ? Map.of() : reader.fields(detect, Set.of("departments", "templates"));
    Jurisdiction read =
        new Jurisdiction(
            jurisdiction,
            name == null ? jurisdiction : reader.scalar(name),
            chain.size() - 1,
            reader.signs(signs.get("departments")),
            reader.signs(signs.get("templates")),
            anyYear,
            periods);
    reader.demandNoProblem();
    return read;
  }

  private List<String> signs(@Nullable Node node) {
    return node == null ? List.of() : texts(node);
  }

  private void demandNoProblem() throws RuleException {
    if (!problems.isEmpty()) {
      throw new RuleException(List.copyOf(problems));
    }
  }

  /** First and last years between which nothing changes, of all that the files say of years. */
  private static Map<Integer, Integer> periods(List<Source> chain) {
    TreeSet<Integer> starts = new TreeSet<>();
    List<Years> said = chain.stream().flatMap(source -> source.years.stream()).toList();
    for (Years years : said) {
      starts.add(years.from);
      starts.add(years.to + 1);
    }
    Map<Integer, Integer> periods = new TreeMap<>();
    for (Integer start : starts) {
      Integer next = starts.higher(start);
      if (next != null && said.stream().anyMatch(one -> one.from <= start && start <= one.to)) {
        periods.put(start, next - 1);
      }
    }
    return periods;
  }

  private Parameters parameters(String jurisdiction, List<Source> chain, @Nullable Integer year)
      throws RuleException {
    clear();
    for (Source source : chain) {
      file = source.display;
      known = chain.indexOf(source) == 0 ? null : names();
      entries(
          source.parts,
          (key, value) -> {
            if (KEYS.contains(key)) {
              section(key, value);
            }
          });
      for (Years years : source.years) {
        if (year != null && years.from <= year && year <= years.to) {
          entries(
              years.parts,
              (key, value) -> {
                if (KEYS.contains(key)) {
                  section(key, value);
                }
              });
        }
      }
    }
    ExecutionScore score = executionScore;
    if (problems.isEmpty()) {
      demand(Parameters.THRESHOLDS_OF_FACTS, thresholds.keySet(), "parameters.noThreshold");
      demand(Parameters.WORDS_OF_FACTS, words.keySet(), "parameters.noWords");
      demand(Parameters.PATTERNS_OF_FACTS, patterns.keySet(), "parameters.noPatterns");
      if (grades.isEmpty()) {
        wrong(0, "parameters.noSection", Map.of("key", "grades"));
      }
      if (score == null) {
        wrong(0, "parameters.noSection", Map.of("key", "executionScore"));
      }
    }
    demandNoProblem();
    if (score == null) {
      throw new IllegalStateException("no executionScore");
    }
    return new Parameters(
        jurisdiction,
        thresholds,
        words,
        patterns,
        grades,
        score,
        rounding,
        reverseScore,
        points,
        switchedOff);
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>(used);
    names.addAll(thresholds.keySet());
    names.addAll(words.keySet());
    names.addAll(patterns.keySet());
    return names;
  }

  private void demandKnown(String name, Node node, String key) {
    if (known != null && !known.contains(name)) {
      wrong(line(node), key, Map.of("name", name));
    }
  }

  private void clear() {
    thresholds.clear();
    words.clear();
    patterns.clear();
    points.clear();
    switchedOff.clear();
    grades = List.of();
    executionScore = null;
    rounding = RateRounding.ANY;
    reverseScore = ReverseScore.RATIO;
  }

  private void demand(Set<String> wanted, Set<String> there, String key) {
    for (String name : new TreeSet<>(wanted)) {
      if (!there.contains(name)) {
        wrong(0, key, Map.of("name", name));
      }
    }
  }

  private void chain(String jurisdiction, Set<String> seen, List<Source> chain)
      throws RuleException {
    String path = "jurisdictions/" + jurisdiction + ".yaml";
    String text = folder.text(path);
    String display = folder.display(path);
    if (text == null) {
      problems.add(
          Problem.of(
              file.isEmpty() ? display : file,
              0,
              "parameters.noJurisdiction",
              Map.of("jurisdiction", jurisdiction, "known", folder.jurisdictions())));
      return;
    }
    if (!seen.add(jurisdiction)) {
      problems.add(Problem.of(display, 0, "parameters.circle", Map.of()));
      return;
    }
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (YAMLException e) {
      problems.add(WrongFile.yaml(display, text, e));
      return;
    }
    file = display;
    if (!(root instanceof MappingNode map)) {
      wrong(1, "yaml.names", Map.of());
      return;
    }
    Map<String, Node> parts = fields(map);
    Node parent = parts.get("inherits");
    if (parent != null) {
      chain(scalar(parent), seen, chain);
      file = display;
    }
    Set<String> known = new TreeSet<>(KEYS);
    known.addAll(KEYS_OF_FILES);
    parts.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            unknownKey(value, key, known);
          }
        });
    Node id = parts.get("jurisdiction");
    if (id == null) {
      wrong(1, "parameters.noId", Map.of("jurisdiction", jurisdiction));
    } else if (!scalar(id).equals(jurisdiction)) {
      wrong(line(id), "parameters.otherId", Map.of("jurisdiction", scalar(id)));
    }
    Node years = parts.get("years");
    chain.add(new Source(display, map, years == null ? List.of() : readYears(years)));
  }

  private List<Years> readYears(Node value) {
    List<Years> read = new ArrayList<>();
    for (Node node : items(value)) {
      if (!(node instanceof MappingNode map)) {
        wrong(line(node), "yaml.names", Map.of());
        continue;
      }
      Map<String, Node> parts = fields(map);
      Set<String> known = new TreeSet<>(KEYS);
      known.addAll(List.of("from", "to"));
      parts.forEach(
          (key, part) -> {
            if (!known.contains(key)) {
              unknownKey(part, key, known);
            }
          });
      Node from = parts.get("from");
      Node to = parts.get("to");
      if (from == null && to == null) {
        wrong(line(node), "parameters.yearsOpen", Map.of());
        continue;
      }
      int before = problems.size();
      Years years =
          new Years(
              from == null ? FIRST_YEAR : year(from),
              to == null ? LAST_YEAR : year(to),
              line(node),
              map);
      if (years.from > years.to) {
        wrong(years.line, "parameters.yearsNone", Map.of("from", years.from, "to", years.to));
      }
      if (problems.size() > before) {
        continue;
      }
      for (Years other : read) {
        if (years.from <= other.to && other.from <= years.to) {
          wrong(
              years.line,
              "parameters.yearsOverlap",
              Map.of("years", text(years), "other", text(other), "line", other.line));
        }
      }
      read.add(years);
    }
    return read;
  }

  private static String text(Years years) {
    return years.from + "–" + (years.to == LAST_YEAR ? "" : String.valueOf(years.to));
  }

  private int year(Node node) {
    String text = scalar(node);
    if (!text.matches("(19|20)\\d{2}")) {
      wrong(line(node), "yaml.year", Map.of("value", text));
      return FIRST_YEAR;
    }
    return Integer.parseInt(text);
  }

  /** The keys of a file or a part of it, each of which may stand there once. */
  private Map<String, Node> fields(MappingNode map) {
    Map<String, Node> fields = new TreeMap<>();
    entries(map, fields::put);
    return fields;
  }

  private void section(String key, Node value) {
    switch (key) {
      case "thresholds" ->
          entries(
              value,
              (rule, numbers) ->
                  entries(
                      numbers,
                      (name, node) -> {
                        demandKnown(rule + "." + name, node, "parameters.unusedThreshold");
                        thresholds.put(rule + "." + name, number(node));
                      }));
      case "words" ->
          entries(
              value,
              (name, node) -> {
                demandKnown(name, node, "parameters.unusedWords");
                words.put(name, words(node));
              });
      case "patterns" ->
          entries(
              value,
              (name, node) -> {
                demandKnown(name, node, "parameters.unusedPatterns");
                patterns.put(name, regexes(node));
              });
      case "points" ->
          entries(
              value,
              (scheme, parts) -> {
                Map<String, BigDecimal> numbers = new TreeMap<>();
                entries(
                    parts,
                    (part, node) -> {
                      if (!PARTS.contains(part)) {
                        unknownKey(node, part, PARTS);
                      }
                      numbers.put(part, number(node));
                    });
                points.put(scheme, numbers);
              });
      case "grades" -> grades = readGrades(value);
      case "executionScore" -> executionScore = readExecutionScore(value);
      case "rounding" -> rounding = oneOf(RateRounding.class, value, rounding);
      case "reverseScore" -> reverseScore = oneOf(ReverseScore.class, value, reverseScore);
      case "switchedOff" -> switchedOff.addAll(texts(value));
      default -> throw new IllegalArgumentException(key);
    }
  }

  /** A constant, written as {@code halfUp} or {@code half_up}. */
  private <E extends Enum<E>> E oneOf(Class<E> type, Node node, E otherwise) {
    String text = scalar(node);
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      names.add(constant.name().toLowerCase(Locale.ROOT));
      if (constant.name().replace("_", "").equalsIgnoreCase(text.replace("_", ""))) {
        return constant;
      }
    }
    wrong(line(node), "parameters.oneOf", Map.of("value", text, "known", names));
    return otherwise;
  }

  private List<Parameters.Grade> readGrades(Node value) {
    List<Parameters.Grade> read = new ArrayList<>();
    for (Node node : items(value)) {
      Map<String, Node> parts = fields(node, Set.of("grade", "from", "alsoPrinted"));
      Node name = parts.get("grade");
      Node from = parts.get("from");
      if (name == null || from == null) {
        wrong(line(node), "parameters.grade", Map.of());
        continue;
      }
      Node also = parts.get("alsoPrinted");
      Parameters.Grade grade =
          new Parameters.Grade(scalar(name), number(from), also == null ? List.of() : texts(also));
      if (!read.isEmpty() && read.get(read.size() - 1).from().compareTo(grade.from()) <= 0) {
        wrong(line(node), "parameters.gradeOrder", Map.of());
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
      wrong(line(value), "parameters.method", Map.of());
      return null;
    }
    List<ExecutionScore.Band> read = new ArrayList<>();
    for (Node node : items(bands)) {
      Map<String, Node> band = fields(node, Set.of("from", "share"));
      Node from = band.get("from");
      Node share = band.get("share");
      if (from == null || share == null) {
        wrong(line(node), "parameters.band", Map.of());
        continue;
      }
      ExecutionScore.Band next = new ExecutionScore.Band(number(from), number(share));
      if (!read.isEmpty() && read.get(read.size() - 1).from().compareTo(next.from()) <= 0) {
        wrong(line(node), "parameters.bandOrder", Map.of());
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
            unknownKey(value, key, known);
          }
          fields.put(key, value);
        });
    return fields;
  }

  private void entries(Node node, BiConsumer<String, Node> consumer) {
    if (!(node instanceof MappingNode map)) {
      wrong(line(node), "yaml.names", Map.of());
      return;
    }
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : map.getValue()) {
      String key = key(tuple);
      if (!seen.add(key)) {
        wrong(line(tuple.getKeyNode()), "yaml.twice", Map.of("key", key));
      }
      consumer.accept(key, tuple.getValueNode());
    }
  }

  private List<Node> items(Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    wrong(line(node), "yaml.list", Map.of());
    return List.of();
  }

  private List<String> texts(Node node) {
    return items(node).stream().map(this::scalar).toList();
  }

  private Words words(Node node) {
    List<String> read = new ArrayList<>();
    for (Node item : items(node)) {
      String word = scalar(item);
      if (word.isEmpty()) {
        wrong(line(item), "parameters.emptyWord", Map.of());
      } else {
        read.add(word);
      }
    }
    return Words.of(read);
  }

  private List<Pattern> regexes(Node node) {
    List<Pattern> read = new ArrayList<>();
    for (Node item : items(node)) {
      try {
        read.add(Pattern.compile(scalar(item)));
      } catch (PatternSyntaxException e) {
        wrong(
            line(item),
            "parameters.regex",
            Map.of("pattern", scalar(item), "detail", e.getDescription()));
      }
    }
    return read;
  }

  private BigDecimal number(Node node) {
    String text = scalar(node);
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      wrong(line(node), "parameters.number", Map.of("value", text));
      return BigDecimal.ZERO;
    }
  }

  private String scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    wrong(line(node), "yaml.value", Map.of());
    return "";
  }

  private String key(NodeTuple tuple) {
    return scalar(tuple.getKeyNode());
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private void unknownKey(Node node, String key, Set<String> known) {
    wrong(line(node), "yaml.unknownKey", Map.of("key", key, "known", new TreeSet<>(known)));
  }

  private void wrong(int line, String key, Map<String, ?> arguments) {
    problems.add(Problem.of(file, line, key, arguments));
  }
}
