package org.jihe.cli.workspace;

import java.nio.file.Path;
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
import org.jihe.review.ReviewRequest;
import org.jihe.review.Tidy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code workspace tidy}: drops what old and killed runs left. */
@Command(name = "tidy", sortOptions = false)
final class TidyWorkspace implements Callable<Integer> {

  private static final int USUAL = 10;

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Option(names = "--keep", paramLabel = "N", descriptionKey = "tidyKeep")
  private int keep = USUAL;

  @Mixin private WaitChoice wait = new WaitChoice();

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  TidyWorkspace(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException {
    if (keep < 1 && spec != null) {
      throw new ParameterException(
          spec.commandLine(), console.messages().text("tidy.keep", Map.of("value", keep)));
    }
    new PathCheck(console).filled(workspace).done();
    ReviewRequest request = new ReviewRequest(List.of(), workspace, console.messages().language());
    Tidy.Result result = Tidy.of(request.waiting(wait.longest()), keep);
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(result));
    } else {
      console
          .out()
          .println(
              console
                  .messages()
                  .text(
                      "tidy.done",
                      Map.of(
                          "runs", result.dropped().size(),
                          "gathered", result.gathered(),
                          "orphans", result.orphans(),
                          "bytes", result.orphanBytes())));
    }
    return ExitCode.DONE;
  }
}
