package org.jihe.workspace;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jihe.table.FormsOf01;
import org.jihe.table.Schemas;
import org.jihe.workspace.catalog.CatalogLease;
import org.jihe.workspace.catalog.CatalogSetting;
import org.jihe.workspace.catalog.CatalogSettingException;
import org.jihe.workspace.catalog.FrozenCatalog;
import org.jihe.workspace.catalog.LocalCatalog;
import org.jihe.workspace.file.OwnHadoop;
import org.jihe.workspace.file.WorkspaceFileIO;
import org.jihe.workspace.file.WorkspacePlaces;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a workspace as its runs left them, for reading. Needs neither a Spark session nor
 * the right to write, and is not disturbed by a run that goes on.
 */
public final class Tables {

  static final String RUNS = "runs";

  private static final List<String> NAMES =
      Stream.concat(
              Stream.of(RUNS), Stream.of(WorkspaceTable.values()).map(WorkspaceTable::tableName))
          .toList();

  /** The files of the last commit first, those of one commit as they were given to it. */
  private static final Comparator<DataFile> LATEST_FIRST =
      Comparator.comparing(DataFile::fileSequenceNumber, Comparator.<Long>reverseOrder())
          .thenComparing(DataFile::manifestLocation)
          .thenComparing(DataFile::pos);

  private final Path folder;
  private final Path home;
  private final Catalog catalog;

  /**
   * The tables of a workspace.
   *
   * @param folder the workspace
   * @param home the folder of the tables
   */
  Tables(Path folder, Path home, Catalog catalog) {
    this.folder = folder;
    this.home = home;
    this.catalog = catalog;
  }

  /**
   * Opens a workspace for reading, as it is now; nothing in it changes, and nothing is made where
   * there is none.
   *
   * @throws WorkspaceDamagedException where its catalog cannot be read
   * @throws WorkspaceNewerException where a later version of the program has changed its layout
   * @throws CatalogSettingException where its catalog cannot be opened as it is set
   */
  public static Tables open(Path folder) throws IOException {
    return open(folder, OwnHadoop.configuration());
  }

  static Tables open(Path folder, Configuration hadoop) throws IOException {
    Path stray = StrayTables.of(folder);
    return open(folder, stray == null ? WorkspacePlaces.tables(folder) : stray, hadoop);
  }

  /** The same where the tables are known to lie in a folder. */
  static Tables open(Path folder, Path home, Configuration hadoop) throws IOException {
    try {
      Tables tables = new Tables(folder, home, frozen(folder, home, hadoop));
      if (tables.exists(RUNS)) {
        WorkspaceSchema.require(folder, tables.load(RUNS));
      }
      return tables;
    } catch (NotFoundException e) {
      throw new WorkspaceDamagedException(folder, new MissingHistory());
    } catch (RuntimeException e) {
      throw new WorkspaceDamagedException(folder, e);
    }
  }

  private static Catalog frozen(Path folder, Path home, Configuration hadoop) throws IOException {
    // Only who writes makes a new workspace, and chooses where its catalog is.
    CatalogSetting setting = CatalogSetting.of(folder, Map.of());
    Map<String, String> locations =
        setting.isLocal() ? LocalCatalog.locations(folder) : shared(setting, folder, hadoop);
    if (!locations.containsKey(RUNS)) {
      Map<String, String> old = OldLayout.locations(home);
      if (!old.isEmpty()) {
        return new FrozenCatalog(old, WorkspaceFileIO.at(WorkspacePlaces.address(home), hadoop));
      }
    }
    return new FrozenCatalog(locations, setting.files(hadoop));
  }

  private static Map<String, String> shared(
      CatalogSetting setting, Path folder, Configuration hadoop) throws IOException {
    Map<String, String> locations = new TreeMap<>();
    Catalog catalog = setting.open(folder, hadoop);
    try {
      for (String name : NAMES) { // not every catalog can list what it has
        TableIdentifier table = TableIdentifier.of(name);
        if (!catalog.tableExists(table)) {
          continue;
        }
        TableOperations operations = ((HasTableOperations) catalog.loadTable(table)).operations();
        locations.put(table.name(), operations.current().metadataFileLocation());
      }
    } finally {
      close(catalog);
    }
    return locations;
  }

  public static void close(Catalog catalog) throws IOException {
    if (catalog instanceof Closeable open) {
      open.close();
    }
  }

  /**
   * Makes sure that what every table says of itself can be read: a catalog that is opened for
   * writing would try it again for minutes.
   *
   * @throws WorkspaceDamagedException where it cannot
   */
  void requireReadable() throws WorkspaceDamagedException {
    reading(
        () -> {
          if (!exists(RUNS)) {
            requireNothing();
          }
          for (WorkspaceTable table : WorkspaceTable.values()) {
            if (exists(table.tableName())) {
              load(table.tableName()).schema();
            }
          }
          return true;
        });
  }

  Catalog catalog() {
    return catalog;
  }

  boolean exists(String table) {
    return catalog.tableExists(TableIdentifier.of(table));
  }

  Table load(String table) {
    return catalog.loadTable(TableIdentifier.of(table));
  }

  /**
   * The names of all runs in the order of their commits.
   *
   * @throws WorkspaceDamagedException where the tables cannot be read
   */
  public List<String> runs() throws WorkspaceDamagedException {
    return reading(
        () -> {
          List<String> ids = new ArrayList<>();
          for (DataFile file : runFiles()) {
            forEachRun(file, row -> ids.add(row.getAs("runId")));
          }
          return ids;
        });
  }

  /**
   * All runs in the order of their commits, for a list of them.
   *
   * @throws WorkspaceDamagedException where the tables cannot be read
   */
  public List<RunRecord> history() throws WorkspaceDamagedException {
    return reading(
        () -> {
          Map<String, Set<Long>> kept = new HashMap<>();
          List<RunRecord> records = new ArrayList<>();
          for (DataFile file : runFiles()) {
            forEachRun(file, row -> records.add(RunRecord.of(row, isKept(row, kept))));
          }
          return records;
        });
  }

  /** True where what a run left can still be read. */
  public boolean isKept(Run run) {
    return run.snapshots.entrySet().stream()
        .allMatch(entry -> snapshotsOf(entry.getKey()).contains(entry.getValue()));
  }

  /** The rows of all runs in the order of their commits. */
  List<Row> runRows() {
    List<Row> rows = new ArrayList<>();
    runFiles().forEach(file -> forEachRun(file, rows::add));
    return rows;
  }

  /** How many files the table of runs has. */
  int runFileCount() {
    return runFiles().size();
  }

  /** True where every table still has what a run left of it. */
  boolean isKept(Row run, Map<String, Set<Long>> kept) {
    Map<String, Long> snapshots = run.getJavaMap(run.fieldIndex("snapshots"));
    return snapshots.entrySet().stream()
        .allMatch(
            entry ->
                kept.computeIfAbsent(entry.getKey(), this::snapshotsOf).contains(entry.getValue()));
  }

  private Set<Long> snapshotsOf(String table) {
    Set<Long> ids = new HashSet<>();
    if (exists(table)) {
      load(table).snapshots().forEach(snapshot -> ids.add(snapshot.snapshotId()));
    }
    return ids;
  }

  /**
   * The run that was committed last, whose tables are what is in force.
   *
   * @return null where nothing has ever been committed
   * @throws WorkspaceDamagedException where the tables cannot be read, or are gone
   */
  public @Nullable Run last() throws WorkspaceDamagedException {
    try {
      Row last = lastRow();
      return last == null ? null : Run.past(last);
    } catch (RuntimeException e) {
      throw new WorkspaceDamagedException(folder, e);
    }
  }

  /**
   * A run of the past.
   *
   * @return null where there is no run of this name
   * @throws WorkspaceDamagedException where the tables cannot be read
   */
  public @Nullable Run run(String id) throws WorkspaceDamagedException {
    List<Row> found =
        reading(
            () -> {
              List<Row> rows = new ArrayList<>();
              runFiles().forEach(file -> forEachRun(file, rows::add));
              rows.removeIf(row -> !id.equals(row.getAs("runId")));
              return rows;
            });
    return found.isEmpty() ? null : Run.past(found.get(0));
  }

  /** The row of the run that was committed last, or null where nothing has been. */
  @Nullable Row lastRow() {
    List<DataFile> files = runFiles();
    if (files.isEmpty()) {
      return null;
    }
    List<Row> rows = new ArrayList<>();
    forEachRun(files.get(files.size() - 1), rows::add);
    return rows.get(rows.size() - 1);
  }

  private void forEachRun(DataFile file, Consumer<Row> row) {
    new PartitionFiles(load(RUNS), Schemas.RUNS).read(stored(file), row);
  }

  /** The files of the table of runs as they were committed; the clock has no say in it. */
  private List<DataFile> runFiles() {
    List<DataFile> files = new ArrayList<>();
    if (!exists(RUNS)) {
      requireNothing();
      return files;
    }
    forEachFile(load(RUNS).newScan(), files::add);
    files.sort(Comparator.comparing(DataFile::dataSequenceNumber));
    return files;
  }

  /** Without the table of runs, whatever else is there belongs to a history that is lost. */
  private void requireNothing() {
    boolean anything =
        Files.exists(folder.resolve("published"))
            || Files.exists(folder.resolve("last-review.json"));
    if (!anything && Files.isDirectory(home)) {
      try (Stream<Path> files = Files.walk(home)) {
        Path lease = home.resolve(CatalogLease.TABLE); // there before anything is written
        anything = files.anyMatch(file -> Files.isRegularFile(file) && !file.startsWith(lease));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (anything) {
      throw new MissingHistory();
    }
  }

  /**
   * The rows of some keys of a partitioned table as the run left them.
   *
   * @param keys values of the table's key column
   */
  public List<Row> rowsOf(Run run, WorkspaceTable table, Iterable<String> keys)
      throws WorkspaceDamagedException {
    return reading(
        () -> {
          List<Row> rows = new ArrayList<>();
          Map<String, List<PartitionFiles.Stored>> files = filesByKey(run, table);
          if (!files.isEmpty()) {
            PartitionFiles reader = reader(run, table);
            for (String key : keys) {
              files
                  .getOrDefault(key, List.of())
                  .forEach(file -> reader.read(file, row -> rows.add(row)));
            }
          }
          return rows;
        });
  }

  /**
   * All rows of a table as the run left them.
   *
   * @param columns the ones that are read
   */
  public List<Row> rows(Run run, WorkspaceTable table, List<String> columns)
      throws WorkspaceDamagedException {
    return reading(
        () -> {
          List<Row> rows = new ArrayList<>();
          List<PartitionFiles.Stored> files = new ArrayList<>();
          forEachFile(run, table, file -> files.add(stored(file)));
          if (!files.isEmpty()) {
            files.sort(Comparator.comparing(PartitionFiles.Stored::location));
            PartitionFiles reader = reader(run, table);
            files.forEach(file -> reader.read(file, columns, rows::add));
          }
          return rows;
        });
  }

  /** A table with the columns that it had when the run left it. */
  PartitionFiles reader(Run run, WorkspaceTable table) {
    return PartitionFiles.of(
        load(table.tableName()),
        Objects.requireNonNull(run.snapshots.get(table.tableName())),
        table.schema());
  }

  private static PartitionFiles.Stored stored(DataFile file) {
    return new PartitionFiles.Stored(file.location(), file.fileSizeInBytes());
  }

  /** The files that hold the rows of each key of a partitioned table, in a stable order. */
  Map<String, List<PartitionFiles.Stored>> filesByKey(Run run, WorkspaceTable table) {
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

  /** The files of a table as the run left it. */
  List<DataFile> files(Run run, WorkspaceTable table) {
    List<DataFile> files = new ArrayList<>();
    forEachFile(run, table, files::add);
    return files;
  }

  /** The rows of a table as its files hold them, wherever these are now. */
  StoredRows stored(Run run, WorkspaceTable table) {
    List<DataFile> files = files(run, table);
    if (files.isEmpty()) {
      return new StoredRows(table.schema(), null, Map.of());
    }
    files.sort(LATEST_FIRST);
    WorkspaceFileIO io = (WorkspaceFileIO) load(table.tableName()).io();
    PartitionFiles reader = reader(run, table);
    Map<PartitionFiles.Stored, String> inOrder = new LinkedHashMap<>();
    for (DataFile file : files) {
      String key = table.isPartitioned() ? file.partition().get(0, String.class) : "";
      inOrder.put(
          new PartitionFiles.Stored(io.resolved(file.location()), file.fileSizeInBytes()), key);
    }
    return new StoredRows(reader.columns(), reader, inOrder);
  }

  private void forEachFile(Run run, WorkspaceTable table, Consumer<DataFile> action) {
    Long snapshot = run.snapshots.get(table.tableName());
    if (snapshot != null) {
      forEachFile(load(table.tableName()).newScan().useSnapshot(snapshot), action);
    }
  }

  private static void forEachFile(TableScan scan, Consumer<DataFile> action) {
    try (CloseableIterable<FileScanTask> tasks = scan.planFiles()) {
      tasks.forEach(task -> action.accept(task.file().copyWithoutStats()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes sure that the tables have the columns that this version of the program reads.
   *
   * @throws WorkspaceDamagedException where they have others
   */
  public void requireColumns() throws WorkspaceDamagedException {
    reading(
        () -> {
          for (WorkspaceTable table : WorkspaceTable.values()) {
            if (exists(table.tableName())) {
              requireColumns(table, load(table.tableName()));
            }
          }
          return true;
        });
  }

  static void requireColumns(WorkspaceTable table, Table found) {
    StructType columns = SparkSchemaUtil.convert(found.schema());
    boolean ofOld = table == WorkspaceTable.FORMS && FormsOf01.are(columns);
    if (!ofOld && !AddedColumns.areAll(columns, table.schema())) {
      throw new IllegalStateException(
          "table " + table.tableName() + " was written by another version and has other columns");
    }
  }

  /** There is something of a workspace, but no table of its runs. */
  static final class MissingHistory extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private MissingHistory() {
      super("there is no table " + RUNS);
    }
  }

  /** What reading gives. */
  @FunctionalInterface
  private interface Reading<T> {
    T get();
  }

  private <T> T reading(Reading<T> reading) throws WorkspaceDamagedException {
    try {
      return reading.get();
    } catch (RuntimeException e) {
      throw new WorkspaceDamagedException(folder, e);
    }
  }
}
