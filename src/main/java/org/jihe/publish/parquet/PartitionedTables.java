package org.jihe.publish.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jihe.form.FormKey;
import org.jihe.form.department.Departments;
import org.jihe.workspace.RunRecord;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Every table of a workspace as plain Parquet for programs of others, in a folder each: the tables
 * with many rows a department in {@code fiscalYear=…/departmentId=…}, the others in one file. A
 * file whose rows are those of the former publication is that file.
 */
public final class PartitionedTables {

  /** Name of the folder. */
  public static final String FOLDER = "parquet";

  /** Rises with every change of what the files hold. */
  private static final String FORMAT = "1";

  /** The table of runs, without what the program keeps there for itself. */
  private static final StructType RUNS =
      new StructType(
          new StructField[] {
            DataTypes.createStructField("runId", DataTypes.StringType, true),
            DataTypes.createStructField("job", DataTypes.StringType, true),
            DataTypes.createStructField("started", DataTypes.TimestampType, true),
            DataTypes.createStructField("ended", DataTypes.TimestampType, true),
            DataTypes.createStructField("version", DataTypes.StringType, true),
            DataTypes.createStructField("jurisdiction", DataTypes.StringType, true),
            DataTypes.createStructField(
                "counts",
                DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType, true),
                true)
          });

  /** The files of the publication before. */
  @FunctionalInterface
  public interface Former {

    /** A file of that name as it was written then; null where there is none. */
    @Nullable Path file(String name) throws IOException;
  }

  /**
   * What is written.
   *
   * @param tables the workspace's, as the run left them
   * @param departments which names are one department
   * @param runs of the workspace
   */
  public record Contents(
      Map<WorkspaceTable, StoredRows> tables, Departments departments, List<RunRecord> runs) {}

  private final SparkSession spark;
  private final Configuration hadoop;
  private final Path published;
  private final Former former;

  private PartitionedTables(SparkSession spark, Path published, Former former) {
    this.spark = spark;
    this.hadoop = spark.sparkContext().hadoopConfiguration();
    this.published = published;
    this.former = former;
  }

  /**
   * Writes the tables.
   *
   * @param spark how Parquet is written
   * @param published a folder that exists
   */
  public static void write(SparkSession spark, Path published, Former former, Contents contents)
      throws IOException {
    PartitionedTables all = new PartitionedTables(spark, published, former);
    Dossiers dossiers = Dossiers.of(contents.tables, contents.departments);
    for (Map.Entry<WorkspaceTable, StoredRows> table : contents.tables.entrySet()) {
      all.write(table.getKey(), table.getValue(), dossiers);
    }
    all.rows(Dossiers.TABLE, Dossiers.SCHEMA, dossiers.rows());
    all.rows("runs", RUNS, rows(contents.runs));
  }

  /** The columns of the table of runs. */
  public static StructType runs() {
    return RUNS;
  }

  /** The columns of the table that says which department and year a dossier is of. */
  public static StructType dossiers() {
    return Dossiers.SCHEMA;
  }

  /** The rows of the table of runs. */
  public static List<Row> rows(List<RunRecord> runs) {
    return runs.stream()
        .map(
            run ->
                RowFactory.create(
                    run.id(),
                    run.job(),
                    run.started(),
                    run.ended(),
                    run.version(),
                    run.jurisdiction(),
                    CollectionConverters.asScala(run.counts())))
        .toList();
  }

  private void write(WorkspaceTable table, StoredRows rows, Dossiers dossiers) throws IOException {
    String folder = FOLDER + "/" + table.tableName();
    if (rows.fileCount() == 0) {
      String none = table.isByDossier() ? folder + "/" + Dossiers.NOBODYS : folder;
      Path target = target(none + "/part-0.parquet");
      ParquetFiles.empty(parquetSchema(rows.schema()), target);
    } else if (table.isByDossier()) {
      for (Map.Entry<String, StoredRows> part : rows.byKey().entrySet()) {
        part(table, part.getValue(), folder + "/" + dossiers.folders(part.getKey()));
      }
    } else {
      part(table, rows, folder);
    }
  }

  private Path target(String name) throws IOException {
    Path target = published.resolve(name);
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    return target;
  }

  private static MessageType parquetSchema(StructType schema) {
    return new SparkToParquetSchemaConverter(SQLConf.get()).convert(schema);
  }

  /** Rows that stand in one file, whose name tells which they are. */
  private void part(WorkspaceTable table, StoredRows rows, String folder) throws IOException {
    List<String> made = new ArrayList<>(List.of(FORMAT));
    for (String file : rows.files()) {
      made.add(file.substring(file.lastIndexOf('/') + 1));
    }
    String name = folder + "/part-" + FormKey.of(made.toArray(String[]::new)) + ".parquet";
    Path target = target(name);
    Path same = former.file(name);
    if (same != null && isTaken(same, target)) {
      return;
    }
    Shares shares = new Shares(table.tableName(), rows.schema());
    if (shares.areNeeded() || !isCopied(rows, target)) {
      try (ParquetFile file = new ParquetFile(spark, rows.schema(), target)) {
        rows.forEach((row, internal) -> file.write(shares.of(row)));
      }
    }
  }

  /** Copied as it is, value by value, where that gives the types of every other file. */
  private boolean isCopied(StoredRows rows, Path target) throws IOException {
    return ParquetFiles.hasColumns(hadoop, rows.files().get(0), parquetSchema(rows.schema()))
        && ParquetFiles.join(hadoop, rows.files(), target);
  }

  /** The same file once more; where the file system cannot do that, a copy. */
  private static boolean isTaken(Path same, Path target) {
    try {
      Files.createLink(target, same);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private void rows(String table, StructType schema, List<Row> rows) throws IOException {
    Function1<Object, Object> encoder = CatalystTypeConverters.createToCatalystConverter(schema);
    try (ParquetFile file =
        new ParquetFile(spark, schema, target(FOLDER + "/" + table + "/part-0.parquet"))) {
      for (Row row : rows) {
        file.write((InternalRow) Objects.requireNonNull(encoder.apply(row)));
      }
    }
  }
}
