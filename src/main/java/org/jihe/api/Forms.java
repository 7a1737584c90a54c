package org.jihe.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.department.Departments;
import org.jihe.reading.FileReading;
import org.jihe.reading.FormReader;
import org.jihe.reading.InputFile;
import org.jihe.reading.Inputs;
import org.jihe.review.ReadingTasks;
import org.jihe.source.file.Limits;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FormCodec;
import org.jihe.table.QuarantineCodec;
import org.jihe.table.Schemas;
import org.jihe.template.declaration.TemplateSet;
import org.jihe.version.MetForm;
import org.jihe.version.Resubmission;
import org.jihe.version.SourceSieve;
import org.jihe.version.SourcesReadAgain;
import org.jihe.version.VersionPlan;
import org.jihe.version.Versions;
import scala.Tuple2;

/**
 * Forms that files and folders hold, as datasets.
 *
 * <p>The names of files are listed at once; they are opened when a result is asked for, and each
 * time that one is asked for: keep the datasets ({@code persist()}) where they are used more than
 * once.
 */
public final class Forms {

  private final SparkSession spark;
  private final JavaRDD<FileReading> readings;

  private Forms(SparkSession spark, JavaRDD<FileReading> readings) {
    this.spark = spark;
    this.readings = readings;
  }

  /**
   * Reads every format that the commands read, with the templates that come with the program.
   *
   * @param paths files and folders, as the driver and the executors see them; of a folder all files
   *     are taken but those that never hold a form and what the program itself wrote
   */
  public static Forms read(SparkSession spark, String... paths) {
    return read(spark, TemplateSet.BUILT_IN, Limits.STANDARD, paths);
  }

  /**
   * The same with other declarations of templates and other limits.
   *
   * @param limits what reading one source may cost
   */
  public static Forms read(
      SparkSession spark, TemplateSet templates, Limits limits, String... paths) {
    Inputs.Listing listing = Inputs.list(Stream.of(paths).map(Path::of).toList());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<List<InputFile>> tasks = ReadingTasks.tasks(listing.files());
    Broadcast<List<InputFile>> files = context.broadcast(new ArrayList<>(listing.files()));
    JavaRDD<FileReading> readings =
        context
            .parallelize(tasks, Math.max(1, tasks.size()))
            .flatMap(
                task -> {
                  FormReader reader = new FormReader(limits, templates);
                  Inputs.Listing all = new Inputs.Listing(files.value(), Map.of());
                  return task.stream()
                      .flatMap(
                          file ->
                              new SourceSieve<SelfEvaluation, FileReading>(all, MetForm::identity)
                                  .submitted(reader.read(file)).stream())
                      .iterator();
                });
    return new Forms(spark, readings);
  }

  /**
   * Every form once: of copies the best reading, of versions the latest where that can be told,
   * else all of them, each with an id of its own.
   *
   * @return rows of the table {@code forms}; amounts yuan, rates percent, scores points
   */
  public Dataset<Row> dataset() {
    JavaRDD<Row> rows =
        readings
            .flatMapToPair(
                reading ->
                    reading.forms().stream()
                        .map(
                            form -> {
                              MetForm met = MetForm.of(form, reading.modified(), Departments.NONE);
                              return new Tuple2<>(met.key(), new Tuple2<>(met, form));
                            })
                        .iterator())
            .groupByKey()
            .flatMap(group -> inForce(group._2()).iterator());
    return spark.createDataFrame(rows, Schemas.FORMS);
  }

  /** The forms in force among all that were met under one key. */
  private static List<Row> inForce(Iterable<Tuple2<MetForm, SelfEvaluation>> group) {
    List<MetForm> met = new ArrayList<>();
    Map<String, SelfEvaluation> forms = new HashMap<>();
    group.forEach(
        one -> {
          met.add(one._1());
          forms.put(one._1().id(), one._2());
        });
    // What comes first must not depend on which executor was first.
    met.sort(Comparator.comparing(MetForm::file).thenComparing(MetForm::ordinal));
    VersionPlan plan =
        new Versions(new SourcesReadAgain(List.of(), List.of()), Set.of(), Resubmission.FORMS)
            .decide(met, List.of());
    List<Row> rows = new ArrayList<>();
    for (MetForm one : met) {
      String id = plan.accepted().get(one.id());
      SelfEvaluation form = forms.get(one.id());
      if (id != null && form != null) {
        rows.add(FormCodec.toRow(AcceptedForm.of(form).withId(id)));
      }
    }
    return rows;
  }

  /**
   * What could not be read, or not whole, and waits for a person.
   *
   * @return rows of the table {@code quarantine}: file, place, reason, detail, excerpt
   */
  public Dataset<Row> quarantine() {
    JavaRDD<Row> rows =
        readings.flatMap(
            reading ->
                reading.quarantined().stream()
                    .map(entry -> QuarantineCodec.toRow(FileReading.container(entry.file()), entry))
                    .iterator());
    return spark.createDataFrame(rows, Schemas.QUARANTINE);
  }
}
