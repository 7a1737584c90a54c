package org.jihe.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jihe.layout.Position;
import org.jihe.table.Confirmation;
import org.jihe.table.Confirmations;
import org.jihe.table.Rows;
import org.jihe.table.VersionCodec;
import org.jihe.version.PastVersion;
import org.jihe.version.SourcesReadAgain;
import org.jihe.version.StoredForm;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/**
 * What earlier runs left of the departments and years that a run concerns: those of its forms, and
 * those of forms whose sources it has read again.
 *
 * @param inForce the forms in force
 * @param past the history
 * @param confirmations what people have said of readings, in the whole workspace
 */
record StoredForms(List<StoredForm> inForce, Set<PastVersion> past, Confirmations confirmations) {

  static StoredForms of(
      JavaSparkContext context,
      Workspace workspace,
      Run run,
      SourcesReadAgain coverage,
      Set<String> dossiers) {
    if (run.inputs().isEmpty()) { // nothing was ever read
      return new StoredForms(List.of(), Set.of(), Confirmations.of(List.of()));
    }
    Broadcast<SourcesReadAgain> seen = context.broadcast(coverage);
    Set<String> concerned = new TreeSet<>(dossiers);
    concerned.addAll(
        Rows.of(workspace.read(run, WorkspaceTable.FORMS).select("dossier", "file"))
            .filter(row -> seen.value().readWhole(row.getString(1)))
            .map(row -> row.getString(0))
            .distinct()
            .collect());
    if (concerned.isEmpty()) {
      return new StoredForms(List.of(), Set.of(), Confirmations.of(List.of()));
    }
    List<StoredForm> inForce =
        Rows.of(
                workspace
                    .read(run, WorkspaceTable.FORMS)
                    .filter(functions.col("dossier").isin(concerned.toArray()))
                    .select("formId", "origin", "dossier", "contentHash", "printedHash"))
            .map(
                row ->
                    new StoredForm(
                        row.getString(0),
                        VersionCodec.origin(row),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4)))
            .collect();
    Set<PastVersion> past =
        new HashSet<>(
            Rows.of(
                    workspace
                        .read(run, WorkspaceTable.FORM_VERSIONS)
                        .filter(functions.col("dossier").isin(concerned.toArray()))
                        .select("formId", "place", "printedHash", "supersededBy"))
                .map(
                    row -> {
                      Position place = VersionCodec.place(row);
                      return new PastVersion(
                          row.getString(0),
                          place == null ? "" : place.file(),
                          row.getString(2),
                          row.getString(3));
                    })
                .collect());
    return new StoredForms(inForce, past, confirmations(workspace, run));
  }

  /** What people have said of readings. */
  static Confirmations confirmations(Workspace workspace, Run run) {
    return Confirmations.of(
        workspace.read(run, WorkspaceTable.CONFIRMATIONS).collectAsList().stream()
            .map(Confirmation::fromRow)
            .toList());
  }

  /** Name of a row's form among all that are stored. */
  static String name(Row row) {
    return row.<String>getAs("dossier") + row.<String>getAs("formId");
  }

  /** The rows of some dossiers in a table of forms, as they stand there. */
  static JavaRDD<Row> rows(
      Workspace workspace, Run run, WorkspaceTable table, Set<String> dossiers) {
    return Rows.of(
        workspace.read(run, table).filter(functions.col("dossier").isin(dossiers.toArray())));
  }

  /** The history of some dossiers, as it stands in the tables. */
  static JavaRDD<Row> history(Workspace workspace, Run run, Set<String> dossiers) {
    return Rows.of(
        workspace
            .read(run, WorkspaceTable.FORM_VERSIONS)
            .filter(functions.col("dossier").isin(dossiers.toArray())));
  }
}
