package org.jihe.rule.authoring;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.finding.Severity;
import org.jihe.form.SelfEvaluation;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.rule.catalogue.RuleCatalogue;
import org.jihe.rule.catalogue.RuleDocument;
import org.jihe.rule.catalogue.RuleSources;
import org.jihe.rule.drl.Conditions;
import org.jihe.rule.drl.DrlFile;
import org.jihe.rule.drl.ParameterUses;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.Phrase;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.folder.RuleFolder;
import org.jihe.rule.folder.WrongFile;
import org.jihe.rule.jurisdiction.Jurisdiction;
import org.jihe.rule.jurisdiction.ParameterReader;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** Finds what is missing or suspicious in a folder of rules, beyond what a compiler says. */
public final class RuleLint {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern BINDING =
      Pattern.compile("(\\$?[\\p{L}_][\\p{L}\\p{N}_]*)\\s*:(?!:)");
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

  private final RuleFolder.Directory folder;

  /** The folder, and below it the program's own where the folder adds to that. */
  private final RuleFolder all;

  private final boolean whole;
  private final List<Problem> problems = new ArrayList<>();

  private RuleLint(RuleFolder.Directory folder) throws RuleException {
    this.folder = folder;
    this.whole =
        DrlFile.in(folder).stream().anyMatch(file -> !file.family().equals(RuleFolder.LOCAL));
    this.all = whole ? folder : RuleFolder.over(folder);
  }

  /**
   * Looks through a folder of rules.
   *
   * @return the problems in order of their files; empty where all is well
   * @throws RuleException where the folder holds no rules
   */
  public static List<Problem> run(Path rules) throws RuleException {
    RuleLint lint = new RuleLint(RuleFolder.at(rules));
    lint.look();
    lint.problems.sort(
        Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparing(problem -> problem.text(Language.EN)));
    return List.copyOf(lint.problems);
  }

  private void look() throws RuleException {
    List<DrlFile> files = DrlFile.in(folder);
    Set<String> families = new TreeSet<>();
    Set<String> names = new HashSet<>();
    for (DrlFile file : files) {
      families.add(file.family());
      names.add(file.name());
      severity(file, file.header(problems::add).info());
      bindings(file);
      unfinished(file.family() + "/" + file.name() + ".drl");
      for (Phrase contradiction : Conditions.contradictions(file)) {
        problems.add(new Problem(file.file(), conditionLine(file), contradiction));
      }
      document(file);
      cases(file);
    }
    for (String family : families) {
      messages(family, files);
    }
    strays(names);
    List<DrlFile> withRows = new ArrayList<>(files);
    withRows.addAll(rows());
    duplicates(withRows);
    parameters(files);
    if (problems.isEmpty()) {
      try {
        clean();
      } catch (RuleException e) { // Rules that do not compile.
        addNew(e.problems());
      }
    }
  }

  /** The rows of the rule tables; what is wrong with them is a problem of its own. */
  private List<DrlFile> rows() {
    try {
      return RuleSources.open(folder.root()).sheets().drl();
    } catch (RuleException e) {
      addNew(e.problems());
      return List.of();
    }
  }

  /** Two rules with one condition say the same of every form. */
  private void duplicates(List<DrlFile> files) {
    Map<String, DrlFile> conditions = new HashMap<>();
    for (DrlFile file : files) {
      String condition = Conditions.normalised(file);
      DrlFile same = condition.isEmpty() ? null : conditions.putIfAbsent(condition, file);
      if (same != null) {
        wrong(
            file.file(),
            conditionLine(file),
            "lint.duplicate",
            Map.of("rule", file.name(), "other", same.name(), "file", same.file()));
      }
    }
  }

  private static int conditionLine(DrlFile file) {
    String[] lines = file.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (file.file().endsWith(".drl") && lines[i].strip().startsWith("when")) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Lists are sorted by the gravest severity that a rule has. */
  private void severity(DrlFile file, RuleInfo info) {
    Severity gravest = info.severities().get(0);
    if (gravest != info.severity()) {
      wrong(file.file(), file.severityLine(), "lint.graver", Map.of("severity", gravest));
    }
  }

  /** What a new rule's author has not filled in yet. */
  private void unfinished(String path) throws RuleException {
    String text = folder.text(path);
    if (text != null && text.contains(RuleSkeleton.TO_FILL_IN)) {
      int line = text.substring(0, text.indexOf(RuleSkeleton.TO_FILL_IN)).split("\n", -1).length;
      wrong(folder.display(path), line, "lint.unfinished", Map.of());
    }
  }

  /** Drools takes the second binding of a name silently for the first. */
  private void bindings(DrlFile file) {
    Set<String> seen = new HashSet<>();
    boolean condition = false;
    String[] lines = file.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = TEXT.matcher(lines[i]).replaceAll("\"\"");
      if (line.strip().startsWith("when")) {
        condition = true;
      }
      if (line.strip().startsWith("then")) {
        condition = false;
      }
      Matcher matcher = BINDING.matcher(line);
      while (condition && matcher.find()) {
        if (!seen.add(matcher.group(1))) {
          wrong(file.file(), i + 1, "lint.boundTwice", Map.of("name", matcher.group(1)));
        }
      }
    }
  }

  private void document(DrlFile file) throws RuleException {
    String path = file.family() + "/" + file.name() + ".md";
    String text = folder.text(path);
    if (text == null) {
      wrong(path, "document.missing", Map.of());
      return;
    }
    unfinished(path);
    RuleDocument document = RuleDocument.parse(text);
    if (!document.id().equals(file.name()) || document.title().isEmpty()) {
      wrong(folder.display(path), 1, "document.title", Map.of("rule", file.name()));
    }
    if (document.summary().isEmpty()) {
      wrong(folder.display(path), 1, "document.summary", Map.of());
    }
    if (!document.headings().equals(RuleDocument.HEADINGS)) {
      List<String> missing = new ArrayList<>(RuleDocument.HEADINGS);
      missing.removeAll(document.headings());
      if (missing.isEmpty()) {
        wrong(path, "document.order", Map.of("headings", RuleDocument.HEADINGS));
      } else {
        wrong(path, "document.headings", Map.of("headings", missing));
      }
    }
  }

  private void cases(DrlFile file) throws RuleException {
    String path = file.family() + "/" + file.name() + ".cases.json";
    if (folder.text(path) == null) {
      wrong(path, "cases.missing", Map.of());
      return;
    }
    unfinished(path);
    List<Outcome.Kind> outcomes = new ArrayList<>();
    try {
      if (file.header(problem -> {}).info().grouped()) {
        GroupCases cases = GroupCases.read(all, file.family(), file.name());
        cases.cases().forEach(one -> outcomes.add(one.outcome()));
        cases.cases().stream()
            .filter(one -> !one.findings().isEmpty())
            .forEach(one -> outcomes.add(Outcome.Kind.FIRED));
      } else {
        RuleCases cases = RuleCases.read(all, file.family(), file.name());
        cases.cases().forEach(one -> outcomes.add(one.outcome()));
      }
    } catch (RuleException e) {
      problems.addAll(e.problems());
      return;
    }
    if (!outcomes.contains(Outcome.Kind.FIRED)) {
      wrong(path, "cases.noFired", Map.of());
    }
    if (!outcomes.contains(Outcome.Kind.PASSED)) {
      wrong(path, "cases.noQuiet", Map.of());
    }
  }

  private void messages(String family, List<DrlFile> files) throws RuleException {
    Set<String> rules = new TreeSet<>();
    for (DrlFile file : files) {
      if (file.family().equals(family)) {
        rules.add(file.name());
      }
    }
    Map<String, String> chinese = bundle(family, Language.ZH, rules);
    Map<String, String> english = bundle(family, Language.EN, rules);
    String path = path(family, Language.EN);
    for (String rule : rules) {
      if (!english.isEmpty() && english.getOrDefault(rule + RuleCatalogue.TITLE, "").isBlank()) {
        wrong(path, "messages.title", Map.of("rule", rule));
      }
      Set<String> here = placeholders(english.get(rule));
      Set<String> there = placeholders(chinese.get(rule));
      if (english.containsKey(rule) && chinese.containsKey(rule) && !here.equals(there)) {
        wrong(
            path,
            "messages.placeholders",
            Map.of("rule", rule, "english", shown(here), "chinese", shown(there)));
      }
    }
  }

  private static String path(String family, Language language) {
    return family + "/messages_" + language.code() + ".properties";
  }

  /** A family's messages in a language; none where they cannot be read. */
  private Map<String, String> bundle(String family, Language language, Set<String> rules)
      throws RuleException {
    String path = path(family, language);
    String text = folder.text(path);
    if (text == null) {
      wrong(path, "messages.missing", Map.of());
      return Map.of();
    }
    unfinished(path);
    try {
      Map<String, String> bundle = Messages.read(new StringReader(text));
      complete(path, bundle, rules);
      return bundle;
    } catch (IOException | IllegalArgumentException e) {
      problems.add(WrongFile.bundle(folder.display(path), text, e));
      return Map.of();
    }
  }

  private void complete(String path, Map<String, String> bundle, Set<String> rules) {
    for (String rule : rules) {
      if (bundle.getOrDefault(rule, "").isBlank()) {
        wrong(path, "messages.none", Map.of("rule", rule));
      }
    }
    for (String key : new TreeSet<>(bundle.keySet())) {
      String rule =
          key.endsWith(RuleCatalogue.TITLE) ? key.substring(0, key.lastIndexOf('.')) : key;
      if (!rules.contains(rule)) {
        wrong(path, "messages.stray", Map.of("key", key));
      }
    }
  }

  private static Set<String> placeholders(@Nullable String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text == null ? "" : text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static String shown(Set<String> placeholders) {
    return placeholders.isEmpty() ? "—" : "{" + String.join("} {", placeholders) + "}";
  }

  /** Documents and cases whose rule is gone. */
  private void strays(Set<String> names) throws RuleException {
    for (String ending : List.of(".md", ".cases.json")) {
      for (String path : folder.files(ending)) {
        String file = path.substring(path.indexOf('/') + 1);
        if (!names.contains(file.substring(0, file.length() - ending.length()))) {
          wrong(path, "lint.stray", Map.of());
        }
      }
    }
  }

  private void parameters(List<DrlFile> files) throws RuleException {
    if (!Files.isDirectory(folder.root().resolve("jurisdictions"))) {
      return;
    }
    for (String path : folder.files(".yaml")) {
      if (path.startsWith("jurisdictions/")) {
        String id = path.substring("jurisdictions/".length(), path.length() - ".yaml".length());
        try {
          Jurisdiction read = ParameterReader.read(all, id, ParameterUses.names(files));
          read.all().forEach(some -> problems.addAll(ParameterUses.unknown(files, some)));
          if (whole) { // What the program's own rules use is not known here.
            unused(files, read.parameters(), path);
          }
        } catch (RuleException e) { // What is wrong with a file is wrong with all that inherit it.
          addNew(e.problems());
        }
      }
    }
  }

  private void unused(List<DrlFile> files, Parameters parameters, String path) {
    Set<String> used = new HashSet<>(Parameters.WORDS_OF_FACTS);
    used.addAll(Parameters.THRESHOLDS_OF_FACTS);
    Set<String> rules = new HashSet<>();
    for (DrlFile file : files) {
      rules.add(file.name());
      file.uses().forEach(use -> used.add(use.name()));
    }
    for (String threshold : new TreeSet<>(parameters.thresholds().keySet())) {
      if (!used.contains(threshold)) {
        wrong(path, "parameters.unusedThreshold", Map.of("name", threshold));
      }
    }
    for (String words : new TreeSet<>(parameters.words().keySet())) {
      if (!used.contains(words)) {
        wrong(path, "parameters.unusedWords", Map.of("name", words));
      }
    }
    for (String patterns : new TreeSet<>(parameters.patterns().keySet())) {
      if (!Parameters.PATTERNS_OF_FACTS.contains(patterns)) {
        wrong(path, "parameters.unusedPatterns", Map.of("name", patterns));
      }
    }
    for (String rule : new TreeSet<>(parameters.switchedOff())) {
      if (!rules.contains(rule)) {
        wrong(path, "parameters.switchedOff", Map.of("rule", rule));
      }
    }
  }

  /** On the clean form every rule is quiet, and a rule that lacks a cell it needs stays quiet. */
  private void clean() throws RuleException {
    RuleSet set = RuleSet.open(folder.root(), null);
    RuleEngine engine = RuleEngine.of(set);
    SelfEvaluation form = RuleCases.cleanForm(all);
    Map<String, RuleInfo> infos = new TreeMap<>();
    set.rules().forEach(info -> infos.put(info.id(), info));
    Set<String> rows = RuleSources.open(folder.root()).sheets().documents().keySet();
    for (Outcome outcome : engine.evaluate("clean", form).outcomes()) {
      // A row of a rule table says what its author wants to see, on the clean form as well.
      if (outcome.kind() == Outcome.Kind.FIRED && !rows.contains(outcome.ruleId())) {
        Map<String, String> rule = Map.of("rule", outcome.ruleId());
        wrong(all.display("clean-form.json"), 0, "lint.firesOnCleanForm", rule);
      }
    }
    infos.keySet().removeAll(rows);
    if (set.rules().stream().anyMatch(RuleInfo::grouped)) {
      for (Finding finding : GroupCases.clean(all).evaluate(engine).findings()) {
        Map<String, String> rule = Map.of("rule", finding.ruleId());
        wrong(all.display("clean-dossier.json"), 0, "lint.firesOnCleanDossier", rule);
      }
    }
    for (RuleInfo info : infos.values()) {
      for (String path : info.requires()) {
        if (!path.endsWith("?") && firesWithout(engine, info, path)) {
          wrong(
              all.display(info.family() + "/" + info.id() + ".drl"),
              0,
              "lint.firesOnBlank",
              Map.of("cell", path));
        }
      }
    }
  }

  private boolean firesWithout(RuleEngine engine, RuleInfo info, String path) throws RuleException {
    SelfEvaluation form = RuleCases.cleanFormWithout(all, path);
    return engine.evaluate("blank", form).outcomes().stream()
        .anyMatch(
            outcome -> outcome.ruleId().equals(info.id()) && outcome.kind() == Outcome.Kind.FIRED);
  }

  private void addNew(List<Problem> more) {
    more.stream().filter(each -> !problems.contains(each)).forEach(problems::add);
  }

  /** Something is wrong with a file of the folder as a whole. */
  private void wrong(String path, String key, Map<String, ?> arguments) {
    wrong(folder.display(path), 0, key, arguments);
  }

  private void wrong(String file, int line, String key, Map<String, ?> arguments) {
    problems.add(Problem.of(file, line, key, arguments));
  }
}
