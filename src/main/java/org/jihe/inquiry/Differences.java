package org.jihe.inquiry;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jihe.finding.FormerIds;
import org.jihe.form.FormDiff;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.inquiry.Difference.Kind;
import org.jihe.inquiry.Difference.Version;
import org.jihe.layout.Quarantined;
import org.jihe.message.JobException;
import org.jihe.reading.FormReader;
import org.jihe.review.Workbench;
import org.jihe.review.change.FindingChanges;
import org.jihe.table.FormCodec;
import org.jihe.table.Rows;
import org.jihe.table.VersionCodec;
import org.jihe.version.StoredForm;
import org.jihe.view.FindingChange;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import scala.Tuple2;

/** What changed: between two files, two versions of a form, or two runs. */
public final class Differences {

  private Differences() {}

  /**
   * What was compared.
   *
   * @param forms form by form, those of the earlier side first
   * @param quarantined what could not be read
   * @param without inputs of which no form could be read; nothing was compared then
   * @param departments of two runs what became of the findings, by department and form
   */
  public record Result(
      List<Difference> forms,
      List<Quarantined> quarantined,
      List<String> without,
      List<FindingChange.Department> departments) {

    Result(List<Difference> forms) {
      this(forms, List.of(), List.of());
    }

    Result(List<Difference> forms, List<Quarantined> quarantined, List<String> without) {
      this(forms, quarantined, without, List.of());
    }
  }

  /**
   * Compares the forms of two files or folders. Forms of the same year, department, agency and
   * project belong together, then those of the same project; where either side is one form alone,
   * the two are compared whatever they are called. Where one side has no form at all, nothing is
   * compared.
   */
  public static Result ofFiles(Path before, Path after, FormReader reader) {
    InputForms one = InputForms.read(List.of(before), reader);
    InputForms other = InputForms.read(List.of(after), reader);
    List<SelfEvaluation> then = forms(one);
    List<SelfEvaluation> now = forms(other);
    List<Quarantined> quarantined = new ArrayList<>(one.quarantined());
    quarantined.addAll(other.quarantined());
    Set<String> without = new LinkedHashSet<>();
    if (then.isEmpty()) {
      without.add(before.toString());
    }
    if (now.isEmpty()) {
      without.add(after.toString());
    }
    if (!without.isEmpty()) {
      // What was not read is not gone.
      return new Result(List.of(), quarantined, List.copyOf(without));
    }
    boolean single = then.size() == 1 && now.size() == 1;
    Map<SelfEvaluation, SelfEvaluation> pairs = new LinkedHashMap<>();
    pair(pairs, then, now, SelfEvaluation::key);
    pair(pairs, then, now, form -> Texts.normalised(form.projectName().printed()));
    if (single) {
      pair(pairs, then, now, form -> "");
    }
    List<Difference> differences = new ArrayList<>();
    pairs.forEach((first, second) -> differences.add(changed(first, 0, "", second, 0)));
    then.forEach(form -> differences.add(removed(form)));
    now.forEach(form -> differences.add(added(form)));
    return new Result(differences, quarantined, List.of());
  }

  private static List<SelfEvaluation> forms(InputForms read) {
    return new ArrayList<>(read.forms().stream().map(InputForms.Form::form).toList());
  }

  private static void pair(
      Map<SelfEvaluation, SelfEvaluation> pairs,
      List<SelfEvaluation> then,
      List<SelfEvaluation> now,
      java.util.function.Function<SelfEvaluation, String> name) {
    for (SelfEvaluation form : List.copyOf(then)) {
      for (SelfEvaluation other : List.copyOf(now)) {
        if (name.apply(form).equals(name.apply(other)) && then.contains(form)) {
          pairs.put(form, other);
          then.remove(form);
          now.remove(other);
        }
      }
    }
  }

  /** Which versions of a form are compared. */
  public enum Span {
    /** The last two. */
    LAST,
    /** Each with the one before it. */
    ALL
  }

  /**
   * Compares the versions of the forms whose project names contain a text.
   *
   * @return none where there is no such project, or none of them has more than one version
   * @throws JobException where the workspace cannot be read
   */
  public static Result ofProject(Path folder, String project, Span span) throws JobException {
    return Workbench.past(
        folder,
        "last",
        (spark, workspace, run) -> new Result(ofProject(workspace, run, project, span)));
  }

  private static List<Difference> ofProject(
      Workspace workspace, Run run, String project, Span span) {
    String wanted = Texts.normalised(project);
    Map<String, List<Row>> past = new TreeMap<>();
    Rows.of(workspace.read(run, WorkspaceTable.FORM_VERSIONS))
        .filter(row -> Texts.normalised(row.getAs("projectName")).contains(wanted))
        .collect()
        .forEach(
            row -> past.computeIfAbsent(row.getAs("formId"), key -> new ArrayList<>()).add(row));
    if (past.isEmpty()) {
      return List.of();
    }
    Map<String, List<SelfEvaluation>> inForce = new TreeMap<>();
    TreeSet<String> dossiers = new TreeSet<>();
    past.values().forEach(rows -> rows.forEach(row -> dossiers.add(row.getAs("dossier"))));
    TreeSet<String> keys = new TreeSet<>(past.keySet());
    Rows.of(
            workspace
                .read(run, WorkspaceTable.FORMS)
                .filter(functions.col("dossier").isin(dossiers.toArray())))
        .filter(row -> keys.contains(StoredForm.key(row.getAs("formId"))))
        .map(FormCodec::fromRow)
        .collect()
        .forEach(
            form ->
                inForce
                    .computeIfAbsent(StoredForm.key(form.formId()), key -> new ArrayList<>())
                    .add(form.form()));
    List<Difference> differences = new ArrayList<>();
    past.forEach(
        (key, rows) -> {
          List<Difference> ofForm = chain(rows, inForce.getOrDefault(key, List.of()));
          int from = span == Span.ALL ? 0 : Math.max(0, ofForm.size() - 1);
          differences.addAll(ofForm.subList(from, ofForm.size()));
        });
    return differences;
  }

  /** Each version with what replaced it. */
  private static List<Difference> chain(List<Row> past, List<SelfEvaluation> inForce) {
    List<Row> rows = new ArrayList<>(past);
    rows.sort(Comparator.comparing(row -> row.<Integer>getAs("version")));
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      SelfEvaluation form = VersionCodec.form(row);
      int number = row.getAs("version");
      String ended = row.getAs("supersededIn");
      boolean withdrawn = row.<String>getAs("supersededBy").isEmpty();
      if (withdrawn || (i == rows.size() - 1 && inForce.isEmpty())) {
        Version version = new Version(number, form.origin(), ended);
        differences.add(
            new Difference(form.projectName().printed(), Kind.REMOVED, version, null, List.of()));
      } else if (i < rows.size() - 1) {
        Row next = rows.get(i + 1);
        differences.add(
            changed(form, number, ended, VersionCodec.form(next), next.<Integer>getAs("version")));
      } else {
        inForce.forEach(now -> differences.add(changed(form, number, ended, now, number + 1)));
      }
    }
    return differences;
  }

  /** The same with the rules' ids in place of their messages. */
  public static Result ofRuns(Path folder, String first, String second) throws JobException {
    return ofRuns(folder, first, second, Map.of());
  }

  /**
   * Compares the forms in force after two runs, and what was found on them.
   *
   * @param first the earlier run's id, or {@code last}
   * @param second the later run's
   * @param messages message patterns of the rules by rule id
   * @throws JobException where there are no such runs
   */
  public static Result ofRuns(
      Path folder, String first, String second, Map<String, String> messages) throws JobException {
    return Workbench.past(
        folder,
        first,
        second,
        (workspace, before, after) ->
            new Result(
                ofRuns(workspace, before, after),
                List.of(),
                List.of(),
                findings(workspace, before, after, messages)));
  }

  private static List<FindingChange.Department> findings(
      Workspace workspace, Run before, Run after, Map<String, String> messages) throws IOException {
    return FindingChanges.between(
        workspace, before, after, FindingChanges.dossiers(before, after), messages);
  }

  /** A form of one of two runs. */
  private record Side(SelfEvaluation form, String printedHash) implements Serializable {}

  private static List<Difference> ofRuns(Workspace workspace, Run before, Run after) {
    TreeSet<String> dossiers = new TreeSet<>(before.dossiers().keySet());
    dossiers.addAll(after.dossiers().keySet());
    dossiers.removeIf(
        each ->
            before
                .dossiers()
                .getOrDefault(each, "")
                .equals(after.dossiers().getOrDefault(each, "")));
    if (dossiers.isEmpty()) {
      return List.of();
    }
    return byId(workspace, before, dossiers)
        .cogroup(byId(workspace, after, dossiers))
        .flatMap(pair -> differences(pair._2()._1(), pair._2()._2()).iterator())
        .collect()
        .stream()
        .sorted(
            Comparator.comparing(Difference::kind)
                .thenComparing(each -> String.valueOf(each.project())))
        .toList();
  }

  private static JavaPairRDD<String, Side> byId(
      Workspace workspace, Run run, Set<String> dossiers) {
    return Rows.of(
            workspace
                .read(run, WorkspaceTable.FORMS)
                .filter(functions.col("dossier").isin(dossiers.toArray())))
        .map(FormCodec::fromRow)
        .mapToPair(
            form ->
                new Tuple2<>(
                    FormerIds.present(form.formId(), form.form()),
                    new Side(form.form(), form.printedHash())));
  }

  /** Mostly one on each side; version 0.1 told spellings of one department apart. */
  private static List<Difference> differences(Iterable<Side> before, Iterable<Side> after) {
    List<Side> then = new ArrayList<>();
    before.forEach(then::add);
    List<Side> now = new ArrayList<>();
    for (Side side : after) {
      if (!then.removeIf(other -> other.printedHash().equals(side.printedHash()))) {
        now.add(side);
      }
    }
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < Math.max(then.size(), now.size()); i++) {
      if (i >= then.size()) {
        differences.add(added(now.get(i).form()));
      } else if (i >= now.size()) {
        differences.add(removed(then.get(i).form()));
      } else {
        differences.add(changed(then.get(i).form(), 0, "", now.get(i).form(), 0));
      }
    }
    return differences;
  }

  private static Difference changed(
      SelfEvaluation then, int number, String run, SelfEvaluation now, int next) {
    List<FormDiff.Change> changes = FormDiff.between(then, now);
    return new Difference(
        now.projectName().printed(),
        changes.isEmpty() ? Kind.SAME : Kind.CHANGED,
        new Version(number, then.origin(), run),
        new Version(next, now.origin(), ""),
        changes);
  }

  private static Difference removed(SelfEvaluation form) {
    return new Difference(
        form.projectName().printed(),
        Kind.REMOVED,
        new Version(0, form.origin(), ""),
        null,
        List.of());
  }

  private static Difference added(SelfEvaluation form) {
    return new Difference(
        form.projectName().printed(),
        Kind.ADDED,
        null,
        new Version(0, form.origin(), ""),
        List.of());
  }
}
