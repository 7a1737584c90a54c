package org.jihe.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.jihe.form.FormKey;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Quarantined;
import org.jihe.publish.ReviewSummary.Accounting;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FormCodec;
import org.jihe.table.QuarantineCodec;
import org.jihe.table.Run;
import org.jihe.table.Together;
import org.jihe.table.Workspace;
import org.jihe.table.WorkspaceTable;
import org.jihe.template.TemplateSet;

/**
 * Reads the inputs into the tables {@code sources}, {@code quarantine} and {@code forms}. The files
 * are read by the executors; the driver sees names, digests and keys alone.
 */
final class Ingest {

  private static final int FILES_PER_TASK = 16;

  private Ingest() {}

  /**
   * What was read.
   *
   * @param sources files that the inputs name
   * @param formsFound forms that the readers met in sources that are no duplicates
   * @param formsSameKey accepted forms that share year, department, agency and project name with
   *     another one and print something else; the later ones carry a number behind their id
   * @param dossiers the dossiers of the forms that were read
   * @param quarantined what waits for a person
   */
  record Result(
      long sources,
      long sourcesRead,
      long sourcesQuarantined,
      long sourcesDuplicate,
      long formsFound,
      long formsAccepted,
      long formsQuarantined,
      long formsDuplicate,
      long formsSameKey,
      long indicators,
      long guesses,
      Set<String> dossiers,
      List<Quarantined> quarantined) {

    /** The numbers for the run's record. */
    Map<String, Long> counts() {
      return Map.of(
          "sources", sources,
          "sourcesDuplicate", sourcesDuplicate,
          "forms", formsAccepted,
          "formsDuplicate", formsDuplicate,
          "formsSameKey", formsSameKey,
          "indicators", indicators,
          "quarantined", (long) quarantined.size());
    }

    /** The numbers for the summary, with those of the findings. */
    Accounting accounting(long findings, Map<String, Long> findingsBySeverity) {
      return new Accounting(
          sources,
          sourcesRead,
          sourcesQuarantined,
          sourcesDuplicate,
          formsFound,
          formsAccepted,
          formsQuarantined,
          formsDuplicate,
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
      String encoding,
      List<Copy> forms,
      List<Quarantined> quarantined)
      implements java.io.Serializable {

    /** Forms that were met, read or not. */
    long formsFound() {
      return forms.size() + quarantined.stream().filter(entry -> entry.place() != null).count();
    }

    static Source of(FileReading reading) {
      return new Source(
          reading.file(),
          reading.sha256(),
          reading.bytes(),
          reading.encoding(),
          reading.forms().stream().map(Copy::of).toList(),
          reading.quarantined());
    }
  }

  /** What the driver needs to know of one form. */
  private record Copy(
      String place,
      String key,
      String dossier,
      String contentHash,
      String printedHash,
      int indicators,
      int guesses)
      implements java.io.Serializable {

    static Copy of(SelfEvaluation form) {
      AcceptedForm accepted = AcceptedForm.of(form);
      return new Copy(
          Ingest.place(form),
          accepted.formId(),
          accepted.dossier(),
          accepted.contentHash(),
          AcceptedForm.printedHash(form),
          form.indicators().size(),
          form.recovery().guesses().size());
    }
  }

  private static String place(SelfEvaluation form) {
    return form.origin().file() + "#" + form.ordinal();
  }

  static Result run(SparkSession spark, Workspace workspace, Run run, List<Path> inputs) {
    return run(spark, workspace, run, inputs, TemplateSet.BUILT_IN);
  }

  static Result run(
      SparkSession spark,
      Workspace workspace,
      Run run,
      List<Path> inputs,
      TemplateSet templates) {
    Map<String, String> inputOf = inputOf(inputs);
    List<String> files = List.copyOf(inputOf.keySet());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int tasks = Math.max(1, Math.min(files.size() / FILES_PER_TASK + 1, files.size()));
    JavaRDD<FileReading> readings =
        context
            .parallelize(files, tasks)
            .mapPartitions(
                names -> {
                  FormReader reader = new FormReader(templates);
                  Iterable<String> each = () -> names;
                  return java.util.stream.StreamSupport.stream(each.spliterator(), false)
                      .map(name -> reader.read(Path.of(name)))
                      .iterator();
                })
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      List<Source> sources = new ArrayList<>(readings.map(Source::of).collect());
      sources.sort(Comparator.comparing(Source::file));
      return write(context, workspace, run, inputOf, readings, sources);
    } finally {
      readings.unpersist();
    }
  }

  private static Map<String, String> inputOf(List<Path> inputs) {
    Map<String, String> inputOf = new LinkedHashMap<>();
    for (Path input : inputs) {
      for (Path file : Inputs.expand(List.of(input))) {
        inputOf.putIfAbsent(file.toString(), input.toString());
      }
    }
    return inputOf;
  }

  private static Result write(
      JavaSparkContext context,
      Workspace workspace,
      Run run,
      Map<String, String> inputOf,
      JavaRDD<FileReading> readings,
      List<Source> sources) {
    Map<String, String> firstOfContent = new HashMap<>();
    Map<String, String> idOfPlace = new HashMap<>();
    FormIds ids = new FormIds();
    Map<String, SortedSet<String>> contents = new TreeMap<>();
    Map<String, SortedSet<String>> filesOfInput = new TreeMap<>();
    List<Row> sourceRows = new ArrayList<>();
    List<Row> quarantineRows = new ArrayList<>();
    List<Quarantined> quarantined = new ArrayList<>();
    long read = 0;
    long refused = 0;
    long twice = 0;
    long formsQuarantined = 0;
    long formsDuplicate = 0;
    long formsFound = 0;
    long indicators = 0;
    long guesses = 0;
    for (Source source : sources) {
      String input = inputOf.getOrDefault(source.file, source.file);
      filesOfInput
          .computeIfAbsent(input, name -> new TreeSet<>())
          .add(source.file + " " + source.sha256);
      String first =
          source.sha256.isEmpty() ? null : firstOfContent.putIfAbsent(source.sha256, source.file);
      String outcome;
      if (first != null) {
        outcome = "DUPLICATE";
        twice++;
      } else {
        formsFound += source.formsFound();
        boolean whole = source.forms.isEmpty() && isWholeSource(source.quarantined);
        outcome = whole ? "QUARANTINED" : "READ";
        read += whole ? 0 : 1;
        refused += whole ? 1 : 0;
        for (Quarantined entry : source.quarantined) {
          quarantined.add(entry);
          quarantineRows.add(QuarantineCodec.toRow(input, entry));
          formsQuarantined += entry.place() == null ? 0 : 1;
        }
        for (Copy form : source.forms) {
          String id = ids.next(form.key, form.printedHash);
          if (id == null) {
            formsDuplicate++;
            continue;
          }
          idOfPlace.put(form.place, id);
          contents
              .computeIfAbsent(form.dossier, dossier -> new TreeSet<>())
              .add(id + " " + form.contentHash);
          indicators += form.indicators;
          guesses += form.guesses;
        }
      }
      sourceRows.add(
          RowFactory.create(
              input,
              source.file,
              source.sha256,
              source.bytes,
              source.encoding,
              outcome,
              first,
              first == null ? source.forms.size() : 0,
              first == null ? source.quarantined.size() : 0));
    }
    Set<String> newInputs = changes(filesOfInput, run.inputs());
    Set<String> changed = changes(contents, run.dossiers());
    Together.run(
        () ->
            workspace.replace(run, WorkspaceTable.SOURCES, rows(sourceRows, newInputs), newInputs),
        () ->
            workspace.replace(
                run, WorkspaceTable.QUARANTINE, rows(quarantineRows, newInputs), newInputs),
        () ->
            workspace.replace(
                run,
                WorkspaceTable.FORMS,
                accepted(context, readings, idOfPlace, changed),
                changed));
    return new Result(
        inputOf.size(),
        read,
        refused,
        twice,
        formsFound,
        idOfPlace.size(),
        formsQuarantined,
        formsDuplicate,
        ids.sameKey(),
        indicators,
        guesses,
        Set.copyOf(contents.keySet()),
        quarantined);
  }

  /** True where not even a part of a form was found. */
  private static boolean isWholeSource(List<Quarantined> entries) {
    return entries.stream().anyMatch(entry -> entry.place() == null);
  }

  /** Notes the new digests and names the keys whose digest is another one. */
  private static Set<String> changes(
      Map<String, SortedSet<String>> contents, Map<String, String> known) {
    Set<String> changed = new TreeSet<>();
    contents.forEach(
        (key, lines) -> {
          String digest = FormKey.of(lines.toArray(String[]::new));
          if (!digest.equals(known.put(key, digest))) {
            changed.add(key);
          }
        });
    return changed;
  }

  private static List<Row> rows(List<Row> rows, Set<String> inputs) {
    return rows.stream().filter(row -> inputs.contains(row.getString(0))).toList();
  }

  private static JavaRDD<Row> accepted(
      JavaSparkContext context,
      JavaRDD<FileReading> readings,
      Map<String, String> idOfPlace,
      Set<String> changed) {
    Broadcast<Map<String, String>> ids = context.broadcast(idOfPlace);
    Broadcast<Set<String>> wanted = context.broadcast(changed);
    return readings.flatMap(
        reading -> {
          List<Row> accepted = new ArrayList<>();
          for (SelfEvaluation form : reading.forms()) {
            String id = ids.value().get(place(form));
            AcceptedForm one = AcceptedForm.of(form);
            if (id != null && wanted.value().contains(one.dossier())) {
              accepted.add(FormCodec.toRow(one.withId(id)));
            }
          }
          return accepted.iterator();
        });
  }
}
