package org.jihe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.jihe.layout.Quarantined;
import org.jihe.message.JobException;
import org.jihe.review.ReviewRequest;
import org.jihe.review.ReviewRequest.Checking;
import org.jihe.review.ReviewRequest.Reading;
import org.jihe.review.Stages;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.rule.folder.RuleException;
import org.jihe.template.declaration.TemplateException;
import org.jihe.view.QuarantineView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One stage of a review on its own, on what the last stage left in the workspace. */
abstract class StageCommand implements Callable<Integer> {

  private final Console console;

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Mixin private WaitChoice wait = new WaitChoice();

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  private StageCommand(Console console) {
    this.console = console;
  }

  /** All stages in their order. */
  static List<StageCommand> all(Console console) {
    return List.of(
        new Ingest(console), new Check(console), new Aggregate(console), new Publish(console));
  }

  /** Begins to look at the paths of a stage that reads the tables of the workspace. */
  final PathCheck filled() {
    return new PathCheck(console).filled(workspace);
  }

  /** Begins to look at the paths of a stage that reads inputs into the workspace. */
  final PathCheck into(List<Path> inputs) {
    return new PathCheck(console).inputs(inputs, workspace).made(PathCheck.WORKSPACE, workspace);
  }

  /** Has the paths of the command line looked at before anything is done. */
  abstract PathCheck check();

  abstract Stages.Result run() throws JobException, RuleException, TemplateException;

  /** A stage that reads the tables of the workspace alone. */
  final ReviewRequest request(Checking checking) {
    return request(List.of(), Reading.USUAL, checking);
  }

  final ReviewRequest request(List<Path> inputs, Reading reading, Checking checking) {
    return new ReviewRequest(inputs, workspace, console.messages().language(), reading, checking)
        .waiting(wait.longest());
  }

  final ProgressLine progress() {
    return console.progress();
  }

  final void remember(RuleChoice rules) {
    LastReview.of(rules).writeTo(workspace);
  }

  @Override
  public final Integer call() throws JobException, RuleException, TemplateException {
    check().done();
    Stages.Result result = run();
    new ListNotice(console).say(result.lists());
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(result));
    } else {
      console.out().println(console.messages().text("stage.run", Map.of("run", result.runId())));
      result.counts().forEach((name, count) -> console.out().println("  " + count(name, count)));
      if (!result.published().isEmpty()) {
        console.out().println("  " + result.published());
      }
      new QuarantineView(console.messages(), console.palette(), console.width())
          .first(result.quarantined())
          .forEach(console.out()::println);
    }
    return result.quarantined().stream().noneMatch(Quarantined::isWaiting)
        ? ExitCode.DONE
        : ExitCode.QUARANTINE;
  }

  private String count(String name, long count) {
    String label = console.messages().find("count." + name);
    return (label == null ? name : label) + "  " + count;
  }

  /** {@code ingest}. */
  @Command(name = "ingest", sortOptions = false)
  static final class Ingest extends StageCommand {

    @Parameters(paramLabel = "INPUT", arity = "1..*", descriptionKey = "inputs")
    private List<Path> inputs = new ArrayList<>();

    @Mixin private TemplateChoice templates = new TemplateChoice();
    @Mixin private LimitChoice limits = new LimitChoice();

    @Mixin private ResubmissionChoice scope = new ResubmissionChoice();

    @Mixin private DepartmentChoice departments = new DepartmentChoice();

    Ingest(Console console) {
      super(console);
    }

    @Override
    PathCheck check() {
      PathCheck paths = into(inputs);
      departments.check(paths);
      templates.check(paths);
      return paths;
    }

    @Override
    Stages.Result run() throws JobException, TemplateException {
      ProgressLine progress = progress();
      try {
        return Stages.ingest(
            request(
                inputs,
                new Reading(
                    limits.limits(), templates.read(), scope.resubmission(), departments.read()),
                Checking.USUAL),
            progress);
      } finally {
        progress.end();
      }
    }
  }

  /** {@code check}. */
  @Command(name = "check", sortOptions = false)
  static final class Check extends StageCommand {

    @Mixin private RuleChoice rules = new RuleChoice();

    @Mixin private ListChoice lists = new ListChoice();

    Check(Console console) {
      super(console);
    }

    @Override
    PathCheck check() {
      PathCheck paths = filled();
      rules.check(paths);
      lists.check(paths);
      return paths;
    }

    @Override
    Stages.Result run() throws JobException, RuleException {
      Stages.Result result = Stages.check(request(rules.with(lists.read())));
      remember(rules);
      return result;
    }
  }

  /** {@code aggregate}. */
  @Command(name = "aggregate", sortOptions = false)
  static final class Aggregate extends StageCommand {

    @Mixin private RuleChoice rules = new RuleChoice();

    Aggregate(Console console) {
      super(console);
    }

    @Override
    PathCheck check() {
      PathCheck paths = filled();
      rules.check(paths);
      return paths;
    }

    @Override
    Stages.Result run() throws JobException, RuleException {
      return Stages.aggregate(request(rules.with(RegistryLists.NONE)));
    }
  }

  /** {@code publish}. */
  @Command(name = "publish", sortOptions = false)
  static final class Publish extends StageCommand {

    @Mixin private RuleChoice rules = new RuleChoice();

    @Mixin private FeedChoice feed = new FeedChoice();

    Publish(Console console) {
      super(console);
    }

    @Override
    PathCheck check() {
      PathCheck paths = filled();
      rules.check(paths);
      return paths;
    }

    @Override
    Stages.Result run() throws JobException, RuleException {
      return Stages.publish(request(rules.with(RegistryLists.NONE)).feeding(feed.target()));
    }
  }
}
