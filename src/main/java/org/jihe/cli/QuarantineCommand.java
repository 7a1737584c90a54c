package org.jihe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
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
import org.jihe.inquiry.QuarantineList;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.message.JobException;
import org.jihe.view.Places;
import org.jihe.view.QuarantineView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quarantine}: what waits for a person. */
@Command(name = "quarantine", sortOptions = false)
final class QuarantineCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** The command with its subcommands. */
  static CommandLine with(Console console) {
    return new CommandLine(new QuarantineCommand())
        .addSubcommand(new ListQuarantine(console))
        .addSubcommand(new DismissQuarantined(console));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "no command");
    }
  }

  /** {@code quarantine list}. */
  @Command(name = "list", sortOptions = false)
  static final class ListQuarantine implements Callable<Integer> {

    private final Console console;

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
    private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

    @Option(names = "--reason", paramLabel = "REASON", descriptionKey = "reason")
    private @Nullable Reason reason;

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private OutputFormat format = OutputFormat.TEXT;

    ListQuarantine(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws JobException {
      new PathCheck(console).filled(workspace).done();
      List<QuarantineList.Entry> entries = QuarantineList.of(workspace, reason);
      if (format == OutputFormat.JSON) {
        console.out().println(Json.of(entries.stream().map(this::object).toList()));
      } else if (entries.isEmpty()) {
        console.out().println(console.messages().text("quarantine.none"));
      } else {
        QuarantineView view =
            new QuarantineView(console.messages(), console.palette(), console.width());
        for (QuarantineList.Entry each : entries) {
          view.render(each.number(), each.entry()).forEach(console.out()::println);
        }
        console.out().println();
        console.out().println(summary(entries));
      }
      return entries.stream().noneMatch(each -> each.entry().isWaiting())
          ? ExitCode.DONE
          : ExitCode.QUARANTINE;
    }

    private Map<String, @Nullable Object> object(QuarantineList.Entry numbered) {
      Quarantined entry = numbered.entry();
      String key = key(entry.reason());
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      object.put("number", numbered.number());
      object.put("file", entry.file());
      object.put("place", entry.place());
      object.put("address", entry.place() == null ? null : Places.of(entry.place()));
      object.put("reason", entry.reason());
      object.put("explanation", console.messages().text(key));
      object.put("detail", entry.detail());
      object.put("excerpt", entry.excerpt());
      object.put("remedy", console.messages().text(key + ".remedy"));
      object.put("dismissed", entry.dismissed());
      return object;
    }

    private String summary(List<QuarantineList.Entry> entries) {
      Map<Reason, Long> counts = new java.util.EnumMap<>(Reason.class);
      entries.stream()
          .map(QuarantineList.Entry::entry)
          .filter(Quarantined::isWaiting)
          .forEach(entry -> counts.merge(entry.reason(), 1L, Long::sum));
      long waiting = counts.values().stream().mapToLong(Long::longValue).sum();
      List<String> parts = new ArrayList<>();
      counts.forEach(
          (each, count) ->
              parts.add(console.messages().text(key(each)) + " (" + each + ") " + count));
      String text =
          waiting == 0
              ? console.messages().text("quarantine.none.waiting")
              : console
                  .messages()
                  .text(
                      "quarantine.count",
                      Map.of(
                          "count",
                          waiting,
                          "reasons",
                          String.join(console.messages().text("quarantine.separator"), parts)));
      long dismissed = entries.size() - waiting;
      return dismissed == 0
          ? text
          : text
              + console.messages().text("quarantine.dismissed.count", Map.of("count", dismissed));
    }

    private static String key(Reason reason) {
      return "quarantine." + reason.name().toLowerCase(Locale.ROOT);
    }
  }
}
