package org.jihe.rule.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.DrlRule;
import org.jihe.rule.folder.RuleException.Problem;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;

/**
 * Finds the place of a compile error in the rules' files. Drools reports syntax errors by file and
 * line, a wrong condition by file and expression, and a wrong consequence by a place in the Java
 * source that it generated: there the statement itself is looked up.
 */
public final class CompileErrors {

  private static final Pattern EXPRESSION = Pattern.compile("expression:?\\s+(.+)", Pattern.DOTALL);
  private static final Pattern GENERATED =
      Pattern.compile("Java source of (\\S+) in error:\\s*(.*)", Pattern.DOTALL);

  private static final Pattern CONSTANT = Pattern.compile("[<>=!]=?\\s*\"");

  /** The file of a problem whose place is not known. */
  public static final String UNKNOWN = "rules";

  private final Map<String, DrlFile> files;

  private CompileErrors(Map<String, DrlFile> files) {
    this.files = files;
  }

  /**
   * The mistakes with their places; of what cannot be found the file is {@link #UNKNOWN}.
   *
   * @param files the rules' files by the path under which Drools knows them
   */
  public static List<Problem> locate(List<Message> errors, Map<String, DrlFile> files) {
    CompileErrors places = new CompileErrors(files);
    Map<String, String> sources = generatedSources(errors);
    Set<Problem> problems = new LinkedHashSet<>();
    for (Message error : errors) {
      if (GENERATED.matcher(error.getText()).lookingAt()) {
        continue;
      }
      DrlFile file = error.getPath() == null ? null : places.file(error.getPath());
      Problem problem =
          file == null
              ? places.inGenerated(error, sources.get(String.valueOf(error.getPath())))
              : places.inRule(error, file);
      problems.add(problem == null ? places.somewhere(error) : problem);
    }
    // A parser that gave up says so once more for the whole file.
    problems.removeIf(
        problem ->
            problem.line() == 0
                && problems.stream()
                    .anyMatch(other -> other.line() > 0 && other.file().equals(problem.file())));
    return List.copyOf(problems);
  }

  private static Map<String, String> generatedSources(List<Message> errors) {
    Map<String, String> sources = new HashMap<>();
    for (Message error : errors) {
      Matcher matcher = GENERATED.matcher(error.getText());
      if (matcher.lookingAt()) {
        sources.put(matcher.group(1), matcher.group(2));
      }
    }
    return sources;
  }

  private @Nullable DrlFile file(String path) {
    for (Map.Entry<String, DrlFile> entry : files.entrySet()) {
      if (path.endsWith(entry.getKey())) {
        return entry.getValue();
      }
    }
    return null;
  }

  private Problem inRule(Message error, DrlFile file) {
    int line = error.getLine();
    if (line <= 0) {
      Matcher expression = EXPRESSION.matcher(error.getText());
      line = expression.find() ? lineOf(file, expression.group(1)) : 0;
    }
    return problem(file, Math.max(line, 0), error);
  }

  private @Nullable Problem inGenerated(Message error, @Nullable String source) {
    List<String> lines = source == null ? List.of() : source.lines().map(String::strip).toList();
    if (error.getLine() < 1 || error.getLine() > lines.size()) {
      return null;
    }
    String statement = lines.get(error.getLine() - 1);
    String whole = String.join("", lines.subList(firstStatement(lines), lines.size()));
    String body = whole.substring(0, Math.max(0, whole.length() - "}}".length()));
    Problem found = null;
    for (DrlFile file : files.values()) {
      int line = lineOf(file, statement);
      if (line > 0 && (found == null || lineOf(file, body) > 0)) {
        found = problem(file, line, error);
      }
    }
    return found;
  }

  private Problem somewhere(Message error) {
    DrlFile first = files.values().iterator().next();
    return files.size() == 1
        ? problem(first, DrlRule.of(first).consequenceLine(), error)
        : DrlRule.mistake(UNKNOWN, 0, error.getText());
  }

  private static int firstStatement(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(" execute(")) {
        return i + 1;
      }
    }
    return lines.size();
  }

  /** The line on which a text stands, white space ignored; 0 where it does not stand there. */
  private static int lineOf(DrlFile file, String text) {
    String wanted = text.replaceAll("\\s", "");
    StringBuilder packed = new StringBuilder();
    List<Integer> lines = new ArrayList<>();
    int line = 1;
    for (char c : file.text().toCharArray()) {
      if (c == '\n') {
        line++;
      } else if (!Character.isWhitespace(c)) {
        packed.append(c);
        lines.add(line);
      }
    }
    int at = wanted.isEmpty() ? -1 : packed.indexOf(wanted);
    return at < 0 ? 0 : lines.get(at);
  }

  private static Problem problem(DrlFile file, int line, Message error) {
    Problem unknown = UnknownField.in(file, line, error.getText());
    return unknown == null ? DrlRule.mistake(file.file(), line, error.getText()) : unknown;
  }

  /** A rule on which the compiler ended: a constant does not fit what it is compared with. */
  static Problem constant(DrlFile file, RuntimeException cause) {
    int line = DrlRule.of(file).conditionLine();
    List<String> lines = file.text().lines().toList();
    for (int at = Math.max(line, 1); at <= lines.size(); at++) {
      String text = lines.get(at - 1);
      if (text.strip().equals("then")) {
        break;
      }
      if (CONSTANT.matcher(text).find()) {
        line = at;
        break;
      }
    }
    return Problem.of(
        file.file(), line, "drl.constant", Map.of("detail", String.valueOf(cause.getMessage())));
  }
}
