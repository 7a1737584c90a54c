package org.jihe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.console.ProgressLine;
import org.jihe.cli.option.DepartmentChoice;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.LimitChoice;
import org.jihe.cli.option.ListChoice;
import org.jihe.cli.option.ListNotice;
import org.jihe.cli.option.PathCheck;
import org.jihe.cli.option.ResubmissionChoice;
import org.jihe.cli.option.RuleChoice;
import org.jihe.cli.option.TemplateChoice;
import org.jihe.cli.option.WaitChoice;
import org.jihe.layout.Quarantined;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.review.ReviewRequest;
import org.jihe.review.ReviewRequest.Reading;
import org.jihe.rule.catalogue.RuleCatalogue;
import org.jihe.rule.folder.RuleException;
import org.jihe.template.declaration.TemplateException;
import org.jihe.view.ReviewSummary;
import org.jihe.view.TerminalSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code review}: reads forms, checks them, adds them up and publishes the result. */
@Command(name = "review", sortOptions = false)
final class ReviewCommand implements Callable<Integer> {

  private final Console console;
  private final Reviewer reviewer;

  @Parameters(paramLabel = "INPUT", arity = "1..*", descriptionKey = "inputs")
  private List<Path> inputs = new ArrayList<>();

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Mixin private RuleChoice rules = new RuleChoice();

  @Mixin private ListChoice lists = new ListChoice();

  @Mixin private TemplateChoice templates = new TemplateChoice();
  @Mixin private LimitChoice limits = new LimitChoice();

  @Mixin private ResubmissionChoice scope = new ResubmissionChoice();

  @Mixin private DepartmentChoice departments = new DepartmentChoice();

  @Mixin private WaitChoice wait = new WaitChoice();

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  ReviewCommand(Console console, Reviewer reviewer) {
    this.console = console;
    this.reviewer = reviewer;
  }

  @Override
  public Integer call() throws JobException, RuleException, TemplateException {
    long start = System.nanoTime();
    requirePaths();
    ReviewRequest request =
        new ReviewRequest(
                inputs,
                workspace,
                console.messages().language(),
                new Reading(
                    limits.limits(), templates.read(), scope.resubmission(), departments.read()),
                rules.with(lists.read()))
            .waiting(wait.longest());
    console.say("review.start", Map.of("count", inputs.size(), "workspace", workspace));
    ReviewSummary summary = run(request);
    LastReview.of(rules).writeTo(workspace);
    new ListNotice(console).say(summary.unmatched().lists());
    print(summary);
    String seconds = String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9);
    console.say("review.done", Map.of("seconds", seconds));
    return summary.quarantined().stream().noneMatch(Quarantined::isWaiting)
        ? ExitCode.DONE
        : ExitCode.QUARANTINE;
  }

  private void requirePaths() {
    PathCheck paths =
        new PathCheck(console).inputs(inputs, workspace).made(PathCheck.WORKSPACE, workspace);
    rules.check(paths);
    lists.check(paths);
    departments.check(paths);
    templates.check(paths);
    paths.done();
  }

  private ReviewSummary run(ReviewRequest request) throws JobException, RuleException {
    ProgressLine progress = console.progress();
    try {
      return reviewer.run(request, progress);
    } finally {
      progress.end();
    }
  }

  private void print(ReviewSummary summary) {
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(summary));
    } else {
      TerminalSummary view =
          new TerminalSummary(
              console.messages().with(titles()), console.palette(), console.width());
      console.out().print(view.render(summary));
    }
  }

  /** The rules' Chinese names; a summary is readable without them. */
  private Map<String, String> titles() {
    Map<String, String> titles = new HashMap<>();
    if (console.messages().language() == Language.ZH) {
      try {
        RuleCatalogue.open(rules.rules())
            .list()
            .forEach(entry -> titles.put(entry.info().id() + ".title", entry.title()));
      } catch (RuleException e) {
        titles.clear();
      }
    }
    return titles;
  }
}
