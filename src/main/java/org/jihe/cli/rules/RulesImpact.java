package org.jihe.cli.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.PathCheck;
import org.jihe.cli.option.RuleChoice;
import org.jihe.finding.Severity;
import org.jihe.inquiry.Impact;
import org.jihe.inquiry.ImpactReport;
import org.jihe.inquiry.ImpactReport.Change;
import org.jihe.inquiry.ImpactReport.OfRule;
import org.jihe.message.JobException;
import org.jihe.review.ReviewRequest;
import org.jihe.review.ReviewRequest.Reading;
import org.jihe.rule.catalogue.RuleJurisdictions;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.rule.folder.RuleException;
import org.jihe.view.Places;
import org.jihe.view.TextWidth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules impact}: which findings appear and disappear when rules or parameters change. */
@Command(name = "impact", sortOptions = false)
final class RulesImpact implements Callable<Integer> {

  private static final int USUAL_LINES = 50;

  private final Console console;

  @Option(names = "--against", paramLabel = "RUN", required = true, descriptionKey = "against")
  private String against = "";

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Mixin private RuleChoice rules = new RuleChoice();

  @Option(names = "--all", descriptionKey = "allChanges")
  private boolean all;

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  RulesImpact(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException, RuleException {
    PathCheck paths = new PathCheck(console).filled(workspace);
    rules.check(paths);
    paths.done();
    ReviewRequest request =
        new ReviewRequest(
            List.of(),
            workspace,
            console.messages().language(),
            Reading.USUAL,
            rules.with(RegistryLists.NONE));
    ImpactReport report = Impact.run(request, against, all ? Integer.MAX_VALUE : USUAL_LINES);
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(report));
    } else {
      print(report);
    }
    return ExitCode.DONE;
  }

  private void print(ImpactReport report) {
    String jurisdiction =
        RuleJurisdictions.isDetected(report.jurisdiction())
            ? console.messages().text("impact.detected")
            : report.jurisdiction();
    line(
        "impact.head",
        Map.of("run", report.run(), "forms", report.forms(), "jurisdiction", jurisdiction));
    if (report.unchecked() > 0) {
      line("impact.unchecked", Map.of("count", report.unchecked()));
    }
    if (report.changedSince() > 0) {
      line("impact.changedSince", Map.of("count", report.changedSince()));
    }
    if (report.rules().isEmpty()) {
      line(report.sameRules() ? "impact.sameRules" : "impact.nothing", Map.of());
      return;
    }
    if (report.sameRules()) {
      line("impact.program", Map.of());
    }
    int width = report.rules().stream().mapToInt(each -> TextWidth.of(each.rule())).max().orElse(0);
    for (OfRule each : report.rules()) {
      console.out().println("  " + TextWidth.padRight(each.rule(), width) + "  " + counts(each));
    }
    String rule = "";
    for (Change change : report.changes()) {
      if (!change.rule().equals(rule)) {
        rule = change.rule();
        console.out().println();
        console.out().println(console.palette().heading(rule));
      }
      TextWidth.wrap("  " + text(change), console.width()).forEach(console.out()::println);
    }
    if (report.more() > 0) {
      line("impact.more", Map.of("count", report.more()));
    }
  }

  private String counts(OfRule rule) {
    String text = "+" + rule.appeared() + "  -" + rule.disappeared();
    return rule.severity() == 0
        ? text
        : text
            + "  "
            + console.messages().text("impact.severities", Map.of("count", rule.severity()));
  }

  private String text(Change change) {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("project", shown(change.project()));
    facts.put("place", Places.named(change.place(), console.messages()));
    facts.put("reported", shown(change.reported()));
    facts.put("expected", shown(change.expected()));
    facts.put("severity", severity(change.severity()));
    Severity before = change.before();
    facts.put("before", before == null ? "" : severity(before));
    String key = change.kind().name().toLowerCase(Locale.ROOT);
    return console.messages().text("impact." + key, facts);
  }

  private static String shown(@Nullable String text) {
    return text == null ? "—" : text;
  }

  private String severity(Severity severity) {
    return console.messages().text("summary.severity." + severity.name().toLowerCase(Locale.ROOT));
  }

  private void line(String key, Map<String, ?> facts) {
    console.out().println(console.messages().text(key, facts));
  }
}
