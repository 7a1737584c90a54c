package org.jihe.publish;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.layout.Quarantined;
import org.jihe.publish.report.ReportFiles;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.table.QuarantineCodec;
import org.jihe.table.ScoreAuditCodec;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.WorkspaceTable;

/** Writes the report that people open, a department and year at a time. */
public final class Report {

  /** The folder that it is in. */
  static final String FOLDER = "report";

  private Report() {}

  /** Writes it into the folder of a publication. */
  static void write(ReviewData data, Path published) throws IOException {
    ReportFiles report = new ReportFiles(published.resolve(FOLDER));
    Map<String, StoredRows> forms = data.table(WorkspaceTable.FORMS).byKey();
    Map<String, StoredRows> findings = data.table(WorkspaceTable.FINDINGS).byKey();
    Map<String, StoredRows> audits = data.table(WorkspaceTable.SCORE_AUDIT).byKey();
    Map<String, StoredRows> layouts = data.table(WorkspaceTable.LAYOUTS).byKey();
    Map<String, StoredRows> attention = data.table(WorkspaceTable.ATTENTION).byKey();
    TreeSet<String> dossiers = new TreeSet<>(forms.keySet());
    dossiers.addAll(findings.keySet());
    for (String dossier : dossiers) {
      List<Finding> found = new ArrayList<>();
      each(findings, dossier, (row, internal) -> found.add(FindingCodec.fromRow(row)));
      Map<String, ScoreAudit> audited = new HashMap<>();
      each(
          audits,
          dossier,
          (row, internal) -> audited.put(row.getAs("formId"), ScoreAuditCodec.fromRow(row)));
      Map<String, byte[]> rows = new HashMap<>();
      each(layouts, dossier, (row, internal) -> rows.put(row.getAs("formId"), row.getAs("layout")));
      Map<String, BigDecimal> priorities = new HashMap<>();
      each(
          attention,
          dossier,
          (row, internal) -> priorities.put(row.getAs("formId"), row.getAs("priority")));
      try (ReportFiles.Department department = report.department(dossier, found)) {
        each(
            forms,
            dossier,
            (row, internal) -> {
              var form = FormCodec.fromRow(row);
              String id = form.formId();
              department.add(form, audited.get(id), rows.get(id), priorities.get(id));
            });
      }
    }
    for (WorkspaceTable table : List.of(WorkspaceTable.COMPARISON, WorkspaceTable.OUTLIERS)) {
      ArrayNode rows = RowJson.JSON.createArrayNode();
      data.table(table).forEach((row, internal) -> rows.add(RowJson.object(row)));
      report.table(table.tableName(), rows);
    }
    List<Quarantined> waiting = new ArrayList<>();
    data.table(WorkspaceTable.QUARANTINE)
        .forEach(
            (row, internal) -> waiting.add(data.dismissals().on(QuarantineCodec.fromRow(row))));
    report.finish(
        data.edition().run(),
        data.edition().program(),
        data.rules(),
        waiting,
        data.texts().language());
  }

  private static void each(Map<String, StoredRows> tables, String dossier, StoredRows.Taker taker)
      throws IOException {
    StoredRows rows = tables.get(dossier);
    if (rows != null) {
      rows.forEach(taker);
    }
  }
}
