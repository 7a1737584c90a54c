package org.jihe.publish;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.form.Field;
import org.jihe.form.FormBlock;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.FundingKind;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.CellNote;
import org.jihe.layout.Position;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.table.Schemas;
import org.jihe.table.ScoreAuditCodec;
import org.jihe.view.Places;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/** CSV files for spreadsheets: forms, indicators, findings, quarantine and statistics. */
final class CsvPublication {

  /** What a form's line tells of it before the number of its indicators. */
  private static final List<FormPath> BEFORE_COUNT =
      List.of(
          FormPath.head(FormFields.YEAR),
          FormPath.head(FormFields.SUPERVISING_DEPARTMENT),
          FormPath.head(FormFields.IMPLEMENTING_AGENCY),
          FormPath.head(FormFields.PROJECT_NAME),
          FormPath.funding(FundingKind.TOTAL, FormFields.ORIGINAL_BUDGET),
          FormPath.funding(FundingKind.TOTAL, FormFields.FINAL_BUDGET),
          FormPath.funding(FundingKind.TOTAL, FormFields.ACTUAL_EXPENDITURE),
          FormPath.funding(FundingKind.TOTAL, FormFields.EXECUTION_RATE),
          FormPath.total(FormFields.TOTAL_MAX_SCORE),
          FormPath.total(FormFields.TOTAL_SCORE));

  /** What it tells behind it. */
  private static final List<FormPath> BEHIND_COUNT =
      List.of(FormPath.objective(FormFields.PLANNED), FormPath.objective(FormFields.ACHIEVED));

  private CsvPublication() {}

  private static String name(FormPath path) {
    return Objects.requireNonNull(path.column()).name();
  }

  /** The forms, a line each. */
  static Publication forms() {
    List<String> head = new ArrayList<>(List.of("formId", "file", "row"));
    BEFORE_COUNT.forEach(path -> head.add(name(path)));
    head.add(FormBlock.INDICATORS.key());
    BEHIND_COUNT.forEach(path -> head.add(name(path)));
    head.addAll(List.of("confidence", "guesses", Schemas.FORM_KIND, "confirmed", "corrected"));
    return lines(
        WorkspaceTable.FORMS,
        "forms.csv",
        head,
        (csv, row, data) -> form(csv, FormCodec.fromRow(row)));
  }

  /** The forms' indicators, a line each; the first one of a form names the project. */
  static Publication indicators() {
    List<String> head = new ArrayList<>(List.of("formId", "projectName", "index", "row"));
    FormFields.INDICATOR.forEach(column -> head.add(column.name()));
    return lines(
        WorkspaceTable.FORMS,
        "indicators.csv",
        head,
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

  /**
   * The score audits, a line for every score: the total first, with the project, then what it is
   * made of. The project stands once, since there are some fifteen lines a form.
   */
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
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(accepted.formId());
    cells.add(form.origin().file());
    cells.add(form.origin().row());
    BEFORE_COUNT.forEach(path -> cells.add(value(path.in(form), path)));
    cells.add(form.indicators().size());
    BEHIND_COUNT.forEach(path -> cells.add(value(path.in(form), path)));
    cells.add(form.recovery().confidence());
    cells.add(form.recovery().guesses().size());
    cells.add(form.kind().key());
    cells.add(said(form, CellNote.Kind.CONFIRMED));
    cells.add(said(form, CellNote.Kind.CORRECTED));
    csv.line(cells.toArray());
  }

  private static long said(SelfEvaluation form, CellNote.Kind kind) {
    return form.notes().stream().filter(note -> note.kind() == kind).count();
  }

  /**
   * A text as printed; a year, an amount in yuan, a rate in percent or points, blank where it
   * cannot be read as a number.
   */
  private static @Nullable Object value(@Nullable Field<?> field, FormPath path) {
    if (field == null) {
      return null;
    }
    boolean number = Objects.requireNonNull(path.column()).type().isNumber();
    Object value = number ? field.value() : field.printed();
    return value instanceof BigDecimal amount ? amount.toPlainString() : value;
  }

  private static void indicators(CsvFile csv, AcceptedForm accepted) throws IOException {
    SelfEvaluation form = accepted.form();
    int index = 0;
    for (Indicator indicator : form.indicators()) {
      Position place = indicator.name().position();
      List<@Nullable Object> cells = new ArrayList<>();
      cells.add(accepted.formId());
      cells.add(index == 0 ? form.projectName().printed() : null);
      cells.add(index++);
      cells.add(place == null ? null : place.row());
      FormFields.INDICATOR.forEach(column -> cells.add(column.of(indicator).printed()));
      csv.line(cells.toArray());
    }
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
      auditLine(csv, audit.formId(), null, line);
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
