package org.jihe.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.PathCheck;
import org.jihe.message.JobException;
import org.jihe.message.Messages;
import org.jihe.publish.marked.MarkedCopies;
import org.jihe.review.ReviewRequest;
import org.jihe.review.letter.Marks;
import org.jihe.rule.folder.RuleException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mark}: copies of the departments' own files with a comment at every offending cell. */
@Command(name = "mark", sortOptions = false)
final class MarkCommand implements Callable<Integer> {

  private static final String FOLDER = "marked";

  private final Console console;

  @Option(names = "--department", paramLabel = "NAME", descriptionKey = "markDepartment")
  private String department = "";

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "markOut")
  private @Nullable Path out;

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  MarkCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException, RuleException {
    Path folder = out == null ? workspace.resolve(FOLDER) : out;
    new PathCheck(console).filled(workspace).made("--out", folder).done();
    ReviewRequest request = LastReview.request(workspace, console.messages().language());
    List<MarkedCopies.Result> results = Marks.run(request, folder, department);
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(results));
    } else {
      print(results, folder);
    }
    return results.stream().allMatch(result -> result.reason().isEmpty())
        ? ExitCode.DONE
        : ExitCode.QUARANTINE;
  }

  private void print(List<MarkedCopies.Result> results, Path folder) {
    Messages messages = console.messages();
    for (MarkedCopies.Result result : results) {
      if (result.reason().isEmpty()) {
        String text =
            messages.text(
                "mark.done",
                Map.of(
                    "file", result.file(),
                    "copy", result.copy(),
                    "count", result.marked()));
        String unplaced =
            result.unplaced() == 0
                ? ""
                : messages.text("mark.unplaced", Map.of("count", result.unplaced()));
        console.out().println(text + unplaced);
      } else {
        String key = "mark.refused." + result.reason().toLowerCase(Locale.ROOT);
        String why = messages.text(key, Map.of("detail", result.detail()));
        console
            .out()
            .println(messages.text("mark.refused", Map.of("file", result.file(), "why", why)));
      }
    }
    long copies = results.stream().filter(result -> result.reason().isEmpty()).count();
    console
        .out()
        .println(
            messages.text(
                "mark.summary",
                Map.of("copies", copies, "refused", results.size() - copies, "folder", folder)));
  }
}
