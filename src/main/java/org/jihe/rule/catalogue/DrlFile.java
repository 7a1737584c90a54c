package org.jihe.rule.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.finding.Severity;
import org.jihe.rule.catalogue.RuleException.Problem;
import org.jihe.rule.cell.Cells;

/**
 * One rule's file: its text and what its annotations say.
 *
 * @param file the file, as the user would name it
 * @param family the folder it stands in
 * @param name the file's name without {@code .drl}
 * @param text the content with line feeds alone
 */
public record DrlFile(String file, String family, String name, String text) {

  /** In {@code @concerns}: a category's label states its points. */
  public static final String CATEGORY_POINTS = "categoryPoints";

  private static final Pattern ANNOTATION =
      Pattern.compile("^\\s*@(\\w+)\\s*\\(\\s*(?:\"([^\"]*)\"|([^\")]*?))\\s*\\)\\s*$");
  private static final Pattern RULE = Pattern.compile("^\\s*rule\\s+\"?([^\"\\s]+)\"?\\s*$");
  private static final Pattern PARAMETER =
      Pattern.compile(
          "\\b(limit|percentLimit|\\w+Below|\\w+AtLeast|\\w+AtMost|pointsAt|\\w+Has|\\w+Is|withoutAspect)\\s*\\(\\s*\"([^\"]+)\"\\s*\\)");
  private static final List<String> BASES = List.of("10", "101", "practice", "logic", "local");
  private static final List<String> SCOPES =
      List.of("form", "indicator", "part", "score", "dossier", "history", "registry");
  private static final Pattern SEVERITY =
      Pattern.compile("\\.\\s*(error|doubt|note)\\s*\\(|::\\s*(error|doubt|note)\\b");
  private static final Pattern NO_CODE =
      Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"|//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern CONCERN = Pattern.compile("(\\S+?)(\\s*>\\s*0)?");

  public DrlFile {
    text = text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /**
   * A parameter that the rule names.
   *
   * @param threshold true for a number, false for a list of words
   * @param name its name
   * @param line where
   */
  public record Use(boolean threshold, String name, int line) {}

  /** The thresholds and word lists that the rule names. */
  public List<Use> uses() {
    List<Use> uses = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher matcher = PARAMETER.matcher(lines[i]);
      while (matcher.find()) {
        uses.add(new Use(!namesWords(matcher.group(1)), matcher.group(2), i + 1));
      }
    }
    return uses;
  }

  private static boolean namesWords(String method) {
    return method.endsWith("Has") || method.endsWith("Is") || method.equals("withoutAspect");
  }

  /**
   * Every severity that the rule's findings can have: its own, and those that its consequence gives
   * to some of them.
   */
  private Set<Severity> severities(Severity own) {
    Set<Severity> severities = EnumSet.of(own);
    Matcher matcher = SEVERITY.matcher(NO_CODE.matcher(text).replaceAll("\"\""));
    while (matcher.find()) {
      String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      severities.add(Severity.valueOf(name.toUpperCase(Locale.ROOT)));
    }
    return severities;
  }

  /** The line of the rule's {@code then}, or 0. */
  int consequenceLine() {
    return lineOf("^\\s*then\\b");
  }

  /** The line of the rule's {@code @severity}, or 0. */
  public int severityLine() {
    return lineOf("^\\s*@severity\\b");
  }

  private int lineOf(String regex) {
    Pattern pattern = Pattern.compile(regex);
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (pattern.matcher(lines[i]).find()) {
        return i + 1;
      }
    }
    return 0;
  }

  /** What the annotations say, or null after a problem has been reported. */
  public RuleHeader header(Consumer<Problem> problems) {
    Map<String, String> annotations = new HashMap<>();
    Map<String, Integer> places = new HashMap<>();
    String[] lines = text.split("\n", -1);
    String rule = "";
    int ruleLine = 0;
    for (int i = 0; i < lines.length; i++) {
      Matcher head = RULE.matcher(lines[i]);
      if (head.matches()) {
        if (ruleLine > 0) {
          problems.accept(Problem.of(file, i + 1, "drl.second", Map.of()));
        }
        rule = head.group(1);
        ruleLine = i + 1;
      }
      Matcher annotation = ANNOTATION.matcher(lines[i]);
      if (annotation.matches()) {
        String value = annotation.group(2) == null ? annotation.group(3) : annotation.group(2);
        annotations.put(annotation.group(1), value);
        places.put(annotation.group(1), i + 1);
      }
    }
    Reader reader = new Reader(annotations, places, ruleLine, problems);
    if (ruleLine == 0) {
      problems.accept(Problem.of(file, 0, "drl.noRule", Map.of("name", name)));
    } else if (!rule.equals(name)) {
      Map<String, String> names = Map.of("rule", rule, "name", name);
      problems.accept(Problem.of(file, ruleLine, "drl.otherName", names));
    }
    return reader.read();
  }

  /** Reads annotations by name; every mistake goes to the problems with its line. */
  private final class Reader {

    private final Map<String, String> annotations;
    private final Map<String, Integer> places;
    private final int ruleLine;
    private final Consumer<Problem> problems;

    Reader(
        Map<String, String> annotations,
        Map<String, Integer> places,
        int ruleLine,
        Consumer<Problem> problems) {
      this.annotations = annotations;
      this.places = places;
      this.ruleLine = ruleLine;
      this.problems = problems;
    }

    RuleHeader read() {
      Severity severity = Severity.NOTE;
      String printed = oneOf("severity", Arrays.stream(Severity.values()).map(Enum::name).toList());
      if (!printed.isEmpty()) {
        severity = Severity.valueOf(printed.toUpperCase(Locale.ROOT));
      }
      List<String> requires = new ArrayList<>();
      for (String path : list(text("requires"))) {
        String cell = path.endsWith("?") ? path.substring(0, path.length() - 1) : path;
        if (Cells.isCell(cell)) {
          requires.add(path);
        } else {
          wrong("requires", "drl.noCell", Map.of("cell", cell));
        }
      }
      List<String> concerns = new ArrayList<>();
      for (String concern : list(annotations.getOrDefault("concerns", ""))) {
        Matcher matcher = CONCERN.matcher(concern);
        if (concern.equals(CATEGORY_POINTS)) {
          concerns.add(concern);
        } else if (matcher.matches() && Cells.isCell(matcher.group(1))) {
          concerns.add(matcher.group(2) == null ? concern : matcher.group(1) + " > 0");
        } else {
          wrong("concerns", "drl.noCell", Map.of("cell", concern));
        }
      }
      return new RuleHeader(
          new RuleInfo(
              name,
              family,
              severity,
              List.copyOf(severities(severity)),
              oneOf("scope", SCOPES),
              oneOf("basis", BASES),
              requires,
              text("since")),
          concerns);
    }

    private List<String> list(String text) {
      return Arrays.stream(text.split(",", -1))
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .toList();
    }

    private String text(String annotation) {
      String value = annotations.get(annotation);
      if (value == null) {
        wrong(annotation, "drl.noAnnotation", Map.of());
      }
      return value == null ? "" : value;
    }

    private String oneOf(String annotation, List<String> allowed) {
      String value = text(annotation);
      if (annotations.containsKey(annotation) && !allowed.contains(value)) {
        wrong(annotation, "drl.oneOf", Map.of("value", value, "known", allowed));
        return "";
      }
      return value;
    }

    private void wrong(String annotation, String key, Map<String, ?> arguments) {
      Map<String, Object> all = new HashMap<>(arguments);
      all.put("annotation", annotation);
      problems.accept(Problem.of(file, places.getOrDefault(annotation, ruleLine), key, all));
    }
  }
}
