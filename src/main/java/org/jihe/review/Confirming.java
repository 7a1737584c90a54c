package org.jihe.review;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jihe.form.SelfEvaluation;
import org.jihe.message.JobException;
import org.jihe.process.Changes;
import org.jihe.table.AcceptedForm;
import org.jihe.table.Confirmation;
import org.jihe.table.Confirmations;
import org.jihe.table.FormCodec;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * Notes what a person says of the reading of a cell, and puts it into the form. The form's
 * department is due for a check then; nothing is checked or published here.
 */
public final class Confirming {

  private Confirming() {}

  /**
   * What is said.
   *
   * @param dossier key of the form's department and year
   * @param formId the form
   * @param path path of the cell, or subject of a guess
   * @param value what it should read, empty for nothing; null where the reading is right
   * @param by who says it
   * @param reason why
   */
  public record Said(
      String dossier,
      String formId,
      String path,
      @Nullable String value,
      String by,
      String reason) {}

  /**
   * Notes it.
   *
   * @return the run's name
   * @throws JobException where the workspace cannot be used, or the form has gone meanwhile
   */
  public static String run(ReviewRequest request, Said said) throws JobException {
    return Workbench.filled(
        request,
        "confirm",
        (spark, workspace, run) -> {
          note(workspace, run, said);
          run.counts().put(said.value == null ? "confirmed" : "corrected", 1L);
          Commit.of(workspace, run);
          Changes.are(Changes.State.DONE);
          return run.id();
        });
  }

  private static void note(Workspace workspace, Run run, Said said)
      throws JobException, IOException {
    List<AcceptedForm> forms = new ArrayList<>();
    Confirmation noted = null;
    for (Row row : rows(workspace, run, WorkspaceTable.FORMS, said.dossier)) {
      AcceptedForm form = FormCodec.fromRow(row);
      forms.add(form);
      if (form.formId().equals(said.formId)) {
        noted = confirmation(form, said, run.id());
      }
    }
    if (noted == null) {
      throw new JobException("confirm.gone", Map.of("form", said.formId));
    }
    List<Confirmation> all = new ArrayList<>();
    for (Row row :
        workspace
            .read(run, WorkspaceTable.CONFIRMATIONS)
            .filter(functions.col("dossier").equalTo(said.dossier))
            .collectAsList()) {
      Confirmation one = Confirmation.fromRow(row);
      if (!one.formId().equals(said.formId) || !one.path().equals(said.path)) {
        all.add(one);
      }
    }
    all.add(noted);
    workspace.replace(
        run,
        WorkspaceTable.CONFIRMATIONS,
        all.stream().map(Confirmation::toRow).toList(),
        Set.of(said.dossier));
    Confirmations confirmations = Confirmations.of(all);
    Set<String> lines = new TreeSet<>();
    List<Row> rows = new ArrayList<>();
    for (AcceptedForm form : forms) {
      lines.add(confirmations.line(said.dossier, form.formId(), form.contentHash()));
      rows.add(FormCodec.toRow(confirmations.in(form)));
    }
    workspace.replace(run, WorkspaceTable.FORMS, rows, Set.of(said.dossier));
    run.dossiers().put(said.dossier, SourceAccounts.digest(lines));
  }

  private static List<Row> rows(Workspace workspace, Run run, WorkspaceTable table, String dossier)
      throws IOException {
    return workspace.tables().rowsOf(run, table, List.of(dossier));
  }

  private static Confirmation confirmation(AcceptedForm accepted, Said said, String run) {
    SelfEvaluation form = accepted.form();
    return new Confirmation(
        said.dossier,
        said.formId,
        said.path,
        Confirmations.printed(form, said.path),
        accepted.contentHash(),
        accepted.printedHash(),
        said.value,
        said.by,
        Instant.now(),
        said.reason,
        run);
  }
}
