package org.jihe.publish;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jihe.finding.Finding;
import org.jihe.form.Field;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Position;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.table.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/** CSV files for spreadsheets: forms, indicators, findings, quarantine and statistics. */
final class CsvPublication implements Publication {

  @Override
  public void write(ReviewData data, Path folder) throws IOException {
    forms(data, folder);
    findings(data, folder);
    flat(data, WorkspaceTable.DEPARTMENT_STATISTICS, folder);
    flat(data, WorkspaceTable.INDICATOR_STATISTICS, folder);
    flat(data, WorkspaceTable.QUARANTINE, folder);
  }

  private static void forms(ReviewData data, Path folder) throws IOException {
    try (CsvFile forms =
            new CsvFile(
                folder.resolve("forms.csv"),
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
                    "guesses"));
        CsvFile indicators =
            new CsvFile(
                folder.resolve("indicators.csv"),
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
                    "varianceExplanation"))) {
      Iterator<Row> rows = data.table(WorkspaceTable.FORMS).toLocalIterator();
      while (rows.hasNext()) {
        AcceptedForm accepted = FormCodec.fromRow(rows.next());
        form(forms, accepted);
        indicators(indicators, accepted);
      }
    }
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
    BigDecimal value = field.value();
    return value == null ? null : value.toPlainString();
  }

  private static void findings(ReviewData data, Path folder) throws IOException {
    try (CsvFile csv =
        new CsvFile(
            folder.resolve("findings.csv"),
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
                "ruleSetFingerprint"))) {
      Iterator<Row> rows = data.table(WorkspaceTable.FINDINGS).toLocalIterator();
      while (rows.hasNext()) {
        Row row = rows.next();
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
            finding.ruleSetFingerprint());
      }
    }
  }

  /** A table whose nested columns are written as JSON. */
  private static void flat(ReviewData data, WorkspaceTable table, Path folder) throws IOException {
    List<String> columns = Arrays.asList(table.schema().fieldNames());
    try (CsvFile csv = new CsvFile(folder.resolve(table.tableName() + ".csv"), columns)) {
      Iterator<Row> rows = data.table(table).toLocalIterator();
      while (rows.hasNext()) {
        Row row = rows.next();
        @Nullable Object[] cells = new Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
          cells[i] = RowJson.text(row.get(i));
        }
        csv.line(cells);
      }
    }
  }
}
