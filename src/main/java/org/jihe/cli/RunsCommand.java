package org.jihe.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
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
import org.jihe.review.Workbench;
import org.jihe.workspace.RunRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code runs}: what has been done on a workspace, the newest last. */
@Command(name = "runs", sortOptions = false)
final class RunsCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  /** The numbers that a line tells. */
  private static final List<String> COUNTS = List.of("forms", "findings", "quarantined");

  private final Console console;

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  RunsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException {
    new PathCheck(console).filled(workspace).done();
    List<RunRecord> runs = Workbench.inForce(workspace, (tables, last) -> tables.history());
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(runs.stream().map(RunsCommand::object).toList()));
    } else {
      runs.forEach(run -> print(run, console.messages()));
    }
    return ExitCode.DONE;
  }

  private static Map<String, @Nullable Object> object(RunRecord run) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("id", run.id());
    object.put("job", run.job());
    object.put("started", run.started().toString());
    object.put("ended", run.ended().toString());
    object.put("version", run.version());
    object.put("jurisdiction", run.jurisdiction());
    object.put("counts", run.counts());
    object.put("kept", run.kept());
    return object;
  }

  private void print(RunRecord run, Messages messages) {
    String jurisdiction = run.jurisdiction().isEmpty() ? "" : "  " + run.jurisdiction();
    console
        .out()
        .println(
            messages.text(
                    "runs.line",
                    Map.of(
                        "run", run.id(),
                        "job", run.job(),
                        "started", time(run.started()),
                        "ended", time(run.ended()),
                        "version", run.version()))
                + jurisdiction
                + (run.kept() ? "" : "  " + messages.text("runs.dropped")));
    StringBuilder counts = new StringBuilder("   ");
    for (String name : COUNTS) {
      Long count = run.counts().get(name);
      if (count != null) {
        counts.append(' ').append(messages.text("count." + name)).append(' ').append(count);
      }
    }
    if (!counts.toString().isBlank()) {
      console.out().println(counts);
    }
  }

  private static String time(Instant instant) {
    return TIME.format(instant.atZone(ZoneId.systemDefault()));
  }
}
