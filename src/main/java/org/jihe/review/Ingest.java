package org.jihe.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jihe.form.department.Departments;
import org.jihe.message.JobException;
import org.jihe.reading.FileReading;
import org.jihe.reading.InputFile;
import org.jihe.reading.Inputs;
import org.jihe.review.summary.IngestResult;
import org.jihe.version.MetForm;
import org.jihe.version.SourceSieve;
import org.jihe.version.SourcesReadAgain;
import org.jihe.version.VersionPlan;
import org.jihe.version.Versions;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;

/**
 * Reads the inputs into the tables {@code sources}, {@code quarantine}, {@code forms}, {@code
 * form_copies} and {@code form_versions}. The files are read by the executors; the driver sees
 * names, digests and keys alone, plans what to write, and then has it written.
 */
final class Ingest {

  private Ingest() {}

  /** Reads what the request names. */
  static IngestResult run(
      SparkSession spark, Workspace workspace, Run run, ReviewRequest request, Progress progress)
      throws JobException {
    progress.begins(Progress.Step.READ);
    Inputs.Listing listing = Inputs.list(request.inputs(), request.workspace());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Departments departments =
        KeptDepartments.begin(context, workspace, run, request.reading().departments());
    ReadingTasks tasks = ReadingTasks.of(context, listing.files(), request);
    JavaRDD<FileReading> readings = tasks.readings();
    try {
      List<ReadSource> sources =
          new ArrayList<>(tasks.telling(progress, () -> read(readings, departments)));
      sources.sort(Comparator.comparing(ReadSource::file));
      return write(
          new IngestTables(context, workspace, run, readings, departments),
          listing,
          request,
          sources);
    } finally {
      readings.unpersist();
    }
  }

  private static List<ReadSource> read(JavaRDD<FileReading> readings, Departments departments) {
    return readings.map(reading -> ReadSource.of(reading, departments)).collect();
  }

  private static IngestResult write(
      IngestTables tables, Inputs.Listing listing, ReviewRequest request, List<ReadSource> all) {
    Run run = tables.run();
    SourceSieve<MetForm, ReadSource> sieve = new SourceSieve<>(listing, MetForm::identity);
    List<ReadSource> sources = sieve.submitted(all);
    SourcesReadAgain again = new SourcesReadAgain(request.inputs(), listing.files());
    sources.forEach(source -> again.add(source.file(), source.quarantined()));
    UnaryOperator<String> inputOf = inputs(listing);
    SourceAccounts accounts =
        SourceAccounts.of(sources, inputOf, Quarantine.decisions(tables.workspace(), run));
    StoredForms stored =
        StoredForms.of(tables.context(), tables.workspace(), run, again, accounts.dossiers());
    VersionPlan versions =
        new Versions(again, stored.past(), request.reading().resubmission())
            .decide(accounts.met(), stored.inForce());
    IngestPlan plan = IngestPlan.of(accounts, versions, stored, run.id(), run.dossiers(), inputOf);
    tables.write(plan, again, stored);
    return plan.result(sieve.passedOver());
  }

  private static UnaryOperator<String> inputs(Inputs.Listing listing) {
    Map<String, String> inputOfFile = new HashMap<>();
    for (InputFile file : listing.files()) {
      inputOfFile.put(file.name(), file.input());
    }
    return source -> inputOfFile.getOrDefault(FileReading.container(source), source);
  }
}
