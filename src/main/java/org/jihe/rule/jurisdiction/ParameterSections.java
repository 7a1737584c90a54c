package org.jihe.rule.jurisdiction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jihe.rule.folder.YamlFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What files say of parameters, one file after the other: what one names replaces what those before
 * it said, one threshold or list at a time.
 */
final class ParameterSections {

  /** Reads one section of a file. */
  @FunctionalInterface
  private interface Section {
    void read(ParameterSections into, YamlFile yaml, Node value, @Nullable Set<String> known);
  }

  private static final Map<String, Section> SECTIONS =
      Map.of(
          "thresholds",
          ParameterSections::thresholds,
          "words",
          ParameterSections::words,
          "patterns",
          ParameterSections::patterns,
          "points",
          (into, yaml, value, known) -> into.points(yaml, value),
          "grades",
          (into, yaml, value, known) -> into.grades = ScoringSections.grades(yaml, value),
          "executionScore",
          (into, yaml, value, known) ->
              into.executionScore = ScoringSections.executionScore(yaml, value),
          "rounding",
          (into, yaml, value, known) ->
              into.rounding = ScoringSections.oneOf(RateRounding.class, yaml, value, into.rounding),
          "reverseScore",
          (into, yaml, value, known) ->
              into.reverseScore =
                  ScoringSections.oneOf(ReverseScore.class, yaml, value, into.reverseScore),
          "priority",
          (into, yaml, value, known) ->
              into.priority = PrioritySection.read(yaml, value, into.priority),
          "switchedOff",
          (into, yaml, value, known) -> into.switchedOff.addAll(yaml.texts(value)));

  /** Keys of the sections. */
  static final Set<String> KEYS = SECTIONS.keySet();

  private static final Set<String> PARTS =
      Set.of("execution", "cost", "output", "benefit", "satisfaction");

  private final Map<String, BigDecimal> thresholds = new TreeMap<>();
  private final Map<String, Words> words = new TreeMap<>();
  private final Map<String, List<Pattern>> patterns = new TreeMap<>();
  private final Map<String, Map<String, BigDecimal>> points = new TreeMap<>();
  private final Set<String> switchedOff = new TreeSet<>();
  private List<Parameters.Grade> grades = List.of();
  private @Nullable ExecutionScore executionScore;
  private RateRounding rounding = RateRounding.ANY;
  private ReverseScore reverseScore = ReverseScore.RATIO;
  private Priority priority = Priority.USUAL;
  private final @Nullable Integer year;

  /**
   * @param year the year whose parameters are read; null for years of which nothing else is said
   */
  ParameterSections(@Nullable Integer year) {
    this.year = year;
  }

  /**
   * Reads a file's sections, or those of some years.
   *
   * @param known names that may stand there; null where the file inherits none and so decides which
   *     there are
   */
  void read(YamlFile yaml, MappingNode parts, @Nullable Set<String> known) {
    yaml.entries(
        parts,
        (key, value) -> {
          Section section = SECTIONS.get(key);
          Node plain = section == null ? null : inForce(yaml, value);
          if (section != null && plain != null) {
            section.read(this, yaml, plain, known);
          }
        });
  }

  /** Names of the thresholds and lists that there are so far. */
  Set<String> names() {
    Set<String> names = new HashSet<>(thresholds.keySet());
    names.addAll(words.keySet());
    names.addAll(patterns.keySet());
    return names;
  }

  /** Tells what every jurisdiction must have and this has not. */
  void demandAll(YamlFile yaml) {
    demand(Parameters.THRESHOLDS_OF_FACTS, thresholds.keySet(), yaml, "parameters.noThreshold");
    demand(Parameters.WORDS_OF_FACTS, words.keySet(), yaml, "parameters.noWords");
    demand(Parameters.PATTERNS_OF_FACTS, patterns.keySet(), yaml, "parameters.noPatterns");
    if (grades.isEmpty()) {
      yaml.wrong(0, "parameters.noSection", Map.of("key", "grades"));
    }
    if (executionScore == null) {
      yaml.wrong(0, "parameters.noSection", Map.of("key", "executionScore"));
    }
  }

  private static void demand(Set<String> wanted, Set<String> there, YamlFile yaml, String key) {
    for (String name : new TreeSet<>(wanted)) {
      if (!there.contains(name)) {
        yaml.wrong(0, key, Map.of("name", name));
      }
    }
  }

  /** The parameters, where nothing is missing. */
  Parameters parameters(String jurisdiction) {
    ExecutionScore score = executionScore;
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
        switchedOff,
        Map.of(),
        priority);
  }

  private void thresholds(YamlFile yaml, Node value, @Nullable Set<String> known) {
    yaml.entries(
        value,
        (rule, numbers) ->
            yaml.entries(
                numbers,
                (name, node) -> {
                  String full = rule + "." + name;
                  demandUsed(full, node, yaml, known, "parameters.unusedThreshold");
                  Node number = inForce(yaml, node);
                  if (number != null) {
                    thresholds.put(full, yaml.number(number));
                  }
                }));
  }

  private void words(YamlFile yaml, Node value, @Nullable Set<String> known) {
    yaml.entries(
        value,
        (name, node) -> {
          demandUsed(name, node, yaml, known, "parameters.unusedWords");
          Node list = inForce(yaml, node);
          if (list != null) {
            words.put(name, wordsOf(yaml, name, list));
          }
        });
  }

  private void patterns(YamlFile yaml, Node value, @Nullable Set<String> known) {
    yaml.entries(
        value,
        (name, node) -> {
          demandUsed(name, node, yaml, known, "parameters.unusedPatterns");
          patterns.put(name, regexes(yaml, node));
        });
  }

  private void points(YamlFile yaml, Node value) {
    yaml.entries(
        value,
        (scheme, parts) -> {
          Map<String, BigDecimal> numbers = new TreeMap<>();
          Node plain = inForce(yaml, parts);
          if (plain == null) {
            return;
          }
          Map<String, BigDecimal> before = points.getOrDefault(scheme, Map.of());
          yaml.fields(plain, PARTS)
              .forEach(
                  (part, node) -> {
                    Node number = inForce(yaml, node);
                    BigDecimal inherited = before.get(part);
                    if (number != null) {
                      numbers.put(part, yaml.number(number));
                    } else if (inherited != null) {
                      numbers.put(part, inherited);
                    }
                  });
          points.put(scheme, numbers);
        });
  }

  private static void demandUsed(
      String name, Node node, YamlFile yaml, @Nullable Set<String> known, String key) {
    if (known != null && !known.contains(name)) {
      yaml.wrong(YamlFile.line(node), key, Map.of("name", name));
    }
  }

  /** What a node says where its value holds in the year that is read; else null. */
  private @Nullable Node inForce(YamlFile yaml, Node node) {
    SourcedValue value = SourcedValue.of(yaml, node);
    return value.holds(year) ? value.value() : null;
  }

  /** A list of words, or what is added to and removed from the one that is inherited. */
  private Words wordsOf(YamlFile yaml, String name, Node node) {
    if (!(node instanceof MappingNode)) {
      return Words.of(wordsIn(yaml, node));
    }
    Map<String, Node> changes = yaml.fields(node, Set.of("add", "remove"));
    Words before = words.get(name);
    if (before == null) {
      yaml.wrong(YamlFile.line(node), "parameters.nothingToChange", Map.of("name", name));
      return Words.of(List.of());
    }
    List<String> changed = new ArrayList<>(before);
    Node gone = changes.get("remove");
    for (String word : gone == null ? List.<String>of() : wordsIn(yaml, gone)) {
      if (!changed.remove(word)) {
        Map<String, String> told = Map.of("name", name, "word", word);
        yaml.wrong(YamlFile.line(node), "parameters.noSuchWord", told);
      }
    }
    Node more = changes.get("add");
    for (String word : more == null ? List.<String>of() : wordsIn(yaml, more)) {
      if (!changed.contains(word)) {
        changed.add(word);
      }
    }
    return Words.of(changed);
  }

  private static List<String> wordsIn(YamlFile yaml, Node node) {
    List<String> read = new ArrayList<>();
    for (Node item : yaml.items(node)) {
      String word = yaml.scalar(item);
      if (word.isEmpty()) {
        yaml.wrong(YamlFile.line(item), "parameters.emptyWord", Map.of());
      } else {
        read.add(word);
      }
    }
    return read;
  }

  private static List<Pattern> regexes(YamlFile yaml, Node node) {
    List<Pattern> read = new ArrayList<>();
    for (Node item : yaml.items(node)) {
      String pattern = yaml.scalar(item);
      try {
        read.add(Pattern.compile(pattern));
      } catch (PatternSyntaxException e) {
        Map<String, String> told = Map.of("pattern", pattern, "detail", e.getDescription());
        yaml.wrong(YamlFile.line(item), "parameters.regex", told);
      }
    }
    return read;
  }
}
