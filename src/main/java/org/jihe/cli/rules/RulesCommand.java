package org.jihe.cli.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Failures;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.option.PathCheck;
import org.jihe.finding.Severity;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.rule.authoring.RuleLint;
import org.jihe.rule.authoring.RuleTests;
import org.jihe.rule.catalogue.RuleCatalogue;
import org.jihe.rule.catalogue.RuleJurisdictions;
import org.jihe.rule.catalogue.RuleParameters;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.folder.RuleException.Problem;
import org.jihe.rule.jurisdiction.Source;
import org.jihe.view.TextWidth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules}: what is checked, and whether it is in order. */
@Command(name = "rules", sortOptions = false)
public final class RulesCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** The command with its subcommands. */
  public static CommandLine with(Console console) {
    return new CommandLine(new RulesCommand())
        .addSubcommand(new ListRules(console))
        .addSubcommand(new ShowRule(console))
        .addSubcommand(new RulesFacts(console))
        .addSubcommand(new TestRules(console))
        .addSubcommand(new LintRules(console))
        .addSubcommand(new RulesNew(console))
        .addSubcommand(new RulesImpact(console));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "no command");
    }
  }

  private static String title(Console console, RuleCatalogue.Entry entry) {
    return console.messages().language() == Language.EN ? entry.english() : entry.title();
  }

  private static String severities(Console console, RuleInfo rule) {
    return rule.severities().stream()
        .map(severity -> severity(console, severity))
        .collect(Collectors.joining("/"));
  }

  private static String severity(Console console, Severity severity) {
    return console.palette().of(severity, name(console, severity));
  }

  private static String name(Console console, Severity severity) {
    return console.messages().text("summary.severity." + severity.name().toLowerCase(Locale.ROOT));
  }

  /** {@code rules list}. */
  @Command(name = "list", sortOptions = false)
  static final class ListRules implements Callable<Integer> {

    private final Console console;

    @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
    private @Nullable Path rules;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private OutputFormat format = OutputFormat.TEXT;

    ListRules(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws RuleException {
      new PathCheck(console).folder("--rules", rules).done();
      List<RuleCatalogue.Entry> entries = RuleCatalogue.open(rules).list();
      if (format == OutputFormat.JSON) {
        console.out().println(Json.of(entries));
        return ExitCode.DONE;
      }
      int names = widest(entries.stream().map(entry -> entry.info().id()));
      int severities = widest(entries.stream().map(entry -> severities(console, entry.info())));
      String family = "";
      for (RuleCatalogue.Entry entry : entries) {
        if (!entry.info().family().equals(family)) {
          family = entry.info().family();
          console.out().println(console.palette().heading(family));
        }
        console.out().println("  " + line(entry, severities, names));
      }
      console.say("rules.count", Map.of("count", entries.size()));
      return ExitCode.DONE;
    }

    private static int widest(Stream<String> texts) {
      return texts.mapToInt(TextWidth::of).max().orElse(0);
    }

    private String line(RuleCatalogue.Entry entry, int severities, int names) {
      return TextWidth.padRight(severities(console, entry.info()), severities)
          + "  "
          + TextWidth.padRight(entry.info().id(), names)
          + "  "
          + (entry.title().equals(entry.info().id()) ? entry.summary() : title(console, entry));
    }
  }

  /** {@code rules show}. */
  @Command(name = "show", sortOptions = false)
  static final class ShowRule implements Callable<Integer> {

    private static final int NEAREST = 5;

    private final Console console;

    @Parameters(paramLabel = "RULE", descriptionKey = "rule")
    private String rule = "";

    @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
    private @Nullable Path rules;

    ShowRule(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws RuleException {
      new PathCheck(console).folder("--rules", rules).done();
      RuleCatalogue catalogue = RuleCatalogue.open(rules);
      for (RuleCatalogue.Entry entry : catalogue.list()) {
        if (entry.info().id().equalsIgnoreCase(rule) || entry.title().equals(rule)) {
          print(entry, String.valueOf(catalogue.show(entry.info().id())));
          return ExitCode.DONE;
        }
      }
      console.say("rules.unknown", Map.of("rule", rule));
      String wanted = rule.toLowerCase(Locale.ROOT);
      catalogue.list().stream()
          .filter(
              entry ->
                  entry.info().id().toLowerCase(Locale.ROOT).contains(wanted)
                      || entry.title().contains(rule))
          .limit(NEAREST)
          .forEach(
              entry ->
                  console.err().println("  " + entry.info().id() + "  " + title(console, entry)));
      return ExitCode.USAGE;
    }

    /** A parameter with its value and where it comes from. */
    private String parameter(RuleParameters.Line line) {
      Source source = line.source();
      String from = source == null ? "" : source.source();
      String confidence =
          source == null ? "assumed" : source.confidence().name().toLowerCase(Locale.ROOT);
      Map<String, Object> facts = new TreeMap<>();
      facts.put("jurisdiction", line.jurisdiction());
      facts.put("parameter", line.parameter());
      facts.put("value", line.value());
      facts.put("source", from);
      facts.put("quoted", source == null ? "" : source.quoted());
      facts.put("confidence", console.messages().text("rules.confidence." + confidence));
      String key = from.isEmpty() ? "rules.parameter.assumed" : "rules.parameter";
      String text = console.messages().text(key, facts);
      if (source != null && !source.quoted().isEmpty()) {
        text += console.messages().text("rules.parameter.quoted", facts);
      }
      if (source != null && source.limited()) {
        Map<String, String> years =
            Map.of("from", String.valueOf(source.from()), "to", String.valueOf(source.to()));
        text += console.messages().text("rules.parameter.years", years);
      }
      return text;
    }

    private void print(RuleCatalogue.Entry entry, String document) throws RuleException {
      console
          .out()
          .println(
              console
                  .messages()
                  .text(
                      "rules.facts",
                      Map.of(
                          "severity",
                          entry.info().severities().stream()
                              .map(severity -> name(console, severity))
                              .collect(Collectors.joining("/")),
                          "family",
                          entry.info().family(),
                          "since",
                          entry.info().since(),
                          "requires",
                          String.join(", ", entry.info().requires()))));
      for (RuleParameters.Line line :
          RuleParameters.of(entry.info().id(), RuleJurisdictions.open(rules))) {
        TextWidth.wrap(parameter(line), console.width()).forEach(console.out()::println);
      }
      console.out().println();
      document
          .lines()
          .flatMap(line -> TextWidth.wrap(line, console.width()).stream())
          .map(line -> line.startsWith("#") ? console.palette().heading(line) : line)
          .forEach(console.out()::println);
    }
  }

  /** {@code rules test}. */
  @Command(name = "test", sortOptions = false)
  static final class TestRules implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "RULE", arity = "0..1", descriptionKey = "rule")
    private @Nullable String rule;

    @Option(names = "--rule", paramLabel = "NAME", descriptionKey = "testRule")
    private @Nullable String only;

    @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
    private @Nullable Path rules;

    TestRules(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws RuleException {
      new PathCheck(console).folder("--rules", rules).done();
      List<RuleTests.Result> results = RuleTests.run(rules, only == null ? rule : only);
      List<RuleTests.Result> failed = results.stream().filter(each -> !each.passed()).toList();
      for (RuleTests.Result result : failed) {
        console
            .out()
            .println(
                console.palette().bad("✗")
                    + " "
                    + Visible.name(result.file())
                    + ": "
                    + Visible.line(result.name()));
        for (RuleTests.Failure failure : result.failures()) {
          console.out().println("    " + text(failure));
        }
      }
      long rulesTested = results.stream().map(RuleTests.Result::ruleId).distinct().count();
      console
          .out()
          .println(
              console
                  .messages()
                  .text(
                      "rules.test.done",
                      Map.of(
                          "rules",
                          rulesTested,
                          "cases",
                          results.size(),
                          "passed",
                          results.size() - failed.size(),
                          "failed",
                          failed.size())));
      return failed.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private String text(RuleTests.Failure failure) {
      String kind = failure.kind().name().toLowerCase(Locale.ROOT);
      Map<String, String> facts =
          Map.of(
              "subject", failure.subject(),
              "expected", named(failure.kind(), failure.expected()),
              "actual", named(failure.kind(), failure.actual()));
      return console.messages().text("rules.test." + kind, facts);
    }

    /** Outcomes and severities by the names that people give them. */
    private String named(RuleTests.Mismatch kind, String code) {
      String name = code.split(" ", 2)[0].toLowerCase(Locale.ROOT);
      String pattern =
          switch (kind) {
            case OUTCOME -> console.messages().find("rules.outcome." + name);
            case SEVERITY -> console.messages().find("summary.severity." + name);
            default -> null;
          };
      return pattern == null ? code : Messages.fill(pattern, Map.of("code", code));
    }
  }

  /** {@code rules lint}. */
  @Command(name = "lint", sortOptions = false)
  static final class LintRules implements Callable<Integer> {

    private final Console console;

    @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "lintRules")
    private Path rules = Path.of("rules");

    LintRules(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws RuleException {
      new PathCheck(console).folder("--rules", rules).done();
      if (!Files.isDirectory(rules)) {
        console.say("rules.noFolder", Map.of("folder", rules));
        return ExitCode.USAGE;
      }
      List<Problem> problems = RuleLint.run(rules);
      problems.forEach(
          problem -> console.out().println(Failures.text(problem, console.messages().language())));
      console
          .out()
          .println(console.messages().text("rules.lint.done", Map.of("count", problems.size())));
      return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }
}
