package org.jihe.review;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.department.Departments;
import org.jihe.reading.FileReading;
import org.jihe.table.AcceptedForm;
import org.jihe.table.Confirmations;
import org.jihe.table.FormCodec;
import org.jihe.table.Rows;
import org.jihe.table.VersionCodec;
import org.jihe.version.MetForm;
import org.jihe.version.SourcesReadAgain;
import org.jihe.workspace.Run;
import org.jihe.workspace.Together;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/** Writes the tables of what was read, as an {@link IngestPlan} says. */
record IngestTables(
    JavaSparkContext context,
    Workspace workspace,
    Run run,
    JavaRDD<FileReading> readings,
    Departments departments) {

  /**
   * Writes what changes.
   *
   * @param again which sources of earlier runs were looked at again
   * @param stored what earlier runs left of the dossiers that the run concerns
   */
  void write(IngestPlan plan, SourcesReadAgain again, StoredForms stored) {
    run.dossiers().clear();
    run.dossiers().putAll(plan.contents());
    run.inputs().putAll(plan.accounts().digests());
    Together.run(
        () -> rewrite(WorkspaceTable.SOURCES, plan.accounts().sourceRows(), again),
        () -> rewrite(WorkspaceTable.QUARANTINE, plan.accounts().quarantineRows(), again),
        () -> rewrite(WorkspaceTable.FORM_COPIES, plan.copyRows(), again),
        () -> {
          // What is replaced is read where it stands, so the history is written first.
          history(plan.ended(), stored);
          forms(plan, stored.confirmations());
        },
        () -> layouts(plan));
  }

  /**
   * Writes a short table anew where something in it changes: a row of an earlier run goes where its
   * file was looked at again or is no longer there.
   */
  private void rewrite(WorkspaceTable table, List<Row> rows, SourcesReadAgain again) {
    List<Row> before = Rows.of(workspace.read(run, table)).collect();
    List<Row> after = new ArrayList<>(rows);
    for (Row row : before) {
      String file = row.getAs("file");
      if (!again.seen(file) && !again.isGone(file)) {
        after.add(row);
      }
    }
    if (before.size() != after.size() || !new HashSet<>(before).equals(new HashSet<>(after))) {
      workspace.rewrite(run, table, after);
    }
  }

  private void forms(IngestPlan plan, Confirmations confirmations) {
    Set<String> changed = plan.changed();
    if (changed.isEmpty()) {
      return;
    }
    JavaRDD<Row> rows = accepted(plan.versions().accepted(), changed, formRow(confirmations));
    workspace.replace(
        run, WorkspaceTable.FORMS, rows.union(staying(plan, WorkspaceTable.FORMS)), changed);
  }

  /** The rows of forms as printed; they go and stay with the forms. */
  private void layouts(IngestPlan plan) {
    Set<String> changed = plan.changed();
    if (changed.isEmpty()) {
      return;
    }
    JavaRDD<Row> rows = accepted(plan.versions().accepted(), changed, IngestTables::layoutRow);
    workspace.replace(
        run, WorkspaceTable.LAYOUTS, rows.union(staying(plan, WorkspaceTable.LAYOUTS)), changed);
  }

  /** A row of a form that was read; null where the table has none of it. */
  @FunctionalInterface
  private interface RowOf extends Serializable {
    @Nullable Row of(FileReading reading, AcceptedForm form);
  }

  /** Here, and where one is confirmed, people's words on readings come into forms. */
  private static RowOf formRow(Confirmations confirmations) {
    return (reading, form) -> FormCodec.toRow(confirmations.in(form));
  }

  private static @Nullable Row layoutRow(FileReading reading, AcceptedForm form) {
    byte[] layout = reading.layoutOf(form.form());
    return layout == null
        ? null
        : RowFactory.create(form.dossier(), form.formId(), form.contentHash(), layout);
  }

  /** Rows of the forms that stay in dossiers that change. */
  private JavaRDD<Row> staying(IngestPlan plan, WorkspaceTable table) {
    Map<String, Set<String>> staying = plan.staying();
    if (staying.isEmpty()) {
      return context.emptyRDD();
    }
    Broadcast<Map<String, Set<String>>> kept = context.broadcast(staying);
    return StoredForms.rows(workspace, run, table, staying.keySet())
        .filter(
            row ->
                kept.value()
                    .getOrDefault(row.<String>getAs("dossier"), Set.of())
                    .contains(StoredForms.name(row)));
  }

  /** Rows of the forms that were read, under the ids that they have got. */
  private JavaRDD<Row> accepted(Map<String, String> idOfName, Set<String> dossiers, RowOf row) {
    Broadcast<Map<String, String>> ids = context.broadcast(idOfName);
    Broadcast<Set<String>> wanted = context.broadcast(dossiers);
    Broadcast<Departments> named = context.broadcast(departments);
    return readings.flatMap(
        reading -> {
          List<Row> accepted = new ArrayList<>();
          for (SelfEvaluation form : reading.forms()) {
            String id = ids.value().get(MetForm.id(form));
            AcceptedForm one = id == null ? null : AcceptedForm.of(form, named.value());
            if (id != null && one != null && wanted.value().contains(one.dossier())) {
              Row made = row.of(reading, one.withId(id));
              if (made != null) {
                accepted.add(made);
              }
            }
          }
          return accepted.iterator();
        });
  }

  /** Adds to the history what is not in force any more. */
  private void history(IngestPlan.Ended ended, StoredForms stored) {
    Set<String> dossiers = ended.dossiers();
    if (dossiers.isEmpty()) {
      return;
    }
    JavaRDD<Row> rows = endedHere(ended.here());
    if (!ended.there().isEmpty()) {
      rows = rows.union(endedThere(ended.there(), dossiers));
    }
    if (!stored.past().isEmpty()) {
      rows = rows.union(StoredForms.history(workspace, run, dossiers));
    }
    workspace.replace(run, WorkspaceTable.FORM_VERSIONS, rows, dossiers);
  }

  private JavaRDD<Row> endedHere(Map<String, VersionCodec.End> ends) {
    Broadcast<Map<String, VersionCodec.End>> endOfName = context.broadcast(ends);
    Broadcast<Departments> named = context.broadcast(departments);
    return readings.flatMap(
        reading -> {
          List<Row> ended = new ArrayList<>();
          for (SelfEvaluation form : reading.forms()) {
            VersionCodec.End end = endOfName.value().get(MetForm.id(form));
            if (end != null) {
              ended.add(VersionCodec.toRow(AcceptedForm.of(form, named.value()), end));
            }
          }
          return ended.iterator();
        });
  }

  private JavaRDD<Row> endedThere(Map<String, VersionCodec.End> ends, Set<String> dossiers) {
    Broadcast<Map<String, VersionCodec.End>> endOfName = context.broadcast(ends);
    return StoredForms.rows(workspace, run, WorkspaceTable.FORMS, dossiers)
        .flatMap(
            row -> {
              VersionCodec.End end = endOfName.value().get(StoredForms.name(row));
              return end == null
                  ? List.<Row>of().iterator()
                  : List.of(VersionCodec.toRow(FormCodec.fromRow(row), end)).iterator();
            });
  }
}
