package org.jihe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.console.ProgressLine;
import org.jihe.cli.option.DepartmentChoice;
import org.jihe.cli.option.FeedChoice;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.LimitChoice;
import org.jihe.cli.option.ListChoice;
import org.jihe.cli.option.ListNotice;
import org.jihe.cli.option.PathCheck;
import org.jihe.cli.option.ResubmissionChoice;
import org.jihe.cli.option.RuleChoice;
import org.jihe.cli.option.TemplateChoice;
import org.jihe.cli.option.WaitChoice;
import org.jihe.form.Texts;
import org.jihe.inquiry.AnnualTables;
import org.jihe.inquiry.AnnualTables.Owner;
import org.jihe.layout.Quarantined;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.review.ReviewRequest;
import org.jihe.review.ReviewRequest.Reading;
import org.jihe.rule.catalogue.RuleCatalogue;
import org.jihe.rule.folder.RuleException;
import org.jihe.template.declaration.TemplateException;
import org.jihe.view.ReviewSummary;
import org.jihe.view.ReviewSummary.DepartmentFigures;
import org.jihe.view.ReviewSummary.FormLine;
import org.jihe.view.TerminalSummary;
import org.jspecify.annotations.Nullable;
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

  @Mixin private FeedChoice feed = new FeedChoice();

  @Option(names = "--full", descriptionKey = "reviewFull")
  private boolean full;

  @Option(names = "--department", paramLabel = "NAME", descriptionKey = "department")
  private @Nullable String department;

  @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "year")
  private @Nullable Integer year;

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
            .waiting(wait.longest())
            .feeding(feed.target());
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

  private void print(ReviewSummary summary) throws JobException {
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(summary));
    } else {
      TerminalSummary view =
          new TerminalSummary(
              console.messages().with(titles()), console.palette(), console.width());
      console.out().print(text(summary, view));
    }
  }

  /** Of several departments a table, unless one is asked for, or everything. */
  private String text(ReviewSummary summary, TerminalSummary view) throws JobException {
    if (department != null || year != null) {
      return chosen(summary, view);
    }
    long departments =
        summary.departments().stream()
            .map(DepartmentFigures::supervisingDepartment)
            .distinct()
            .count();
    if (full || departments < 2) {
      return view.render(summary);
    }
    AnnualTables tables = AnnualTables.of(workspace);
    Set<String> shown = new HashSet<>();
    for (FormLine form : summary.forms()) {
      shown.add(String.valueOf(tables.owners().get(form.formId())));
    }
    return view.render(
        summary,
        tables.departments().stream()
            .filter(one -> shown.contains(String.valueOf(new Owner(one.department(), one.year()))))
            .toList(),
        id -> {
          Owner owner = tables.owners().get(id);
          return owner == null ? null : owner.year() + " " + owner.department();
        });
  }

  private String chosen(ReviewSummary summary, TerminalSummary view) throws JobException {
    AnnualTables tables = AnnualTables.of(workspace);
    List<DepartmentFigures> departments =
        summary.departments().stream()
            .filter(one -> isAsked(one.supervisingDepartment(), one.year()))
            .toList();
    if (departments.isEmpty()) {
      String asked = department == null ? "" : department;
      console.say(
          "screen.noDepartment", Map.of("department", year == null ? asked : asked + " " + year));
    }
    return view.render(
        departments,
        summary.forms().stream()
            .filter(
                form -> {
                  Owner owner = tables.owners().get(form.formId());
                  return owner != null && isAsked(owner.department(), owner.year());
                })
            .toList());
  }

  private boolean isAsked(@Nullable String name, @Nullable Integer of) {
    String asked = department;
    return (asked == null || (name != null && Texts.folded(name).contains(Texts.folded(asked))))
        && (year == null || year.equals(of));
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
