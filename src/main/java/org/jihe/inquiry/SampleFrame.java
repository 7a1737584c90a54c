package org.jihe.inquiry;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.jihe.message.JobException;
import org.jihe.review.Workbench;
import org.jihe.review.list.ReviewedScores;
import org.jihe.statistic.sampling.Candidate;
import org.jihe.statistic.sampling.Rereview;
import org.jihe.statistic.sampling.Rereviewed;
import org.jihe.table.Decimals;
import org.jihe.workspace.Run;
import org.jihe.workspace.Tables;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * The forms of the last run that a sample is drawn of. Cancelled projects have no score and are
 * left out. Read without Spark; nothing in the workspace changes.
 *
 * @param forms those that may be drawn
 * @param cancelled how many are left out
 */
public record SampleFrame(List<Candidate> forms, int cancelled) {

  private static final List<String> COLUMNS =
      List.of(
          "formId",
          "dossier",
          "departmentKey",
          "department",
          "year",
          "project",
          "sizeClass",
          "cancelled",
          "finalBudget",
          "score",
          "errors",
          "doubts");

  public SampleFrame {
    forms = List.copyOf(forms);
  }

  /**
   * Reads them.
   *
   * @param year of this year alone; null for all
   * @throws JobException where there is no workspace, or it cannot be read
   */
  public static SampleFrame of(Path workspace, @Nullable Integer year) throws JobException {
    return Workbench.inForce(workspace, (tables, run) -> read(tables, run, year));
  }

  private static SampleFrame read(Tables tables, Run run, @Nullable Integer asked)
      throws IOException {
    Set<String> outliers = new HashSet<>();
    for (Row row : rows(tables, run, WorkspaceTable.OUTLIERS, List.of("formId"))) {
      outliers.add(row.getAs("formId"));
    }
    List<Candidate> forms = new ArrayList<>();
    int cancelled = 0;
    for (Row row : rows(tables, run, WorkspaceTable.FORM_MEASURES, COLUMNS)) {
      Integer year = row.getAs("year");
      if (asked != null && !asked.equals(year)) {
        continue;
      }
      if (row.<Boolean>getAs("cancelled")) {
        cancelled++;
        continue;
      }
      String name = row.getAs("department");
      String key = row.getAs("departmentKey");
      forms.add(
          new Candidate(
              row.getAs("formId"),
              row.getAs("dossier"),
              name == null ? key : name,
              year,
              row.getAs("project"),
              row.getAs("sizeClass"),
              plain(row, "finalBudget"),
              plain(row, "score"),
              row.<Long>getAs("errors"),
              row.<Long>getAs("doubts"),
              outliers.contains(row.<String>getAs("formId"))));
    }
    return new SampleFrame(forms, cancelled);
  }

  private static List<Row> rows(Tables tables, Run run, WorkspaceTable table, List<String> columns)
      throws IOException {
    return run.has(table) ? tables.rows(run, table, columns) : List.of();
  }

  private static @Nullable BigDecimal plain(Row row, String column) {
    return Decimals.plain(row.getAs(column));
  }

  /**
   * What came of a second review.
   *
   * @param unknown forms on the list that are not in the workspace, with their lines
   * @param blank lines without a score
   */
  public record Returned(Rereview review, Map<String, Integer> unknown, int blank) {}

  /** Holds the scores of a second review against the forms' own. */
  public Returned against(ReviewedScores.Read list) {
    Map<String, Candidate> byId = new TreeMap<>();
    forms.forEach(one -> byId.put(one.formId(), one));
    List<Rereviewed> reviewed = new ArrayList<>();
    Map<String, Integer> unknown = new TreeMap<>();
    list.scores()
        .forEach(
            (id, scored) -> {
              Candidate form = byId.get(id);
              if (form == null) {
                unknown.put(id, scored.line());
              } else {
                reviewed.add(
                    new Rereviewed(
                        id,
                        form.department(),
                        form.year(),
                        form.project(),
                        form.score(),
                        scored.score()));
              }
            });
    return new Returned(Rereview.of(reviewed), unknown, list.blank());
  }
}
