package org.jihe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
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
import org.jihe.cli.option.WaitChoice;
import org.jihe.finding.Reply;
import org.jihe.message.JobException;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.review.ReviewRequest;
import org.jihe.review.reply.Replies;
import org.jihe.review.reply.ReplyNotice;
import org.jihe.rule.folder.RuleException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replies}: reads the lists that departments have sent back. */
@Command(name = "replies", sortOptions = false)
final class RepliesCommand implements Callable<Integer> {

  /** So many notices are shown; a program gets all. */
  private static final int SHOWN = 30;

  private final Console console;

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "returnedLists")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "repliesBy")
  private @Nullable String by;

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Mixin private WaitChoice wait = new WaitChoice();

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  RepliesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException, RuleException {
    PathCheck paths = new PathCheck(console).filled(workspace);
    files.forEach(file -> paths.file("FILE", file));
    paths.done();
    String name = by;
    if (name != null && name.isBlank()) {
      console.say("replies.noBlankBy");
      return ExitCode.USAGE;
    }
    ReviewRequest request =
        LastReview.request(workspace, console.messages().language()).waiting(wait.longest());
    Replies.Result result = Replies.read(request, files, name == null ? "" : name.strip());
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(result));
    } else {
      print(result);
    }
    return result.refusedSome() ? ExitCode.QUARANTINE : ExitCode.DONE;
  }

  private void print(Replies.Result result) {
    Messages messages = console.messages();
    notices(
        "replies.refused", result.notices().stream().filter(RepliesCommand::isRefused).toList());
    notices(
        "replies.told",
        result.notices().stream().filter(notice -> !notice.kind().refused()).toList());
    console
        .out()
        .println(
            messages.text(
                "replies.done",
                Map.of(
                    "replies", result.replies(),
                    "decisions", result.decisions(),
                    "same", result.same(),
                    "silent", result.silent())));
    if (result.takenOut() > 0) {
      console.out().println(messages.text("replies.takenOut", Map.of("count", result.takenOut())));
    }
    List<String> states = new ArrayList<>();
    for (Reply.State state : Reply.State.values()) {
      Long count = result.states().get(state.name());
      if (count != null) {
        states.add(messages.text("replies.state", Map.of("state", state.label(), "count", count)));
      }
    }
    String separator = messages.text("summary.comma");
    console
        .out()
        .println(messages.text("replies.states", Map.of("states", String.join(separator, states))));
    if (result.runId().isEmpty()) {
      console.out().println(messages.text("replies.none"));
    }
    if (!result.published().isEmpty()) {
      console.out().println("  " + Visible.name(result.published()));
    }
  }

  private static boolean isRefused(ReplyNotice notice) {
    return notice.kind().refused();
  }

  private void notices(String heading, List<ReplyNotice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    Messages messages = console.messages();
    console
        .out()
        .println(
            console.palette().heading(messages.text(heading, Map.of("count", notices.size()))));
    for (ReplyNotice notice : notices.subList(0, Math.min(SHOWN, notices.size()))) {
      console.out().println("  " + place(notice));
      console.out().println("    " + text(notice));
    }
    if (notices.size() > SHOWN) {
      console
          .out()
          .println("  " + messages.text("replies.more", Map.of("count", notices.size() - SHOWN)));
    }
    console.out().println();
  }

  private String place(ReplyNotice notice) {
    Map<String, Object> facts =
        Map.of("file", notice.file(), "sheet", notice.sheet(), "row", notice.row());
    String key = notice.row() == 0 ? "" : notice.sheet().isEmpty() ? ".row" : ".sheet";
    return console.messages().text("replies.place" + key, facts);
  }

  private String text(ReplyNotice notice) {
    String key = "replies." + notice.kind().name().toLowerCase(Locale.ROOT);
    return console.messages().text(key, notice.facts());
  }
}
