package org.jihe.publish;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.form.Field;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Position;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.table.ScoreAuditCodec;
import org.jihe.view.Places;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/** CSV files for spreadsheets: forms, indicators, findings, quarantine and statistics. */
final class CsvPublication {

  private CsvPublication() {}

  /** The forms, a line each. */
  static Publication forms() {
    return lines(
        WorkspaceTable.FORMS,
        "forms.csv",
        List.of(
            "formId",
            "file",
            "row",
            "year",
            "supervisingDepartment",
            "implementingAgency",
            "projectName",
            "originalBudget",
            "finalBudget",
            "actualExpenditure",
            "executionRate",
            "maxScore",
            "score",
            "indicators",
            "planned",
            "achieved",
            "confidence",
            "guesses"),
        (csv, row, data) -> form(csv, FormCodec.fromRow(row)));
  }

  /** The forms' indicators, a line each. */
  static Publication indicators() {
    return lines(
        WorkspaceTable.FORMS,
        "indicators.csv",
        List.of(
            "formId",
            "projectName",
            "index",
            "row",
            "category",
            "aspect",
            "name",
            "target",
            "actual",
            "maxScore",
            "score",
            "varianceExplanation"),
        (csv, row, data) -> indicators(csv, FormCodec.fromRow(row)));
  }

  /** The findings with their messages, a line each. */
  static Publication findings() {
    return lines(
        WorkspaceTable.FINDINGS,
        "findings.csv",
        List.of(
            "formId",
            "projectName",
            "severity",
            "ruleId",
            "message",
            "subject",
            "file",
            "page",
            "sheet",
            "row",
            "column",
            "reported",
            "expected",
            "difference",
            "fingerprint",
            "ruleSetFingerprint",
            "related",
            "waived",
            "address",
            "box"),
        CsvPublication::finding);
  }

  /** The score audits, a line for every score: the total first, then what it is made of. */
  static Publication scoreAudit() {
    return lines(
        WorkspaceTable.SCORE_AUDIT,
        "score_audit.csv",
        List.of(
            "formId",
            "projectName",
            "subject",
            "name",
            "basis",
            "maxScore",
            "claimed",
            "low",
            "high",
            "overClaimed",
            "arithmetic"),
        (csv, row, data) -> audit(csv, row));
  }

  /** A table whose nested columns are written as JSON. */
  static Publication flat(WorkspaceTable table) {
    List<String> columns = Arrays.asList(table.schema().fieldNames());
    return lines(table, table.tableName() + ".csv", columns, (csv, row, data) -> flat(csv, row));
  }

  /** The history, without what the versions printed. */
  static Publication versions() {
    List<String> columns =
        Arrays.stream(WorkspaceTable.FORM_VERSIONS.schema().fieldNames())
            .filter(name -> !name.equals("transcript"))
            .toList();
    return lines(
        WorkspaceTable.FORM_VERSIONS,
        "form_versions.csv",
        columns,
        (csv, row, data) ->
            csv.line(columns.stream().map(name -> RowJson.text(row.getAs(name))).toArray()));
  }

  /** Writes what one row holds. */
  @FunctionalInterface
  interface Lines {
    void write(CsvFile csv, Row row, ReviewData data) throws IOException;
  }

  /** A CSV file with a head, and the lines that each row of a table gives. */
  static Publication lines(WorkspaceTable table, String file, List<String> head, Lines lines) {
    return new Publication(
        table,
        (folder, data) -> {
          CsvFile csv = new CsvFile(folder.resolve(file), head);
          return new Publication.Sink() {
            @Override
            public void take(Row row, InternalRow internal) throws IOException {
              lines.write(csv, row, data);
            }

            @Override
            public void close() throws IOException {
              csv.close();
            }
          };
        });
  }

  private static void form(CsvFile csv, AcceptedForm accepted) throws IOException {
    SelfEvaluation form = accepted.form();
    FundingRow total = form.funding().total();
    csv.line(
        accepted.formId(),
        form.origin().file(),
        form.origin().row(),
        form.year().value(),
        form.supervisingDepartment().printed(),
        form.implementingAgency().printed(),
        form.projectName().printed(),
        plain(total.originalBudget()),
        plain(total.finalBudget()),
        plain(total.actualExpenditure()),
        plain(total.executionRate()),
        plain(form.total().maxScore()),
        plain(form.total().score()),
        form.indicators().size(),
        form.annualObjective().planned().printed(),
        form.annualObjective().achieved().printed(),
        form.recovery().confidence(),
        form.recovery().guesses().size());
  }

  private static void indicators(CsvFile csv, AcceptedForm accepted) throws IOException {
    SelfEvaluation form = accepted.form();
    int index = 0;
    for (Indicator indicator : form.indicators()) {
      Position place = indicator.name().position();
      csv.line(
          accepted.formId(),
          form.projectName().printed(),
          index++,
          place == null ? null : place.row(),
          indicator.category().printed(),
          indicator.aspect().printed(),
          indicator.name().printed(),
          indicator.target().printed(),
          indicator.actual().printed(),
          indicator.maxScore().printed(),
          indicator.score().printed(),
          indicator.varianceExplanation().printed());
    }
  }

  /** An amount in yuan, a rate in percent, or points; what cannot be read as a number is blank. */
  private static @Nullable String plain(Field<BigDecimal> field) {
    return plain(field.value());
  }

  private static void finding(CsvFile csv, Row row, ReviewData data) throws IOException {
    Finding finding = FindingCodec.fromRow(row);
    Position cell = finding.cell();
    BigDecimal difference = finding.difference();
    csv.line(
        finding.formId(),
        row.getAs("projectName"),
        finding.severity(),
        finding.ruleId(),
        data.message(finding),
        finding.subject(),
        cell == null ? null : cell.file(),
        cell == null ? null : cell.page(),
        cell == null ? null : cell.sheet(),
        cell == null ? null : cell.row(),
        cell == null ? null : cell.column(),
        finding.reported(),
        finding.expected(),
        difference == null ? null : difference.toPlainString(),
        finding.fingerprint(),
        finding.ruleSetFingerprint(),
        String.join(" ", finding.related()),
        finding.waived(),
        Places.address(cell),
        Places.box(cell));
  }

  private static void audit(CsvFile csv, Row row) throws IOException {
    ScoreAudit audit = ScoreAuditCodec.fromRow(row);
    String project = row.getAs("projectName");
    auditLine(csv, audit.formId(), project, audit.total());
    for (ScoreAudit.Line line : audit.lines()) {
      auditLine(csv, audit.formId(), project, line);
    }
  }

  private static void auditLine(
      CsvFile csv, String formId, @Nullable String project, ScoreAudit.Line line)
      throws IOException {
    csv.line(
        formId,
        project,
        line.subject(),
        line.name(),
        line.basis(),
        plain(line.maxScore()),
        plain(line.claimed()),
        plain(line.low()),
        plain(line.high()),
        plain(line.overClaimed()),
        line.arithmetic());
  }

  private static @Nullable String plain(@Nullable BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }

  private static void flat(CsvFile csv, Row row) throws IOException {
    @Nullable Object[] cells = new Object[row.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = RowJson.text(row.get(i));
    }
    csv.line(cells);
  }
}
