package org.jihe.review;

import java.util.ArrayList;
import java.util.Collection;
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
import org.apache.spark.sql.SparkSession;
import org.jihe.form.FormKey;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.reading.FileReading;
import org.jihe.reading.InputFile;
import org.jihe.reading.Inputs;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FormCodec;
import org.jihe.table.QuarantineCodec;
import org.jihe.table.Rows;
import org.jihe.table.VersionCodec;
import org.jihe.version.Copies;
import org.jihe.version.Copies.Met;
import org.jihe.version.Coverage;
import org.jihe.version.FormFiles;
import org.jihe.version.Transcribed;
import org.jihe.version.Versions;
import org.jihe.view.ReviewSummary.Accounting;
import org.jihe.view.ReviewSummary.Resubmissions;
import org.jihe.workspace.Run;
import org.jihe.workspace.Together;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the inputs into the tables {@code sources}, {@code quarantine}, {@code forms}, {@code
 * form_copies} and {@code form_versions}. The files are read by the executors; the driver sees
 * names, digests and keys alone.
 */
public final class Ingest {

  private Ingest() {}

  /**
   * What was read.
   *
   * @param sources files of the inputs, and members of archives, that may hold forms
   * @param formsFound forms that the readers met in sources that are no duplicates
   * @param formsSuperseded forms found that are not in force: a later version is
   * @param resubmissions what became of the forms of earlier runs
   * @param dossiers the dossiers of the forms that were read
   * @param passedOver how many files of folders hold no form and were not meant to, by ending
   * @param quarantined what waits for a person
   */
  public record Result(
      long sources,
      long sourcesRead,
      long sourcesQuarantined,
      long sourcesDuplicate,
      long formsFound,
      long formsAccepted,
      long formsQuarantined,
      long formsDuplicate,
      long formsSuperseded,
      Resubmissions resubmissions,
      long indicators,
      long guesses,
      Set<String> dossiers,
      Map<String, Long> passedOver,
      List<Quarantined> quarantined) {

    /** The numbers for the run's record. */
    Map<String, Long> counts() {
      Map<String, Long> counts = new TreeMap<>();
      counts.put("sources", sources);
      counts.put("sourcesDuplicate", sourcesDuplicate);
      counts.put("forms", formsAccepted);
      counts.put("formsDuplicate", formsDuplicate);
      counts.put("formsSuperseded", formsSuperseded);
      counts.put("formsSameKey", resubmissions.sameKey());
      counts.put("formsReplaced", resubmissions.replaced());
      counts.put("formsWithdrawn", resubmissions.withdrawn());
      counts.put("formsKept", resubmissions.kept());
      counts.put("indicators", indicators);
      counts.put("quarantined", (long) quarantined.size());
      counts.put("passedOver", passedOver.values().stream().mapToLong(Long::longValue).sum());
      return counts;
    }

    /** The numbers for the summary, with those of the findings. */
    public Accounting accounting(long findings, Map<String, Long> findingsBySeverity) {
      return new Accounting(
          sources,
          sourcesRead,
          sourcesQuarantined,
          sourcesDuplicate,
          formsFound,
          formsAccepted,
          formsQuarantined,
          formsDuplicate,
          formsSuperseded,
          indicators,
          guesses,
          findings,
          findingsBySeverity);
    }
  }

  /** What the driver needs to know of one source. */
  private record Source(
      String file,
      String sha256,
      long bytes,
      String format,
      String encoding,
      boolean holdsNoForm,
      List<Met> forms,
      List<Quarantined> quarantined)
      implements java.io.Serializable {

    /** Forms that were met, read or not. */
    long formsFound() {
      return forms.size() + quarantined.stream().filter(entry -> entry.place() != null).count();
    }

    /** True where not even a part of a form was found. */
    boolean isQuarantined() {
      return forms.isEmpty() && quarantined.stream().anyMatch(entry -> entry.place() == null);
    }

    /** The same with some of its forms alone. */
    Source with(List<Met> some) {
      return new Source(file, sha256, bytes, format, encoding, holdsNoForm, some, quarantined);
    }

    static Source of(FileReading reading) {
      return new Source(
          reading.file(),
          reading.sha256(),
          reading.bytes(),
          reading.format(),
          reading.encoding(),
          reading.holdsNoForm(),
          reading.forms().stream().map(form -> Met.of(form, reading.modified())).toList(),
          reading.quarantined());
    }
  }

  /** Reads what the request names. */
  static Result run(
      SparkSession spark, Workspace workspace, Run run, ReviewRequest request, Progress progress) {
    progress.begins(Progress.Step.READ);
    Inputs.Listing listing = Inputs.list(request.inputs(), request.workspace());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    ReadingTasks tasks = ReadingTasks.of(context, listing.files(), request);
    JavaRDD<FileReading> readings = tasks.readings();
    try {
      List<Source> sources =
          new ArrayList<>(tasks.telling(progress, () -> readings.map(Source::of).collect()));
      sources.sort(Comparator.comparing(Source::file));
      return new Writing(context, workspace, run, request, listing, readings).write(sources);
    } finally {
      readings.unpersist();
    }
  }

  /** What one run writes. */
  private static final class Writing {

    private final JavaSparkContext context;
    private final Workspace workspace;
    private final Run run;
    private final ReviewRequest request;
    private final Inputs.Listing listing;
    private final JavaRDD<FileReading> readings;
    private final Coverage coverage;
    private final Map<String, InputFile> fileOfName = new HashMap<>();
    private final Map<String, Long> passedOver;

    private final List<Row> sourceRows = new ArrayList<>();
    private final List<Row> quarantineRows = new ArrayList<>();
    private final List<Row> copyRows = new ArrayList<>();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private final List<Met> met = new ArrayList<>();
    private final Map<String, Set<String>> linesOfInput = new TreeMap<>();

    private long read;
    private long refused;
    private long twice;
    private long formsFound;
    private long formsQuarantined;

    Writing(
        JavaSparkContext context,
        Workspace workspace,
        Run run,
        ReviewRequest request,
        Inputs.Listing listing,
        JavaRDD<FileReading> readings) {
      this.context = context;
      this.workspace = workspace;
      this.run = run;
      this.request = request;
      this.listing = listing;
      this.readings = readings;
      this.coverage = new Coverage(request.inputs(), listing.files());
      this.passedOver = new TreeMap<>(listing.passedOver());
      listing.files().forEach(file -> fileOfName.put(file.name(), file));
    }

    Result write(List<Source> all) {
      List<Source> sources =
          withoutTranscripts(
              new FormFiles.Others(listing.files())
                  .without(all, Source::file, Source::holdsNoForm, passedOver));
      sources.forEach(source -> coverage.add(source.file, source.quarantined));
      account(sources);
      StoredForms stored = StoredForms.of(context, workspace, run, coverage, dossiers());
      Versions versions = new Versions(coverage, stored.past(), request.reading().resubmission());
      versions.decide(met, stored.inForce());
      Map<Position, String> idOfPlace = new HashMap<>();
      for (Met form : met) {
        idOfPlace.putIfAbsent(form.place(), versions.accepted.getOrDefault(form.id(), form.key()));
      }
      for (Versions.Copy copy : versions.copies) {
        String id = idOfPlace.getOrDefault(copy.twin(), copy.form().key());
        copyRows.add(
            VersionCodec.copy(input(copy.form().file()), id, copy.form().place(), copy.twin()));
      }
      Set<String> changed = changes(versions.contents(met), run.dossiers());
      linesOfInput.forEach((input, lines) -> run.inputs().put(input, digest(lines)));
      Together.run(
          () -> rewrite(WorkspaceTable.SOURCES, sourceRows),
          () -> rewrite(WorkspaceTable.QUARANTINE, quarantineRows),
          () -> rewrite(WorkspaceTable.FORM_COPIES, copyRows),
          () -> {
            // What is replaced is read where it stands, so the history is written first.
            history(versions, stored);
            forms(versions, changed);
          });
      return result(sources, versions);
    }

    /** Leaves out transcripts of forms that stand beside them, and counts them. */
    private List<Source> withoutTranscripts(List<Source> all) {
      Transcribed transcribed = new Transcribed(listing.files());
      for (Source each : all) {
        transcribed.note(each.file, each.format, each.forms, Transcribed::identity);
      }
      List<Source> sources = new ArrayList<>();
      for (Source each : all) {
        List<Met> forms =
            transcribed.without(each.file, each.format, each.forms, Transcribed::identity);
        int second = each.forms.size() - forms.size();
        if (second > 0) {
          passedOver.merge(Inputs.TRANSCRIPT, (long) second, Long::sum);
        }
        if (second == 0) {
          sources.add(each);
        } else if (!forms.isEmpty() || !each.quarantined.isEmpty()) {
          sources.add(each.with(forms));
        }
      }
      return sources;
    }

    private Set<String> dossiers() {
      Set<String> dossiers = new TreeSet<>();
      met.forEach(form -> dossiers.add(form.dossier()));
      return dossiers;
    }

    private String input(String source) {
      InputFile file = fileOfName.get(FileReading.container(source));
      return file == null ? source : file.input();
    }

    private void account(List<Source> sources) {
      Map<String, String> firstOfContent = new HashMap<>();
      for (Source source : sources) {
        String input = input(source.file);
        String first =
            source.sha256.isEmpty() ? null : firstOfContent.putIfAbsent(source.sha256, source.file);
        String outcome = "DUPLICATE";
        if (first == null) {
          outcome = source.isQuarantined() ? "QUARANTINED" : "READ";
          take(source, input);
        } else {
          twice++;
        }
        linesOfInput
            .computeIfAbsent(input, name -> new TreeSet<>())
            .add(source.file + " " + source.sha256);
        sourceRows.add(
            RowFactory.create(
                input,
                source.file,
                source.sha256,
                source.bytes,
                source.format,
                source.encoding,
                outcome,
                first,
                first == null ? source.forms.size() : 0,
                first == null ? source.quarantined.size() : 0));
      }
    }

    private void take(Source source, String input) {
      formsFound += source.formsFound();
      read += source.isQuarantined() ? 0 : 1;
      refused += source.isQuarantined() ? 1 : 0;
      met.addAll(source.forms);
      for (Quarantined entry : source.quarantined) {
        quarantined.add(entry);
        quarantineRows.add(QuarantineCodec.toRow(input, entry));
        formsQuarantined += entry.place() == null ? 0 : 1;
      }
    }

    /**
     * Writes a short table anew where something in it changes: a row of an earlier run goes where
     * its file was looked at again or is no longer there.
     */
    private void rewrite(WorkspaceTable table, List<Row> rows) {
      List<Row> before = Rows.of(workspace.read(run, table)).collect();
      List<Row> after = new ArrayList<>(rows);
      for (Row row : before) {
        String file = row.getAs("file");
        if (!coverage.seen(file) && !coverage.isGone(file)) {
          after.add(row);
        }
      }
      if (before.size() != after.size() || !new HashSet<>(before).equals(new HashSet<>(after))) {
        workspace.rewrite(run, table, after);
      }
    }

    private void forms(Versions versions, Set<String> changed) {
      if (changed.isEmpty()) {
        return;
      }
      Broadcast<Map<String, String>> ids = context.broadcast(versions.accepted);
      Broadcast<Set<String>> wanted = context.broadcast(changed);
      JavaRDD<Row> rows =
          readings.flatMap(
              reading -> {
                List<Row> accepted = new ArrayList<>();
                for (SelfEvaluation form : reading.forms()) {
                  String id = ids.value().get(Copies.id(form.origin().file(), form.ordinal()));
                  AcceptedForm one = id == null ? null : AcceptedForm.of(form);
                  if (id != null && one != null && wanted.value().contains(one.dossier())) {
                    accepted.add(FormCodec.toRow(one.withId(id)));
                  }
                }
                return accepted.iterator();
              });
      Set<String> stay = new HashSet<>();
      Set<String> withOld = new HashSet<>();
      for (Copies.Stored form : versions.kept) {
        if (changed.contains(form.dossier())) {
          stay.add(form.dossier() + form.formId());
          withOld.add(form.dossier());
        }
      }
      if (!stay.isEmpty()) {
        Broadcast<Set<String>> kept = context.broadcast(stay);
        rows =
            rows.union(
                StoredForms.rows(workspace, run, withOld)
                    .filter(
                        row ->
                            kept.value()
                                .contains(
                                    row.<String>getAs("dossier") + row.<String>getAs("formId"))));
      }
      workspace.replace(run, WorkspaceTable.FORMS, rows, changed);
    }

    /** Adds to the history what is not in force any more. */
    private void history(Versions versions, StoredForms stored) {
      Map<String, VersionCodec.End> here = new HashMap<>();
      Map<String, VersionCodec.End> there = new HashMap<>();
      Set<String> dossiers = new TreeSet<>();
      Set<Copies.Past> known = new HashSet<>(stored.past());
      Map<String, Integer> versionsOfKey = new HashMap<>();
      stored.past().forEach(line -> versionsOfKey.merge(line.key(), 1, Integer::sum));
      Map<String, String> files = new HashMap<>();
      met.forEach(form -> files.put(form.id(), form.file()));
      stored.inForce().forEach(form -> files.put(form.dossier() + form.formId(), form.file()));
      for (Versions.Superseded one : versions.supersededHere) {
        if (known.add(line(one, files.get(one.id())))) {
          here.put(one.id(), end(one, versionsOfKey));
          dossiers.add(one.dossier());
        }
      }
      for (Versions.Superseded one : versions.supersededThere) {
        String id = one.dossier() + one.id();
        if (known.add(line(one, files.get(id)))) {
          there.put(id, end(one, versionsOfKey));
          dossiers.add(one.dossier());
        }
      }
      if (dossiers.isEmpty()) {
        return;
      }
      Broadcast<Map<String, VersionCodec.End>> endsHere = context.broadcast(here);
      Broadcast<Map<String, VersionCodec.End>> endsThere = context.broadcast(there);
      JavaRDD<Row> rows =
          readings.flatMap(
              reading -> {
                List<Row> ended = new ArrayList<>();
                for (SelfEvaluation form : reading.forms()) {
                  VersionCodec.End end =
                      endsHere.value().get(Copies.id(form.origin().file(), form.ordinal()));
                  if (end != null) {
                    ended.add(VersionCodec.toRow(AcceptedForm.of(form), end));
                  }
                }
                return ended.iterator();
              });
      if (!there.isEmpty()) {
        rows =
            rows.union(
                StoredForms.rows(workspace, run, dossiers)
                    .flatMap(
                        row -> {
                          VersionCodec.End end =
                              endsThere
                                  .value()
                                  .get(row.<String>getAs("dossier") + row.<String>getAs("formId"));
                          return end == null
                              ? List.<Row>of().iterator()
                              : List.of(VersionCodec.toRow(FormCodec.fromRow(row), end)).iterator();
                        }));
      }
      if (!stored.past().isEmpty()) {
        rows = rows.union(StoredForms.history(workspace, run, dossiers));
      }
      workspace.replace(run, WorkspaceTable.FORM_VERSIONS, rows, dossiers);
    }

    private static Copies.Past line(Versions.Superseded one, @Nullable String file) {
      return new Copies.Past(one.key(), file == null ? "" : file, one.printedHash(), one.by());
    }

    private VersionCodec.End end(Versions.Superseded one, Map<String, Integer> versionsOfKey) {
      return new VersionCodec.End(
          one.key(),
          versionsOfKey.merge(one.key(), 1, Integer::sum),
          run.id(),
          one.why().name(),
          one.by(),
          one.successor());
    }

    private Result result(List<Source> sources, Versions versions) {
      long indicators = 0;
      long guesses = 0;
      for (Met form : met) {
        if (versions.accepted.containsKey(form.id())) {
          indicators += form.indicators();
          guesses += form.guesses();
        }
      }
      long withdrawn = versions.supersededThere.stream().filter(one -> one.by().isEmpty()).count();
      long kept =
          versions.kept.stream().filter(form -> versions.touched.contains(form.dossier())).count();
      return new Result(
          sources.size(),
          read,
          refused,
          twice,
          formsFound,
          versions.accepted.size(),
          formsQuarantined,
          versions.copies.size(),
          versions.supersededHere.size(),
          new Resubmissions(
              versions.supersededThere.size() - withdrawn, withdrawn, kept, versions.sameKey),
          indicators,
          guesses,
          Set.copyOf(versions.touched),
          passedOver,
          quarantined);
    }
  }

  /** Notes the new digests and names the keys whose digest is another one. */
  private static Set<String> changes(Map<String, Set<String>> contents, Map<String, String> known) {
    Set<String> changed = new TreeSet<>();
    contents.forEach(
        (key, lines) -> {
          String before = known.remove(key);
          String now = lines.isEmpty() ? null : digest(lines);
          if (now != null) {
            known.put(key, now);
          }
          if (now == null ? before != null : !now.equals(before)) {
            changed.add(key);
          }
        });
    return changed;
  }

  private static String digest(Collection<String> lines) {
    return FormKey.of(lines.toArray(String[]::new));
  }
}
