package org.jihe.workspace;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriterV2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jihe.form.FormKey;
import org.jihe.table.CommentedColumns;
import org.jihe.table.Schemas;
import org.jihe.workspace.catalog.CatalogSettingException;
import org.jihe.workspace.catalog.SessionCatalog;
import org.jihe.workspace.catalog.TableTimes;
import org.jihe.workspace.catalog.WorkspaceBusyException;
import org.jihe.workspace.file.WorkspaceFileIO;
import org.jihe.workspace.file.WorkspacePlaces;
import org.jspecify.annotations.Nullable;

/**
 * A folder with the tables of all reviews. Every table is written by atomic commits of its own; the
 * row of a run in the table {@code runs} names the snapshot of every table that belongs to it, so
 * all of them become visible together when that row is committed, last. What an interrupted run
 * left behind is taken back before the next one begins.
 */
public final class Workspace implements AutoCloseable {

  /** What says that a process is writing; made by every version of the program. */
  static final String LOCK = ".lock";

  private static final String PREVIOUS = "write.metadata.previous-versions-max";

  /** Readers that have begun go on with what a few commits have replaced since. */
  private static final String PREVIOUS_METADATA = "6";

  /** What a reader has opened is younger, and what a killed run left grows as old. */
  private static final Duration UNTOUCHED = Duration.ofHours(1);

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "format-version",
          "2",
          "write.distribution-mode",
          "none",
          "write.spark.fanout.enabled",
          "true",
          PartitionFiles.PAGE_SIZE,
          PartitionFiles.PAGE_BYTES,
          "write.metadata.delete-after-commit.enabled",
          "true",
          PREVIOUS,
          PREVIOUS_METADATA);

  /** Least and greatest of a list's elements find no row, and cost as much as writing them. */
  private static final String STATISTICS = "write.parquet.stats-enabled.column.";

  private static final int UNKNOWN = 0;
  private static final Map<String, String> ONE_FILE_A_KEY =
      Map.of("distribution-mode", "hash", "fanout-enabled", "false");

  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final SparkSession spark;
  private final Path folder;
  private final InstantSource clock;
  private final Tables tables;

  private final String key;

  /** Name of the catalog in Spark, which keeps the first catalog that it opened by a name. */
  private final String catalogName;

  private final @Nullable Writing writing;

  private Workspace(
      SparkSession spark,
      Path folder,
      Tables tables,
      InstantSource clock,
      @Nullable Writing writing) {
    this.spark = spark;
    this.folder = folder;
    this.clock = clock;
    this.tables = tables;
    this.writing = writing;
    this.key = SessionCatalog.register(tables.catalog());
    this.catalogName = "jihe_" + FormKey.of(key);
    String property = "spark.sql.catalog." + catalogName;
    spark.conf().set(property, "org.apache.iceberg.spark.SparkCatalog");
    spark.conf().set(property + ".catalog-impl", SessionCatalog.class.getName());
    spark.conf().set(property + ".cache-enabled", "false");
    spark.conf().set(property + "." + SessionCatalog.KEY, key);
  }

  /**
   * Opens the workspace for writing, making its folder where there is none.
   *
   * @throws IOException where the folder cannot be made or written
   * @throws WorkspaceBusyException where another process is writing it
   */
  public static Workspace open(SparkSession spark, Path folder)
      throws IOException, WorkspaceBusyException {
    return open(spark, folder, Duration.ZERO);
  }

  /**
   * The same, waiting so long for a process that is writing it.
   *
   * @throws WorkspaceBusyException where it is still writing then
   * @throws WorkspaceDamagedException where what is there cannot be read
   * @throws WorkspaceNewerException where a later version of the program has changed its layout
   * @throws CatalogSettingException where its catalog cannot be opened as it is set
   */
  public static Workspace open(SparkSession spark, Path folder, Duration wait)
      throws IOException, WorkspaceBusyException {
    return open(spark, folder, wait, InstantSource.system());
  }

  /** The same by another clock. */
  static Workspace open(SparkSession spark, Path folder, Duration wait, InstantSource clock)
      throws IOException, WorkspaceBusyException {
    Writing writing =
        Writing.begin(folder, wait, spark.sparkContext().hadoopConfiguration(), clock);
    Tables tables = new Tables(folder, WorkspacePlaces.tables(folder), writing.catalog());
    Workspace workspace = new Workspace(spark, folder, tables, clock, writing);
    try {
      if (FormsMigration.isDue(tables)) {
        FormsMigration.run(workspace, spark);
      }
      return workspace;
    } catch (IOException | RuntimeException e) {
      workspace.close();
      throw e;
    }
  }

  /**
   * Opens the workspace for reading what runs have left. Nothing in it changes, and a run that is
   * writing it goes on.
   */
  public static Workspace openToRead(SparkSession spark, Path folder) throws IOException {
    Tables tables = Tables.open(folder, spark.sparkContext().hadoopConfiguration());
    return new Workspace(spark, folder, tables, InstantSource.system(), null);
  }

  /** The workspace's folder. */
  public Path folder() {
    return folder;
  }

  /** Number of the tables' layout. */
  public static int schema() {
    return WorkspaceSchema.CURRENT;
  }

  /** The program's version. */
  public static String program() {
    return WorkspaceSchema.program();
  }

  /** The tables for reading. */
  public Tables tables() {
    return tables;
  }

  private String inSpark(String table) {
    return catalogName + "." + table;
  }

  /**
   * Begins a run on top of the last one, taking back what an interrupted run left behind.
   *
   * @throws WorkspaceDamagedException where what the last run left cannot be read
   */
  public Run begin(String job) throws WorkspaceDamagedException {
    try {
      Row last = tables.lastRow();
      Instant now = clock.instant();
      Run run = Run.begin(newId(now, last), job, now, last);
      for (WorkspaceTable table : WorkspaceTable.values()) {
        takeBack(table, run.snapshots.get(table.tableName()));
      }
      if (!tables.exists(Tables.RUNS)) {
        // The first of all tables: where it is missing later, it is not because nothing began yet.
        Schema schema = SparkSchemaUtil.convert(CommentedColumns.of(Tables.RUNS, Schemas.RUNS));
        Map<String, String> properties = new HashMap<>(PROPERTIES);
        properties.putAll(WorkspaceSchema.properties());
        tables
            .catalog()
            .createTable(
                TableIdentifier.of(Tables.RUNS), schema, PartitionSpec.unpartitioned(), properties);
      }
      return run;
    } catch (RuntimeException e) {
      throw new WorkspaceDamagedException(folder, e);
    }
  }

  /** The time as a name; another where a clock that was put back gives a name a second time. */
  private String newId(Instant now, @Nullable Row last) throws WorkspaceDamagedException {
    String id = RUN_ID.format(now);
    if (last == null || last.<String>getAs("runId").compareTo(id) < 0) {
      return id;
    }
    List<String> taken = tables.runs();
    Instant next = now;
    while (taken.contains(id)) {
      next = next.plusMillis(1);
      id = RUN_ID.format(next);
    }
    return id;
  }

  private void takeBack(WorkspaceTable table, @Nullable Long committed) {
    if (!tables.exists(table.tableName())) {
      if (committed != null) {
        throw new IllegalStateException("there is no table " + table.tableName());
      }
      return;
    }
    Table found = tables.load(table.tableName());
    Tables.requireColumns(table, found);
    Snapshot current = found.currentSnapshot();
    if (current == null) {
      if (committed != null) {
        throw new IllegalStateException("table " + table.tableName() + " has lost its rows");
      }
      return;
    }
    if (committed == null) {
      TableTimes.settle(found, clock.instant());
      found.newDelete().deleteFromRowFilter(Expressions.alwaysTrue()).commit();
    } else if (current.snapshotId() != committed) {
      TableTimes.settle(found, clock.instant());
      found.manageSnapshots().setCurrentSnapshot(committed).commit();
    }
  }

  /** The rows of a table as the run sees them; none where nothing has been written yet. */
  public Dataset<Row> read(Run run, WorkspaceTable table) {
    Long snapshot = run.snapshots.get(table.tableName());
    if (snapshot == null) {
      return spark.createDataFrame(List.of(), table.schema());
    }
    Dataset<Row> rows =
        spark.read().option("versionAsOf", snapshot).table(inSpark(table.tableName()));
    return AddedColumns.to(rows, table.schema());
  }

  /** The rows of a table as its files hold them; none where nothing has been written yet. */
  public StoredRows stored(Run run, WorkspaceTable table) {
    return tables.stored(run, table);
  }

  /** The files that hold the rows of each key of a partitioned table, in a stable order. */
  public Map<String, List<PartitionFiles.Stored>> filesByKey(Run run, WorkspaceTable table) {
    return tables.filesByKey(run, table);
  }

  /** A partitioned table for tasks that read and write its files themselves. */
  public PartitionFiles partitionFiles(WorkspaceTable table) {
    return new PartitionFiles(existing(table), table.schema());
  }

  /**
   * Replaces all rows of some keys in one commit; a table that has no row is left without one.
   *
   * @param keys values of the table's key column whose rows are replaced; the new rows must have no
   *     others
   */
  public void replace(Run run, WorkspaceTable table, List<Row> rows, Collection<String> keys) {
    if (!rows.isEmpty() || run.snapshots.containsKey(table.tableName())) {
      write(run, table, spark.createDataFrame(rows, table.schema()), keys, 1);
    }
  }

  /** Replaces all rows of a short table; one that has no row and gets none is left as it is. */
  public void rewrite(Run run, WorkspaceTable table, List<Row> rows) {
    if (rows.isEmpty() && !run.snapshots.containsKey(table.tableName())) {
      return;
    }
    existing(table);
    try {
      spark
          .createDataFrame(rows, table.schema())
          .coalesce(1)
          .writeTo(inSpark(table.tableName()))
          .overwrite(functions.lit(true));
    } catch (org.apache.spark.sql.catalyst.analysis.NoSuchTableException e) {
      throw new IllegalStateException("the table was made just before", e);
    }
    note(run, table);
  }

  /** Replaces all rows of some keys by rows that are spread over executors. */
  public void replace(Run run, WorkspaceTable table, JavaRDD<Row> rows, Collection<String> keys) {
    Dataset<Row> dataset = spark.createDataFrame(rows, table.schema());
    write(run, table, dataset, keys, rows.getNumPartitions());
  }

  /** The same with the rows of a dataset of whatever making. */
  public void replace(Run run, WorkspaceTable table, Dataset<Row> rows, Collection<String> keys) {
    write(run, table, rows, keys, UNKNOWN);
  }

  /**
   * Replaces all rows of some keys by files that tasks have written with {@link #partitionFiles}.
   *
   * @param keys values of the key column whose rows are replaced, those of the files among them
   */
  public void replaceFiles(
      Run run, WorkspaceTable table, Collection<DataFile> files, Collection<String> keys) {
    OverwriteFiles overwrite =
        existing(table)
            .newOverwrite()
            .overwriteByRowFilter(Expressions.in(table.key(), keys.toArray()));
    files.forEach(overwrite::addFile);
    overwrite.commit();
    note(run, table);
  }

  private void write(
      Run run, WorkspaceTable table, Dataset<Row> rows, Collection<String> keys, int partitions) {
    if (keys.isEmpty()) {
      return;
    }
    existing(table);
    Column replaced = col(table.key()).isin(keys.toArray());
    try {
      if (table.isPartitioned()) {
        DataFrameWriterV2<Row> writer = rows.writeTo(inSpark(table.tableName()));
        // Rows of one key that come from several tasks are brought together into one file.
        (partitions == 1 ? writer : writer.options(ONE_FILE_A_KEY)).overwrite(replaced);
      } else {
        whole(run, table, rows, functions.not(replaced))
            .coalesce(1)
            .writeTo(inSpark(table.tableName()))
            .overwrite(functions.lit(true));
      }
    } catch (org.apache.spark.sql.catalyst.analysis.NoSuchTableException e) {
      throw new IllegalStateException("the table was made just before", e);
    }
    note(run, table);
  }

  private void note(Run run, WorkspaceTable table) {
    Snapshot snapshot = tables.load(table.tableName()).currentSnapshot();
    if (snapshot != null) {
      run.snapshots.put(table.tableName(), snapshot.snapshotId());
    }
  }

  private Dataset<Row> whole(Run run, WorkspaceTable table, Dataset<Row> rows, Column others) {
    return run.snapshots.containsKey(table.tableName())
        ? rows.union(read(run, table).filter(others))
        : rows;
  }

  /** The table for writing, made where there is none yet. */
  private Table existing(WorkspaceTable table) {
    if (tables.exists(table.tableName())) {
      AddedColumns.addTo(settled(table.tableName()), table.schema());
      return tables.load(table.tableName());
    }
    Schema schema = SparkSchemaUtil.convert(CommentedColumns.of(table.tableName(), table.schema()));
    PartitionSpec spec =
        table.isPartitioned()
            ? PartitionSpec.builderFor(schema).identity(table.key()).build()
            : PartitionSpec.unpartitioned();
    return tables
        .catalog()
        .createTable(TableIdentifier.of(table.tableName()), schema, spec, properties(schema));
  }

  private Table settled(String table) {
    Table found = tables.load(table);
    TableTimes.settle(found, clock.instant());
    return found;
  }

  private static Map<String, String> properties(Schema schema) {
    Map<String, String> properties = new HashMap<>(PROPERTIES);
    for (Types.NestedField column : schema.columns()) {
      if (column.type().isListType() || column.type().isMapType()) {
        for (int id : TypeUtil.getProjectedIds(column.type())) {
          if (schema.findType(id).isPrimitiveType()) {
            properties.put(STATISTICS + schema.findColumnName(id), "false");
          }
        }
      }
    }
    return properties;
  }

  /** Commits the run: from now on readers see what it wrote. */
  public void commit(Run run) {
    if (writing != null) {
      writing.require();
    }
    settled(Tables.RUNS);
    Row row = run.toRow(clock.instant(), WorkspaceSchema.program());
    try {
      spark.createDataFrame(List.of(row), Schemas.RUNS).writeTo(inSpark(Tables.RUNS)).append();
    } catch (org.apache.spark.sql.catalyst.analysis.NoSuchTableException e) {
      throw new IllegalStateException("the table was made just before", e);
    }
    if (writing != null) {
      writing.settle();
    }
  }

  /** What became of a workspace that was tidied. */
  public record Tidied(List<String> dropped, int orphans, long bytes) {}

  /** Drops what lies beyond the usual bounds after a run. */
  public void tidy() {
    new Tidying(this, clock.instant()).drop(Tidying.Bounds.USUAL);
  }

  /**
   * Drops all but the last runs, and what killed runs left.
   *
   * @param keep how many runs are kept
   */
  public Tidied tidy(int keep) {
    return tidy(keep, UNTOUCHED);
  }

  /** The same with files of another age. */
  Tidied tidy(int keep, Duration untouched) {
    List<String> dropped =
        new Tidying(this, clock.instant()).drop(Tidying.Bounds.last(Math.max(1, keep)));
    Instant before = Instant.now().minus(untouched); // by the clock of the files
    int orphans = 0;
    long bytes = 0;
    List<String> names = new ArrayList<>(List.of(Tables.RUNS));
    for (WorkspaceTable table : WorkspaceTable.values()) {
      names.add(table.tableName());
    }
    for (String name : names) {
      if (tables.exists(name)) {
        Table table = tables.load(name);
        Orphans found = Orphans.of(table, before);
        ((WorkspaceFileIO) table.io()).deleteFiles(found.files());
        orphans += found.files().size();
        bytes += found.bytes();
      }
    }
    return new Tidied(dropped, orphans, bytes);
  }

  /** Keys of a partitioned table whose rows lie in several files. */
  public List<String> scattered(Run run, WorkspaceTable table) {
    List<String> keys = new ArrayList<>();
    if (table.isPartitioned()) {
      tables
          .filesByKey(run, table)
          .forEach(
              (key, files) -> {
                if (files.size() > 1) {
                  keys.add(key);
                }
              });
    }
    return keys;
  }

  /** Brings the rows of keys that lie in several files into one file each. */
  public void gather(Run run, WorkspaceTable table, Collection<String> keys) {
    write(
        run, table, read(run, table).filter(col(table.key()).isin(keys.toArray())), keys, UNKNOWN);
  }

  /** Replaces the rows of all runs, in one commit, by the same in one file. */
  void rewriteRuns(List<Row> rows) {
    settled(Tables.RUNS);
    try {
      spark
          .createDataFrame(rows, Schemas.RUNS)
          .coalesce(1)
          .writeTo(inSpark(Tables.RUNS))
          .overwrite(functions.lit(true));
    } catch (org.apache.spark.sql.catalyst.analysis.NoSuchTableException e) {
      throw new IllegalStateException("the table was made just before", e);
    }
    if (writing != null) {
      writing.settle();
    }
  }

  @Override
  public void close() {
    SessionCatalog.takeBack(key);
    if (writing == null) {
      return;
    }
    try {
      writing.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
