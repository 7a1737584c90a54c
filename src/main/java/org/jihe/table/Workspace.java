package org.jihe.table;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.CloseableIterable;
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
import org.jspecify.annotations.Nullable;

/**
 * A folder with the tables of all reviews. Every table is written by atomic commits of its own; the
 * row of a run in the table {@code runs} names the snapshot of every table that belongs to it, so
 * all of them become visible together when that row is committed, last. What an interrupted run
 * left behind is taken back before the next one begins.
 */
public final class Workspace implements AutoCloseable {

  private static final String RUNS = "runs";
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
          "true");

  /** Least and greatest of a list's elements find no row, and cost as much as writing them. */
  private static final String STATISTICS = "write.parquet.stats-enabled.column.";

  private static final int UNKNOWN = 0;
  private static final Map<String, String> ONE_FILE_A_KEY =
      Map.of("distribution-mode", "hash", "fanout-enabled", "false");

  /** The files of the last commit first, those of one commit as they were given to it. */
  private static final Comparator<DataFile> LATEST_FIRST =
      Comparator.comparing(DataFile::fileSequenceNumber, Comparator.<Long>reverseOrder())
          .thenComparing(DataFile::manifestLocation)
          .thenComparing(DataFile::pos);

  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final SparkSession spark;
  private final Path folder;
  private final HadoopCatalog catalog;

  /** Name of the catalog in Spark, which keeps the first catalog that it opened by a name. */
  private final String catalogName;

  private final FileChannel lockFile;

  private Workspace(SparkSession spark, Path folder, FileChannel lockFile) {
    this.spark = spark;
    this.folder = folder;
    this.lockFile = lockFile;
    String warehouse = folder.resolve("tables").toAbsolutePath().toUri().toString();
    this.catalogName = "jihe_" + FormKey.of(warehouse);
    String property = "spark.sql.catalog." + catalogName;
    spark.conf().set(property, "org.apache.iceberg.spark.SparkCatalog");
    spark.conf().set(property + ".type", "hadoop");
    spark.conf().set(property + ".warehouse", warehouse);
    spark.conf().set(property + ".cache-enabled", "false");
    this.catalog = new HadoopCatalog(spark.sparkContext().hadoopConfiguration(), warehouse);
  }

  /**
   * Opens the workspace, making its folder where there is none.
   *
   * @throws IOException where the folder cannot be made or written
   * @throws WorkspaceBusyException where another process is writing it
   */
  public static Workspace open(SparkSession spark, Path folder)
      throws IOException, WorkspaceBusyException {
    Files.createDirectories(folder.resolve("tables"));
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new WorkspaceBusyException(folder);
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new WorkspaceBusyException(folder);
    }
    return new Workspace(spark, folder, channel);
  }

  /** The workspace's folder. */
  public Path folder() {
    return folder;
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
    Instant now = Instant.now();
    try {
      Run run = Run.begin(RUN_ID.format(now), job, now, lastRun());
      for (WorkspaceTable table : WorkspaceTable.values()) {
        takeBack(table, run.snapshots.get(table.tableName()));
      }
      return run;
    } catch (RuntimeException e) {
      throw new WorkspaceDamagedException(folder, e);
    }
  }

  /** The names of all runs, oldest first. */
  public List<String> runs() {
    List<String> ids = new ArrayList<>();
    if (catalog.tableExists(TableIdentifier.of(RUNS))) {
      for (Row row : Rows.of(spark.table(inSpark(RUNS))).collect()) {
        ids.add(row.getAs("runId"));
      }
    }
    ids.sort(null);
    return ids;
  }

  /**
   * A run of the past, whose tables can be read as it left them. Changes nothing in the workspace.
   *
   * @return null where there is no run of this name
   * @throws WorkspaceDamagedException where the tables cannot be read
   */
  public @Nullable Run past(String id) throws WorkspaceDamagedException {
    for (WorkspaceTable table : WorkspaceTable.values()) {
      TableIdentifier name = TableIdentifier.of(table.tableName());
      try {
        if (catalog.tableExists(name)) {
          requireColumns(table, catalog.loadTable(name));
        }
      } catch (RuntimeException e) {
        throw new WorkspaceDamagedException(folder, e);
      }
    }
    if (catalog.tableExists(TableIdentifier.of(RUNS))) {
      for (Row row : Rows.of(spark.table(inSpark(RUNS))).collect()) {
        if (id.equals(row.getAs("runId"))) {
          return Run.past(row);
        }
      }
    }
    return null;
  }

  private @Nullable Row lastRun() {
    if (!catalog.tableExists(TableIdentifier.of(RUNS))) {
      return null;
    }
    // Not sorted by a query, which would generate code.
    List<Row> last =
        Rows.of(spark.table(inSpark(RUNS)))
            .mapPartitions(
                rows -> {
                  Row latest = null;
                  while (rows.hasNext()) {
                    latest = later(latest, rows.next());
                  }
                  return (latest == null ? List.<Row>of() : List.of(latest)).iterator();
                })
            .collect();
    Row latest = null;
    for (Row row : last) {
      latest = later(latest, row);
    }
    return latest;
  }

  private static Row later(@Nullable Row one, Row other) {
    return one != null && one.<String>getAs("runId").compareTo(other.getAs("runId")) > 0
        ? one
        : other;
  }

  /** Tables of another version of the program may have other columns. */
  private static void requireColumns(WorkspaceTable table, Table found) {
    String columns = SparkSchemaUtil.convert(found.schema()).toDDL();
    if (!columns.equals(table.schema().toDDL())) {
      throw new IllegalStateException(
          "table " + table.tableName() + " was written by another version and has other columns");
    }
  }

  private void takeBack(WorkspaceTable table, @Nullable Long committed) {
    TableIdentifier name = TableIdentifier.of(table.tableName());
    if (!catalog.tableExists(name)) {
      return;
    }
    Table found = catalog.loadTable(name);
    requireColumns(table, found);
    Snapshot current = found.currentSnapshot();
    if (current == null) {
      return;
    }
    if (committed == null) {
      found.newDelete().deleteFromRowFilter(Expressions.alwaysTrue()).commit();
    } else if (current.snapshotId() != committed) {
      found.manageSnapshots().setCurrentSnapshot(committed).commit();
    }
  }

  /** The rows of a table as the run sees them; none where nothing has been written yet. */
  public Dataset<Row> read(Run run, WorkspaceTable table) {
    Long snapshot = run.snapshots.get(table.tableName());
    if (snapshot == null) {
      return spark.createDataFrame(List.of(), table.schema());
    }
    return spark.read().option("versionAsOf", snapshot).table(inSpark(table.tableName()));
  }

  /** The rows of a table as its files hold them; none where nothing has been written yet. */
  public StoredRows stored(Run run, WorkspaceTable table) {
    List<DataFile> files = new ArrayList<>();
    forEachFile(run, table, files::add);
    files.sort(LATEST_FIRST);
    return new StoredRows(
        table.schema(),
        files.isEmpty() ? null : partitionFiles(table),
        files.stream().map(Workspace::stored).toList());
  }

  private void forEachFile(Run run, WorkspaceTable table, Consumer<DataFile> action) {
    Long snapshot = run.snapshots.get(table.tableName());
    if (snapshot == null) {
      return;
    }
    TableScan scan =
        catalog.loadTable(TableIdentifier.of(table.tableName())).newScan().useSnapshot(snapshot);
    try (CloseableIterable<FileScanTask> tasks = scan.planFiles()) {
      tasks.forEach(task -> action.accept(task.file()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files that hold the rows of each key of a partitioned table, in a stable order. */
  public Map<String, List<PartitionFiles.Stored>> filesByKey(Run run, WorkspaceTable table) {
    Map<String, List<PartitionFiles.Stored>> files = new TreeMap<>();
    forEachFile(
        run,
        table,
        file ->
            files
                .computeIfAbsent(file.partition().get(0, String.class), key -> new ArrayList<>())
                .add(stored(file)));
    files.values().forEach(of -> of.sort(Comparator.comparing(PartitionFiles.Stored::location)));
    return files;
  }

  private static PartitionFiles.Stored stored(DataFile file) {
    return new PartitionFiles.Stored(file.location(), file.fileSizeInBytes());
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
    Snapshot snapshot = catalog.loadTable(TableIdentifier.of(table.tableName())).currentSnapshot();
    if (snapshot != null) {
      run.snapshots.put(table.tableName(), snapshot.snapshotId());
    }
  }

  private Dataset<Row> whole(Run run, WorkspaceTable table, Dataset<Row> rows, Column others) {
    return run.snapshots.containsKey(table.tableName())
        ? rows.union(read(run, table).filter(others))
        : rows;
  }

  /** The table, made where there is none yet. */
  private Table existing(WorkspaceTable table) {
    TableIdentifier name = TableIdentifier.of(table.tableName());
    if (catalog.tableExists(name)) {
      return catalog.loadTable(name);
    }
    Schema schema = SparkSchemaUtil.convert(table.schema());
    PartitionSpec spec =
        table.isPartitioned()
            ? PartitionSpec.builderFor(schema).identity(table.key()).build()
            : PartitionSpec.unpartitioned();
    return catalog.createTable(name, schema, spec, properties(schema));
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
    TableIdentifier name = TableIdentifier.of(RUNS);
    if (!catalog.tableExists(name)) {
      Schema schema = SparkSchemaUtil.convert(Schemas.RUNS);
      catalog.createTable(name, schema, PartitionSpec.unpartitioned(), PROPERTIES);
    }
    String version = Workspace.class.getPackage().getImplementationVersion();
    Row row = run.toRow(Instant.now(), version == null ? "development" : version);
    try {
      spark.createDataFrame(List.of(row), Schemas.RUNS).writeTo(inSpark(RUNS)).append();
    } catch (org.apache.spark.sql.catalyst.analysis.NoSuchTableException e) {
      throw new IllegalStateException("the table was made just before", e);
    }
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
