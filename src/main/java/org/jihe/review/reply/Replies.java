package org.jihe.review.reply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jihe.layout.Quarantined;
import org.jihe.message.JobException;
import org.jihe.process.Changes;
import org.jihe.publish.DepartmentLists;
import org.jihe.publish.ReviewData;
import org.jihe.reading.InputFile;
import org.jihe.review.Commit;
import org.jihe.review.Outputs;
import org.jihe.review.Review;
import org.jihe.review.ReviewRequest;
import org.jihe.review.Tidy;
import org.jihe.review.Workbench;
import org.jihe.review.reply.ReplyNotice.Kind;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.source.Sources;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.table.DecisionCodec;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lists that departments have sent back and notes what they say. What was noted before
 * stays in the table; of several replies to one finding the last one counts.
 */
public final class Replies {

  private Replies() {}

  /**
   * What came of the lists.
   *
   * @param runId the run that noted them; empty where there was nothing to note
   * @param replies how many replies were noted
   * @param decisions how many decisions of the bureau
   * @param same lines that say what was known
   * @param silent lines that say nothing yet
   * @param takenOut items that no line of the departments' lists is about
   * @param states how many items of all lists are in each state now
   * @param notices what a person is to know
   * @param published folder of the outputs; empty where none were written
   */
  public record Result(
      String runId,
      long replies,
      long decisions,
      long same,
      long silent,
      long takenOut,
      Map<String, Long> states,
      List<ReplyNotice> notices,
      String published) {

    /** True where something was not taken in. */
    public boolean refusedSome() {
      return notices.stream().anyMatch(notice -> notice.kind().refused());
    }
  }

  /**
   * Reads the lists and notes what is new in them.
   *
   * @param files the lists
   * @param by who speaks for the bureau: its opinions and the states that are its own to set are
   *     noted under this name; empty where nobody does
   * @throws JobException where the workspace cannot be used, or the outputs cannot be written
   */
  public static Result read(ReviewRequest request, List<Path> files, String by)
      throws JobException, RuleException {
    RuleSet rules = request.rulesInForce();
    return Workbench.filledOrQuarantined(
        request,
        "replies",
        (spark, workspace, run) -> {
          List<ReplyNotice> notices = new ArrayList<>();
          List<ReturnedLine> lines = new ArrayList<>();
          ItemIndex items = items(Outputs.of(workspace, run, rules, request));
          for (Path file : files) {
            read(file, items, lines, notices);
          }
          Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
          Intake intake = new Intake(items, by, now, run.id());
          intake.take(lines);
          notices.addAll(intake.notices());
          boolean any = !(intake.replies().isEmpty() && intake.decisions().isEmpty());
          String published = "";
          if (any) {
            note(workspace, run, intake);
            run.counts().put("replies", (long) intake.replies().size());
            run.counts().put("decisions", (long) intake.decisions().size());
            Commit.of(workspace, run);
            Changes.are(Changes.State.DONE);
            published = Review.publish(spark, workspace, run, rules, request).toString();
            Tidy.after(workspace);
          }
          return new Result(
              any ? run.id() : "",
              intake.replies().size(),
              intake.decisions().size(),
              intake.same(),
              intake.silent(),
              intake.takenOut(),
              states(Outputs.of(workspace, run, rules, request)),
              notices,
              published);
        });
  }

  private static ItemIndex items(ReviewData data) throws IOException {
    ItemIndex items = new ItemIndex();
    DepartmentLists.of(data).forEach(items::add);
    return items;
  }

  private static Map<String, Long> states(ReviewData data) throws IOException {
    Map<String, Long> states = new TreeMap<>();
    DepartmentLists.of(data)
        .forEach(
            list ->
                list.items()
                    .forEach(item -> states.merge(item.answer().state().name(), 1L, Long::sum)));
    return states;
  }

  private static void read(
      Path path, ItemIndex items, List<ReturnedLine> lines, List<ReplyNotice> notices) {
    String name = InputFile.name(path);
    try {
      if (Files.size(path) > Limits.STANDARD.bytes()) {
        throw new IOException(Files.size(path) + " B");
      }
      RawFile raw = new RawFile(name, Files.readAllBytes(path));
      for (Sources.Reading reading : new Sources(Limits.STANDARD).read(raw)) {
        Quarantined refusal = reading.refusal();
        if (reading.document() == null) {
          notices.add(unreadable(name, refusal));
          continue;
        }
        ReturnedList list = ReturnedList.read(reading.document());
        lines.addAll(list.lines());
        notices.addAll(list.notices());
      }
    } catch (IOException e) {
      String detail = String.valueOf(e.getMessage());
      notices.add(new ReplyNotice(Kind.UNREADABLE, name, "", 0, Map.of("detail", detail)));
    }
    String nearest = items.nearestTo(name);
    if (nearest != null) {
      notices.add(
          new ReplyNotice(
              Kind.DEPARTMENT_UNKNOWN,
              name,
              "",
              0,
              Map.of("nearest", nearest.isEmpty() ? "—" : nearest)));
    }
  }

  private static ReplyNotice unreadable(String name, @Nullable Quarantined refusal) {
    String detail = refusal == null ? "" : refusal.reason().name();
    return new ReplyNotice(Kind.UNREADABLE, name, "", 0, Map.of("detail", detail));
  }

  /** Puts what is new behind what is there. */
  private static void note(Workspace workspace, Run run, Intake intake) throws IOException {
    if (!intake.replies().isEmpty()) {
      List<Row> rows = new ArrayList<>();
      workspace
          .stored(run, WorkspaceTable.REPLIES)
          .forEach((row, internal) -> rows.add(DecisionCodec.toRow(DecisionCodec.reply(row))));
      intake.replies().values().forEach(reply -> rows.add(DecisionCodec.toRow(reply)));
      workspace.rewrite(run, WorkspaceTable.REPLIES, rows);
    }
    if (!intake.decisions().isEmpty()) {
      List<Row> rows = new ArrayList<>();
      workspace
          .stored(run, WorkspaceTable.DECISIONS)
          .forEach((row, internal) -> rows.add(DecisionCodec.toRow(DecisionCodec.decision(row))));
      intake.decisions().values().forEach(decision -> rows.add(DecisionCodec.toRow(decision)));
      workspace.rewrite(run, WorkspaceTable.DECISIONS, rows);
    }
  }
}
