package org.jihe.review;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Dismissal;
import org.jihe.message.JobException;
import org.jihe.process.Changes;
import org.jihe.rule.engine.RuleSet;
import org.jihe.table.Dismissals;
import org.jihe.table.QuarantineCodec;
import org.jihe.workspace.Run;
import org.jihe.workspace.Tables;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceDamagedException;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/** What is in quarantine, and what people have decided on it. */
public final class Quarantine {

  private static final Comparator<Quarantined> BY_PLACE =
      Comparator.comparing(Quarantined::file)
          .thenComparing(
              Quarantined::place,
              Comparator.nullsFirst(
                  Comparator.comparingInt(Position::page).thenComparingInt(Position::row)));

  private Quarantine() {}

  /**
   * What was dismissed.
   *
   * @param runId the run that recorded it
   * @param dismissed the entries
   * @param waiting how many others wait
   * @param published folder of the outputs; empty where they were not renewed
   */
  public record Result(String runId, List<Quarantined> dismissed, long waiting, String published) {}

  /** All entries as a run left them, by file and place, with what was decided on them. */
  public static List<Quarantined> entries(Tables tables, Run run) throws WorkspaceDamagedException {
    Dismissals dismissals = decisions(tables, run);
    List<Quarantined> entries = new ArrayList<>();
    for (Row row : tables.rows(run, WorkspaceTable.QUARANTINE, all(WorkspaceTable.QUARANTINE))) {
      entries.add(dismissals.on(QuarantineCodec.fromRow(row)));
    }
    entries.sort(BY_PLACE);
    return entries;
  }

  private static List<String> all(WorkspaceTable table) {
    return List.of(table.schema().fieldNames());
  }

  private static Dismissals decisions(Tables tables, Run run) throws WorkspaceDamagedException {
    Dismissals dismissals = new Dismissals();
    tables
        .rows(run, WorkspaceTable.QUARANTINE_DECISIONS, all(WorkspaceTable.QUARANTINE_DECISIONS))
        .forEach(dismissals::decided);
    tables.rows(run, WorkspaceTable.SOURCES, Dismissals.ofSources()).forEach(dismissals::source);
    return dismissals;
  }

  /** What was decided before a run that is under way. */
  static Dismissals decisions(Workspace workspace, Run run) {
    Dismissals dismissals = new Dismissals();
    workspace
        .stored(run, WorkspaceTable.QUARANTINE_DECISIONS)
        .forEach(all(WorkspaceTable.QUARANTINE_DECISIONS), dismissals::decided);
    return dismissals;
  }

  /** The same with what the sources of the run hold, where anything was decided. */
  static Dismissals decisionsAndSources(Workspace workspace, Run run) {
    Dismissals dismissals = decisions(workspace, run);
    if (!dismissals.isEmpty()) {
      workspace
          .stored(run, WorkspaceTable.SOURCES)
          .forEach(Dismissals.ofSources(), dismissals::source);
    }
    return dismissals;
  }

  /**
   * Notes that a person has looked at entries: they wait no more, until their sources change.
   *
   * @param request names the workspace and what the outputs are renewed with
   * @param rules the rules whose messages the outputs bear; null where they are not renewed
   * @param which numbers of entries in their list, counted from 1, or files
   * @throws JobException where there is no such entry, or one whose source could not be read
   */
  public static Result dismiss(
      ReviewRequest request, @Nullable RuleSet rules, List<String> which, String text, String by)
      throws JobException {
    return Workbench.filledOrQuarantined(
        request,
        "quarantine dismiss",
        (spark, workspace, run) -> {
          List<Quarantined> entries = entries(workspace.tables(), run);
          Dismissals sources = decisions(workspace.tables(), run);
          List<Quarantined> chosen = chosen(entries, which, workspace);
          Dismissal dismissal =
              new Dismissal(by, LocalDate.now(ZoneId.systemDefault()).toString(), text);
          List<Row> rows = new ArrayList<>();
          List<Quarantined> dismissed = new ArrayList<>();
          for (Quarantined entry : chosen) {
            rows.add(Dismissals.toRow(entry, content(entry, sources), dismissal));
            dismissed.add(entry.dismissedBy(dismissal));
          }
          workspace
              .stored(run, WorkspaceTable.QUARANTINE_DECISIONS)
              .forEach(all(WorkspaceTable.QUARANTINE_DECISIONS), row -> rows.add(0, row));
          workspace.rewrite(run, WorkspaceTable.QUARANTINE_DECISIONS, rows);
          run.counts().put("dismissed", (long) dismissed.size());
          Commit.of(workspace, run);
          String published =
              rules == null ? "" : Review.publish(spark, workspace, run, rules, request).toString();
          Changes.are(Changes.State.DONE);
          long waiting = entries.stream().filter(Quarantined::isWaiting).count();
          waiting -= chosen.stream().filter(Quarantined::isWaiting).count();
          return new Result(run.id(), dismissed, waiting, published);
        });
  }

  private static List<Quarantined> chosen(
      List<Quarantined> entries, List<String> which, Workspace workspace) throws JobException {
    List<Quarantined> chosen = new ArrayList<>();
    for (String one : which) {
      List<Quarantined> found =
          one.matches("\\d{1,9}")
              ? numbered(entries, Integer.parseInt(one))
              : entries.stream().filter(entry -> isOf(entry, one)).toList();
      if (found.isEmpty()) {
        throw new JobException(
            "quarantine.noEntry",
            Map.of(
                "entry", one,
                "workspace", workspace.folder().toString(),
                "count", String.valueOf(entries.size())));
      }
      found.stream().filter(entry -> !chosen.contains(entry)).forEach(chosen::add);
    }
    return chosen;
  }

  private static List<Quarantined> numbered(List<Quarantined> entries, int number) {
    return number < 1 || number > entries.size() ? List.of() : List.of(entries.get(number - 1));
  }

  /** By its path as it is shown, or by the end of it. */
  private static boolean isOf(Quarantined entry, String file) {
    String wanted = file.replace('\\', '/');
    String path = entry.file().replace('\\', '/');
    return path.equals(wanted) || path.endsWith("/" + wanted);
  }

  /** A decision on what nobody could read would hold for whatever comes to stand there. */
  private static String content(Quarantined entry, Dismissals sources) throws JobException {
    String sha256 = sources.digest(entry);
    if (sha256.isEmpty() && entry.reason() != Quarantined.Reason.MISSING) {
      throw new JobException("quarantine.unseen", Map.of("file", entry.file()));
    }
    return sha256;
  }
}
