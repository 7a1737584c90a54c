package org.jihe.inquiry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jihe.finding.Evaluation;
import org.jihe.finding.Finding;
import org.jihe.finding.ScoreAudit;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Grid;
import org.jihe.layout.LayoutCodec;
import org.jihe.layout.Position;
import org.jihe.message.JobException;
import org.jihe.reading.SourcePlaces;
import org.jihe.review.KeptLists;
import org.jihe.review.Workbench;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.table.Schemas;
import org.jihe.table.ScoreAuditCodec;
import org.jihe.table.VersionCodec;
import org.jihe.workspace.Run;
import org.jihe.workspace.Tables;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * The forms that are in force in a workspace, and what was found on them: what the run left that
 * was committed last. Read without Spark; nothing in the workspace changes.
 */
public final class FormsInForce {

  private static final String PROJECT_NAME = "projectName";
  private static final String DEPARTMENT = "supervisingDepartment";
  private static final String YEAR = "year";

  private final Path workspace;
  private final Tables tables;
  private final Run run;
  private final List<Entry> entries;

  private FormsInForce(Path workspace, Tables tables, Run run, List<Entry> entries) {
    this.workspace = workspace;
    this.tables = tables;
    this.run = run;
    this.entries = List.copyOf(entries);
  }

  /**
   * A form.
   *
   * @param dossier key of its department and year
   */
  public record Entry(
      String formId,
      String dossier,
      @Nullable String projectName,
      @Nullable String department,
      @Nullable String year,
      Position origin)
      implements NamedForm {}

  /**
   * A form with what was found on it.
   *
   * @param findings on the form alone, then those beside other forms
   */
  public record Judged(SelfEvaluation form, List<Finding> findings, ScoreAudit audit) {

    /** What an evaluation of the form says. */
    public static Judged of(SelfEvaluation form, Evaluation evaluation) {
      return new Judged(form, evaluation.findings(), evaluation.audit());
    }
  }

  /**
   * Opens a workspace.
   *
   * @throws JobException where there is none, or it cannot be read
   */
  public static FormsInForce of(Path workspace) throws JobException {
    return Workbench.inForce(
        workspace,
        (tables, run) ->
            new FormsInForce(
                workspace,
                tables,
                run,
                tables
                    .rows(
                        run,
                        WorkspaceTable.FORMS,
                        List.of(
                            "formId",
                            "dossier",
                            "origin",
                            PROJECT_NAME,
                            DEPARTMENT,
                            YEAR,
                            Schemas.CONFIRMED))
                    .stream()
                    .map(FormsInForce::entry)
                    .toList()));
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getAs("formId"),
        row.getAs("dossier"),
        printed(row, PROJECT_NAME),
        printed(row, DEPARTMENT),
        printed(row, YEAR),
        VersionCodec.origin(row));
  }

  /** As printed, or as somebody has corrected it. */
  private static @Nullable String printed(Row row, String column) {
    // A workspace of version 0.1 that may not be written has no such column.
    boolean isKnown = List.of(row.schema().fieldNames()).contains(Schemas.CONFIRMED);
    int confirmed = isKnown ? row.fieldIndex(Schemas.CONFIRMED) : -1;
    if (isKnown && !row.isNullAt(confirmed)) {
      for (Row said : row.<Row>getList(confirmed)) {
        if (column.equals(said.getAs("path")) && said.getAs("value") != null) {
          return said.getAs("value");
        }
      }
    }
    Row name = row.getAs(column);
    return name == null ? null : name.getAs("printed");
  }

  /**
   * A finding.
   *
   * @param formId the form; null where it is on a department's forms together
   * @param project printed name of the project; null where there is none
   */
  public record Found(
      String fingerprint,
      String ruleId,
      String dossier,
      @Nullable String formId,
      @Nullable String project,
      String subject) {}

  private static final List<String> FOUND =
      List.of("fingerprint", "ruleId", "dossier", "formId", "projectName", "subject");

  /**
   * All findings, those that are accepted among them.
   *
   * @throws JobException where the tables cannot be read
   */
  public List<Found> findings() throws JobException {
    return Workbench.reading(
        workspace,
        () ->
            tables.rows(run, WorkspaceTable.FINDINGS, FOUND).stream()
                .map(
                    row ->
                        new Found(
                            row.getAs("fingerprint"),
                            row.getAs("ruleId"),
                            row.getAs("dossier"),
                            row.getAs("formId"),
                            row.getAs("projectName"),
                            row.getAs("subject")))
                .toList());
  }

  /** All forms. */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * True where the findings of the tables are those of the form as it is in force: not where forms
   * of its department were read and have not been checked since.
   */
  public boolean isChecked(Entry entry) {
    return isChecked(run, entry.dossier());
  }

  /** True where a dossier's findings come from its forms in force. */
  static boolean isChecked(Run run, String dossier) {
    String forms = run.dossiers().get(dossier);
    return forms != null && run.checked().getOrDefault(dossier, "").startsWith(forms + " ");
  }

  /**
   * A form with the findings that its run has left.
   *
   * @throws JobException where the tables cannot be read
   */
  public Judged stored(Entry entry) throws JobException {
    return Workbench.reading(
        workspace,
        () -> {
          List<Finding> own = new ArrayList<>();
          List<Finding> besideOthers = new ArrayList<>();
          for (Row row : rows(WorkspaceTable.FINDINGS, entry.dossier())) {
            Finding finding = FindingCodec.fromRow(row);
            if (finding.related().contains(entry.formId())) {
              besideOthers.add(finding);
            } else if (entry.formId().equals(finding.formId())) {
              own.add(finding);
            }
          }
          besideOthers.sort(InputForms.BY_WEIGHT);
          own.addAll(besideOthers);
          ScoreAudit audit = null;
          for (Row row : rows(WorkspaceTable.SCORE_AUDIT, entry.dossier())) {
            if (entry.formId().equals(row.getAs("formId"))) {
              audit = ScoreAuditCodec.fromRow(row);
            }
          }
          if (audit == null) {
            throw new IllegalStateException("a form that was checked has no score audit");
          }
          return new Judged(form(entry).form(), own, audit);
        });
  }

  /**
   * A form as it is in force.
   *
   * @throws JobException where the tables cannot be read
   */
  public SelfEvaluation read(Entry entry) throws JobException {
    return Workbench.reading(workspace, () -> form(entry).form());
  }

  /**
   * A form with what rules say of it now, by itself and beside the forms of its department in force
   * this year and the year before.
   *
   * @param lists those that are given; for others those of the last check count
   * @throws JobException where the tables cannot be read
   */
  public Judged anew(Entry entry, RuleSet rules, RegistryLists lists) throws JobException {
    return Workbench.reading(
        workspace,
        () -> {
          SelfEvaluation form = form(entry).form();
          TreeSet<String> dossiers = new TreeSet<>(List.of(entry.dossier()));
          RegistryLists known = KeptLists.of(workspace, run, lists);
          Integer year = form.year().value();
          if (year != null) {
            dossiers.add(
                known.departments().dossier(year - 1, form.supervisingDepartment().printed()));
          }
          List<InputForms.Form> forms = new ArrayList<>();
          for (Row row : tables.rowsOf(run, WorkspaceTable.FORMS, dossiers)) {
            AcceptedForm one = FormCodec.fromRow(row);
            forms.add(new InputForms.Form(one.formId(), one.dossier(), one.form()));
          }
          InputForms department = new InputForms(forms, List.of());
          InputForms.Form asked = new InputForms.Form(entry.formId(), entry.dossier(), form);
          return Judged.of(
              form, department.evaluate(asked, rules.naming(known.departments()), known));
        });
  }

  /** Where the sources of the forms lie. */
  public SourcePlaces places() {
    return SourcePlaces.of(workspace, run.inputs());
  }

  /**
   * The rows that a form was read from, as the workspace keeps them; none where it does not.
   *
   * @throws JobException where the tables cannot be read
   */
  public List<Grid> layout(Entry entry) throws JobException {
    if (!run.has(WorkspaceTable.LAYOUTS)) {
      return List.of();
    }
    return Workbench.reading(
        workspace,
        () -> {
          for (Row row : rows(WorkspaceTable.LAYOUTS, entry.dossier())) {
            if (entry.formId().equals(row.getAs("formId"))) {
              return LayoutCodec.read(row.getAs("layout"), entry.origin().file());
            }
          }
          return List.of();
        });
  }

  private AcceptedForm form(Entry entry) throws IOException {
    for (Row row : rows(WorkspaceTable.FORMS, entry.dossier())) {
      if (entry.formId().equals(row.getAs("formId"))) {
        return FormCodec.fromRow(row);
      }
    }
    throw new IllegalStateException("the form was in this run's tables just before");
  }

  private List<Row> rows(WorkspaceTable table, String dossier) throws IOException {
    return tables.rowsOf(run, table, List.of(dossier));
  }
}
