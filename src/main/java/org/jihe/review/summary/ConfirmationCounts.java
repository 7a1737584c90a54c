package org.jihe.review.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jihe.table.Confirmation;
import org.jihe.view.ReviewSummary.ConfirmationFigures;
import org.jihe.view.ReviewSummary.VoidConfirmation;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/** What people have said of the readings of some forms, and what of it counts no more. */
final class ConfirmationCounts {

  private static final Comparator<VoidConfirmation> ORDER =
      Comparator.comparing(VoidConfirmation::formId).thenComparing(VoidConfirmation::path);

  private ConfirmationCounts() {}

  /**
   * The figures.
   *
   * @param forms the forms in force of the dossiers
   */
  static ConfirmationFigures of(
      Workspace workspace, Run run, Set<String> dossiers, List<FormHead> forms) {
    long confirmed = 0;
    long corrected = 0;
    Map<String, FormHead> byId = new HashMap<>();
    for (FormHead form : forms) {
      confirmed += form.confirmed();
      corrected += form.corrected();
      byId.put(form.formId(), form);
    }
    List<VoidConfirmation> voided = new ArrayList<>();
    for (Row row : workspace.read(run, WorkspaceTable.CONFIRMATIONS).collectAsList()) {
      Confirmation one = Confirmation.fromRow(row);
      FormHead form = byId.get(one.formId());
      if (dossiers.contains(one.dossier())
          && (form == null || !form.printedHash().equals(one.printedHash()))) {
        String project = form == null ? null : form.project();
        voided.add(
            new VoidConfirmation(
                one.formId(), project, one.path(), one.printed(), one.value(), one.by()));
      }
    }
    voided.sort(ORDER);
    return new ConfirmationFigures(confirmed, corrected, voided);
  }
}
