package org.jihe.review;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.form.FormKey;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.department.Departments;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FormCodec;
import org.jihe.table.Rows;
import org.jihe.table.VersionCodec;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/**
 * Gives the forms that a workspace holds the ids that they would get now: after another list of
 * departments, or where an earlier version of the program gave them their ids. Forms that come to
 * have one key all stay in force, told apart by numbers; which of them is later nobody knows. What
 * was found in them is not renamed: it is found anew, because their dossiers are others.
 */
record RenamedForms(
    JavaSparkContext context, Workspace workspace, Run run, Departments departments) {

  /** A form in force, or the version of one, by its names before and now. */
  private record Name(
      String dossier,
      String formId,
      int version,
      String contentHash,
      String nextDossier,
      String nextKey)
      implements Serializable {

    String before() {
      return name(dossier, formId, version);
    }

    boolean stays() {
      return dossier.equals(nextDossier) && FormKey.withoutNumber(formId).equals(nextKey);
    }
  }

  /** What a form is called from now on; of a version of one the number counts. */
  private record Next(String dossier, String formId, int version) implements Serializable {}

  private static String name(String dossier, String formId, int version) {
    return dossier + formId + ":" + version;
  }

  /** Writes the tables anew as far as names change. */
  void write() {
    List<Name> forms =
        names(Rows.of(workspace.read(run, WorkspaceTable.FORMS)), RenamedForms::form);
    Map<String, String> idOfId = new HashMap<>();
    Map<String, Next> next = nextIds(forms, idOfId);
    Set<String> dossiers = changed(forms, next);
    if (!dossiers.isEmpty()) {
      digest(forms, next, dossiers);
      Broadcast<Map<String, Next>> names = context.broadcast(next);
      JavaRDD<Row> rows =
          StoredForms.rows(workspace, run, WorkspaceTable.FORMS, dossiers)
              .map(row -> FormCodec.toRow(renamed(FormCodec.fromRow(row), names.value())));
      // The rows are read where they stand, and go to other dossiers than they come from.
      workspace.replace(run, WorkspaceTable.FORMS, rows, dossiers);
      layouts(names, dossiers);
      confirmations(next);
      copies(idOfId);
    }
    history();
  }

  private interface Reader extends Serializable {
    Name of(Row row, Departments departments);
  }

  private List<Name> names(JavaRDD<Row> rows, Reader reader) {
    Broadcast<Departments> named = context.broadcast(departments);
    return rows.map(row -> reader.of(row, named.value())).collect().stream()
        .sorted(
            Comparator.comparing(Name::nextKey)
                .thenComparing(name -> name.stays() ? 0 : 1)
                .thenComparing(Name::formId)
                .thenComparing(Name::version))
        .toList();
  }

  private static Name form(Row row, Departments departments) {
    AcceptedForm stored = FormCodec.fromRow(row);
    return name(
        stored.dossier(), stored.formId(), 0, stored.contentHash(), stored.form(), departments);
  }

  private static Name version(Row row, Departments departments) {
    return name(
        row.getAs("dossier"),
        row.getAs("formId"),
        row.<Integer>getAs("version"),
        "",
        VersionCodec.form(row),
        departments);
  }

  private static Name name(
      String dossier,
      String formId,
      int version,
      String contentHash,
      SelfEvaluation form,
      Departments departments) {
    return new Name(
        dossier,
        formId,
        version,
        contentHash,
        departments.dossier(form.year().value(), form.supervisingDepartment().printed()),
        departments.key(form));
  }

  /** Those that keep their key keep their number, too; the others get those that are free. */
  private static Map<String, Next> nextIds(List<Name> forms, Map<String, String> idOfId) {
    Map<String, Next> next = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Name form : forms) {
      String id = form.stays() ? form.formId : form.nextKey;
      for (int number = 2; !taken.add(id); number++) {
        id = form.nextKey + "-" + number;
      }
      next.put(form.before(), new Next(form.nextDossier, id, 0));
      idOfId.put(form.formId, id);
    }
    return next;
  }

  /** Dossiers that have a form under another name than before. */
  private static Set<String> changed(List<Name> forms, Map<String, Next> next) {
    Set<String> changed = new TreeSet<>();
    for (Name form : forms) {
      Next now = next.get(form.before());
      if (now != null && !(form.stays() && now.formId.equals(form.formId))) {
        changed.add(form.dossier);
        changed.add(now.dossier);
      }
    }
    return changed;
  }

  private void digest(List<Name> forms, Map<String, Next> next, Set<String> dossiers) {
    Map<String, Set<String>> contents = new TreeMap<>();
    for (Name form : forms) {
      Next now = next.get(form.before());
      if (now != null && dossiers.contains(now.dossier)) {
        contents
            .computeIfAbsent(now.dossier, dossier -> new TreeSet<>())
            .add(now.formId + " " + form.contentHash);
      }
    }
    run.dossiers().keySet().removeAll(dossiers);
    contents.forEach((dossier, lines) -> run.dossiers().put(dossier, SourceAccounts.digest(lines)));
  }

  private static AcceptedForm renamed(AcceptedForm form, Map<String, Next> names) {
    Next next = names.get(name(form.dossier(), form.formId(), 0));
    return next == null
        ? form
        : new AcceptedForm(
            next.formId, next.dossier, form.contentHash(), form.printedHash(), form.form());
  }

  private void layouts(Broadcast<Map<String, Next>> names, Set<String> dossiers) {
    if (run.has(WorkspaceTable.LAYOUTS)) {
      JavaRDD<Row> rows =
          StoredForms.rows(workspace, run, WorkspaceTable.LAYOUTS, dossiers)
              .map(row -> moved(row, names.value()));
      workspace.replace(run, WorkspaceTable.LAYOUTS, rows, dossiers);
    }
  }

  private void confirmations(Map<String, Next> next) {
    List<Row> rows = new ArrayList<>();
    for (Row row : Rows.of(workspace.read(run, WorkspaceTable.CONFIRMATIONS)).collect()) {
      rows.add(moved(row, next));
    }
    if (!rows.isEmpty()) {
      workspace.rewrite(run, WorkspaceTable.CONFIRMATIONS, rows);
    }
  }

  private static Row moved(Row row, Map<String, Next> names) {
    Next next = names.get(name(row.getAs("dossier"), row.getAs("formId"), 0));
    return next == null ? row : with(row, Map.of("dossier", next.dossier, "formId", next.formId));
  }

  private void copies(Map<String, String> idOfId) {
    List<Row> rows = new ArrayList<>();
    for (Row row : Rows.of(workspace.read(run, WorkspaceTable.FORM_COPIES)).collect()) {
      rows.add(
          with(
              row,
              Map.of("formId", idOfId.getOrDefault(row.getAs("formId"), row.getAs("formId")))));
    }
    if (!rows.isEmpty()) {
      workspace.rewrite(run, WorkspaceTable.FORM_COPIES, rows);
    }
  }

  private static Row with(Row row, Map<String, ?> values) {
    Object[] cells = new Object[row.length()];
    for (int i = 0; i < cells.length; i++) {
      String name = row.schema().fieldNames()[i];
      cells[i] = values.containsKey(name) ? values.get(name) : row.get(i);
    }
    return RowFactory.create(cells);
  }

  /** Histories that come to be one are counted through. */
  private void history() {
    List<Name> versions =
        names(Rows.of(workspace.read(run, WorkspaceTable.FORM_VERSIONS)), RenamedForms::version);
    Map<String, Integer> last = new HashMap<>();
    Map<String, Next> next = new HashMap<>();
    Set<String> dossiers = new TreeSet<>();
    for (Name one : versions) {
      int number = last.merge(one.nextKey, 1, Integer::sum);
      next.put(one.before(), new Next(one.nextDossier, one.nextKey, number));
      if (!one.stays()) {
        dossiers.add(one.dossier);
        dossiers.add(one.nextDossier);
      }
    }
    if (dossiers.isEmpty()) {
      return;
    }
    Broadcast<Map<String, Next>> names = context.broadcast(next);
    workspace.replace(
        run,
        WorkspaceTable.FORM_VERSIONS,
        StoredForms.history(workspace, run, dossiers).map(row -> renamed(row, names.value())),
        dossiers);
  }

  private static Row renamed(Row row, Map<String, Next> names) {
    Next next =
        names.get(name(row.getAs("dossier"), row.getAs("formId"), row.<Integer>getAs("version")));
    return next == null
        ? row
        : with(
            row, Map.of("dossier", next.dossier, "formId", next.formId, "version", next.version));
  }
}
