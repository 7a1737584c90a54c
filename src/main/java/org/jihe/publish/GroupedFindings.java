package org.jihe.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jihe.finding.Finding;
import org.jihe.layout.Position;
import org.jihe.table.FindingCodec;
import org.jihe.view.Places;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * The findings as a reviewer goes through them: a line per form and rule with all its cells. The
 * table holds a form's findings together, so no more than one form's are kept at a time.
 */
final class GroupedFindings implements Publication.Sink {

  private static final List<String> HEAD =
      List.of(
          "formId",
          "projectName",
          "severity",
          "ruleId",
          "count",
          "message",
          "subjects",
          "cells",
          "waived");

  private final CsvFile csv;
  private final ReviewData data;
  private final Map<String, List<Finding>> groups = new LinkedHashMap<>();
  private String form = "";
  private @Nullable String project;

  private GroupedFindings(CsvFile csv, ReviewData data) {
    this.csv = csv;
    this.data = data;
  }

  static Publication publication() {
    return new Publication(
        WorkspaceTable.FINDINGS,
        (folder, data) ->
            new GroupedFindings(new CsvFile(folder.resolve("findings_grouped.csv"), HEAD), data));
  }

  @Override
  public void take(Row row, InternalRow internal) throws IOException {
    Finding finding = FindingCodec.fromRow(row);
    // What no form shows stands alone: each is about another project.
    String of = finding.formId().isEmpty() ? finding.fingerprint() : finding.formId();
    if (!of.equals(form)) {
      flush();
      form = of;
      project = row.getAs("projectName");
    }
    groups
        .computeIfAbsent(finding.severity() + " " + finding.ruleId(), key -> new ArrayList<>())
        .add(finding);
  }

  private void flush() throws IOException {
    for (List<Finding> group : groups.values()) {
      Finding first = group.get(0);
      csv.line(
          first.formId(),
          project,
          first.severity(),
          first.ruleId(),
          group.size(),
          data.message(first),
          String.join(" ", group.stream().map(Finding::subject).toList()),
          String.join(" ", group.stream().map(one -> place(one.cell())).toList()),
          first.waived());
    }
    groups.clear();
  }

  private static String place(@Nullable Position cell) {
    return cell == null ? "" : Places.of(cell);
  }

  @Override
  public void close() throws IOException {
    try (csv) {
      flush();
    }
  }
}
