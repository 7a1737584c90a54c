package org.jihe.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import org.jihe.message.Visible;
import org.jihe.publish.ReviewData;
import org.jihe.publish.letter.LetterTemplate;
import org.jihe.publish.letter.Sender;
import org.jihe.review.ReviewRequest;
import org.jihe.review.letter.Sending;
import org.jihe.rule.folder.RuleException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code letters}: what is sent to the departments, and the report on all of them. */
@Command(name = "letters", sortOptions = false)
final class LettersCommand implements Callable<Integer> {

  /** Where letters are written when nobody says otherwise. */
  private static final String FOLDER = "letters";

  private final Console console;

  @Option(names = "--due", paramLabel = "YYYY-MM-DD", descriptionKey = "lettersDue")
  private @Nullable String due;

  @Option(names = "--sender", paramLabel = "NAME", descriptionKey = "lettersSender")
  private @Nullable String sender;

  @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "lettersDate")
  private @Nullable String date;

  @Option(names = "--letter", paramLabel = "FILE", descriptionKey = "lettersTemplate")
  private @Nullable Path template;

  @Option(names = "--department", paramLabel = "NAME", descriptionKey = "lettersDepartment")
  private String department = "";

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "lettersOut")
  private @Nullable Path out;

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  LettersCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException, RuleException {
    Path folder = out == null ? workspace.resolve(FOLDER) : out;
    new PathCheck(console)
        .filled(workspace)
        .file("--letter", template)
        .made("--out", folder)
        .done();
    LocalDate until = day("--due", due);
    LocalDate day = day("--date", date);
    if ((due != null && until == null) || (date != null && day == null)) {
      return ExitCode.USAGE;
    }
    LetterTemplate letter = null;
    Path file = template;
    if (file != null) {
      try {
        letter = LetterTemplate.read(file);
      } catch (LetterTemplate.Unusable e) {
        console.say(
            "letters.template." + e.problem(),
            Map.of(
                "file", file,
                "detail", String.valueOf(e.getMessage()),
                "fields", String.join("、", LetterTemplate.FIELDS)));
        return ExitCode.USAGE;
      }
    }
    ReviewRequest request = LastReview.request(workspace, console.messages().language());
    Sender from =
        new Sender(
            sender == null || sender.isBlank() ? Sender.NOBODY : Visible.line(sender.strip()),
            day == null ? Sender.NO_DAY : chinese(day),
            until == null ? ReviewData.USUALLY_DUE : chinese(until) + "前");
    Sending.Result result =
        Sending.run(request, new Sending.Order(folder, from, letter, department));
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(result));
    } else {
      print(result, letter);
    }
    boolean nobody = !department.isBlank() && result.departments().isEmpty();
    if (nobody) {
      console.say("letters.noDepartment", Map.of("name", department));
    }
    return nobody ? ExitCode.USAGE : ExitCode.DONE;
  }

  private @Nullable LocalDate day(String option, @Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      console.say("letters.noDay", Map.of("option", option, "value", text));
      return null;
    }
  }

  private static String chinese(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  private void print(Sending.Result result, @Nullable LetterTemplate letter) {
    Messages messages = console.messages();
    Map<String, Object> counts =
        Map.of(
            "letters", result.files().letters(),
            "lists", result.files().lists(),
            "folder", Path.of(result.folder()));
    console.out().println(messages.text("letters.done", counts));
    if (!result.files().removed().isEmpty()) {
      String files = String.join(messages.text("summary.comma"), result.files().removed());
      console.out().println(messages.text("letters.removed", Map.of("files", files)));
    }
    if (letter != null && !letter.unused().isEmpty()) {
      String fields = String.join("、", letter.unused());
      console.out().println(messages.text("letters.unused", Map.of("fields", fields)));
    }
    if (due == null) {
      console.out().println(messages.text("letters.noDue"));
    }
  }
}
