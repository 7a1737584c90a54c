package org.jihe.rule.drl;

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
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jihe.finding.Severity;
import org.jihe.form.FormKind;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.folder.RuleException.Problem;
import org.jspecify.annotations.Nullable;

/** Reads a rule's annotations by name; every mistake goes to the problems with its line. */
final class RuleAnnotations {

  private static final List<String> BASES = List.of("10", "101", "practice", "logic", "local");
  private static final List<String> SCOPES =
      List.of("form", "indicator", "part", "score", "dossier", "history", "registry");
  private static final Pattern SEVERITY =
      Pattern.compile("\\.\\s*(error|doubt|note)\\s*\\(|::\\s*(error|doubt|note)\\b");
  private static final Pattern CONCERN = Pattern.compile("(\\S+?)(\\s*>\\s*0)?");

  private final DrlRule rule;
  private final DrlFile file;
  private final Consumer<Problem> problems;
  private final Map<String, String> annotations = new HashMap<>();

  RuleAnnotations(DrlRule rule, Consumer<Problem> problems) {
    this.rule = rule;
    this.file = rule.file();
    this.problems = problems;
  }

  RuleHeader read() {
    RuleDescr descr = rule.rule();
    for (RuleDescr second : rule.more()) {
      problems.accept(Problem.of(file.file(), second.getLine(), "drl.second", Map.of()));
    }
    if (descr == null) {
      problems.accept(Problem.of(file.file(), 0, "drl.noRule", Map.of("name", file.name())));
    } else {
      name(descr);
      annotations(descr);
    }
    Severity severity = severity();
    List<String> requires = requires();
    List<String> concerns = concerns();
    RuleInfo info =
        new RuleInfo(
            file.name(),
            file.family(),
            severity,
            List.copyOf(severities(descr, severity)),
            oneOf("scope", SCOPES),
            oneOf("basis", BASES),
            requires,
            text("since"));
    List<String> yieldsTo = list(annotations.getOrDefault("yieldsTo", ""));
    return new RuleHeader(info, concerns, ParameterUse.in(file), formKinds(), yieldsTo);
  }

  private void name(RuleDescr descr) {
    if (!descr.getName().equals(file.name())) {
      Map<String, String> names = Map.of("rule", descr.getName(), "name", file.name());
      problems.accept(Problem.of(file.file(), descr.getLine(), "drl.otherName", names));
    }
  }

  private void annotations(RuleDescr descr) {
    for (AnnotationDescr annotation : descr.getAnnotations()) {
      Object value = annotation.getSingleValue();
      if (value != null) {
        String text = String.valueOf(value).strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        annotations.put(annotation.getName(), quoted ? text.substring(1, text.length() - 1) : text);
      }
      if (annotation.isDuplicated()) {
        wrong(annotation.getName(), "drl.annotationTwice", Map.of());
      }
    }
  }

  private Severity severity() {
    String printed = oneOf("severity", Arrays.stream(Severity.values()).map(Enum::name).toList());
    return printed.isEmpty() ? Severity.NOTE : Severity.valueOf(printed);
  }

  /**
   * Every severity that the rule's findings can have: its own, and those that its consequence gives
   * to some of them.
   */
  private static Set<Severity> severities(@Nullable RuleDescr descr, Severity own) {
    Set<Severity> severities = EnumSet.of(own);
    if (descr == null) {
      return severities;
    }
    List<Object> consequences = new ArrayList<>(descr.getNamedConsequences().values());
    consequences.add(descr.getConsequence());
    for (Object consequence : consequences) {
      Matcher matcher = SEVERITY.matcher(DrlText.codeAlone(String.valueOf(consequence)));
      while (matcher.find()) {
        String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        severities.add(Severity.valueOf(name.toUpperCase(Locale.ROOT)));
      }
    }
    return severities;
  }

  private List<String> requires() {
    List<String> requires = new ArrayList<>();
    for (String path : list(text("requires"))) {
      String cell = path.endsWith("?") ? path.substring(0, path.length() - 1) : path;
      if (Cells.isCell(cell)) {
        requires.add(path);
      } else {
        wrong("requires", "drl.noCell", Map.of("cell", cell));
      }
    }
    return requires;
  }

  private List<String> concerns() {
    List<String> concerns = new ArrayList<>();
    for (String concern : list(annotations.getOrDefault("concerns", ""))) {
      Matcher matcher = CONCERN.matcher(concern);
      if (concern.equals(RuleHeader.CATEGORY_POINTS)) {
        concerns.add(concern);
      } else if (matcher.matches() && Cells.isCell(matcher.group(1))) {
        concerns.add(matcher.group(2) == null ? concern : matcher.group(1) + " > 0");
      } else {
        wrong("concerns", "drl.noCell", Map.of("cell", concern));
      }
    }
    return concerns;
  }

  /** The kinds that the rule names; forms on projects where it names none. */
  private List<FormKind> formKinds() {
    String text = annotations.get("formKinds");
    if (text == null) {
      return List.of(FormKind.PROJECT);
    }
    List<FormKind> kinds = new ArrayList<>();
    List<String> known = Arrays.stream(FormKind.values()).map(FormKind::key).toList();
    for (String name : list(text)) {
      FormKind kind = FormKind.named(name);
      if (kind == null) {
        wrong("formKinds", "drl.oneOf", Map.of("value", name, "known", known));
      } else {
        kinds.add(kind);
      }
    }
    if (list(text).isEmpty()) {
      wrong("formKinds", "drl.oneOf", Map.of("value", text, "known", known));
    }
    return kinds;
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
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
    int line = rule.annotationLine(annotation);
    RuleDescr descr = rule.rule();
    int place = line > 0 || descr == null ? line : descr.getLine();
    problems.accept(Problem.of(file.file(), place, key, all));
  }
}
