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
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.PathCheck;
import org.jihe.cli.option.WaitChoice;
import org.jihe.message.JobException;
import org.jihe.review.Quarantine;
import org.jihe.review.ReviewRequest;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.view.QuarantineView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarantine dismiss}: a person has looked at an entry, and there is nothing to do. */
@Command(name = "dismiss", sortOptions = false)
final class DismissQuarantined implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "FILE|NUMBER", arity = "1..*", descriptionKey = "dismissed")
  private List<String> which = new ArrayList<>();

  @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "dismissText")
  private String reason = "";

  @Option(names = "--by", paramLabel = "NAME", required = true, descriptionKey = "dismissBy")
  private String by = "";

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Mixin private WaitChoice wait = new WaitChoice();

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  DismissQuarantined(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException {
    PathCheck paths = new PathCheck(console).filled(workspace);
    paths.name("--reason", reason).name("--by", by).done();
    ReviewRequest request =
        LastReview.request(workspace, console.messages().language()).waiting(wait.longest());
    RuleSet rules = rules(request);
    Quarantine.Result result =
        Quarantine.dismiss(request, rules, which, reason.strip(), by.strip());
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(result));
    } else {
      print(result, rules);
    }
    return ExitCode.DONE;
  }

  private void print(Quarantine.Result result, @Nullable RuleSet rules) {
    new QuarantineView(console.messages(), console.palette(), console.width())
        .first(result.dismissed())
        .forEach(console.out()::println);
    console
        .out()
        .println(
            console
                .messages()
                .text(
                    "quarantine.dismiss.done",
                    Map.of("count", result.dismissed().size(), "waiting", result.waiting())));
    if (rules == null) {
      console.out().println(console.messages().text("quarantine.dismiss.unpublished"));
    }
  }

  /** Those of the last review, for the outputs; null where they are gone. */
  private static @Nullable RuleSet rules(ReviewRequest request) {
    try {
      return request.rulesInForce();
    } catch (RuleException e) {
      return null;
    }
  }
}
