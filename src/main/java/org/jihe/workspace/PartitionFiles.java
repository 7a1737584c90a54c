package org.jihe.workspace;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.iceberg.util.SnapshotUtil;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.jihe.workspace.file.WorkspaceFileIO;
import org.jspecify.annotations.Nullable;
import scala.Function1;

/**
 * The files of a partitioned table as a task reads and writes them, a key at a time. A task that
 * has all rows of a key needs no shuffle to bring them into one file, and can write to several
 * tables as its rows go by. What it wrote becomes part of the table when {@link Workspace#replace}
 * commits it.
 */
public final class PartitionFiles implements Serializable {

  private static final long serialVersionUID = 1L;

  static final String PAGE_SIZE = "write.parquet.page-size-bytes";

  /**
   * Every file that is begun takes a buffer of this size. The collector keeps arrays of half a
   * megabyte and more apart, each in regions of its own, and marks all of the heap for every few of
   * them; most files are a few kilobytes long.
   */
  static final String PAGE_BYTES = String.valueOf(256 << 10);

  private final Table table;

  /**
   * Columns of the rows that are read: those of the table, or of a snapshot before they changed.
   */
  private final Schema columns;

  private final StructType schema;
  private final String operation = UUID.randomUUID().toString();

  PartitionFiles(Table table, StructType schema) {
    this(table, table.schema(), schema);
  }

  private PartitionFiles(Table table, Schema columns, StructType schema) {
    this.table = SerializableTable.copyOf(table);
    this.columns = columns;
    this.schema = schema;
  }

  /**
   * The files of a snapshot, with the columns that the table had then, and without values those
   * that have come since.
   */
  static PartitionFiles of(Table table, long snapshot, StructType now) {
    Schema then = AddedColumns.to(SnapshotUtil.schemaFor(table, snapshot), now);
    return new PartitionFiles(table, then, SparkSchemaUtil.convert(then));
  }

  /** The columns of the rows that are read. */
  StructType columns() {
    return schema;
  }

  /**
   * A file of a table.
   *
   * @param location its address
   * @param bytes its length
   */
  public record Stored(String location, long bytes) implements Serializable {}

  /** Hands on the rows of a file, one after the other. */
  public void read(Stored file, Consumer<Row> row) {
    read(file, columns, schema, row);
  }

  void read(Stored file, StoredRows.Taker taker) throws IOException {
    read(file, columns, schema, taker);
  }

  /**
   * The same with some columns alone, in the order of the table; the others are not read.
   *
   * @param columns names; a part of a column is {@code column.part}, of the elements of a list
   *     {@code column.element.part}
   */
  public void read(Stored file, List<String> columns, Consumer<Row> row) {
    Schema some = this.columns.select(columns);
    read(file, some, SparkSchemaUtil.convert(some), row);
  }

  /**
   * The same in Spark's own form, each row good until the next one is handed on.
   *
   * @param columns as above
   */
  public void readInternal(Stored file, List<String> columns, Consumer<InternalRow> row) {
    Schema some = this.columns.select(columns);
    try (CloseableIterable<InternalRow> rows = open(file, some, SparkSchemaUtil.convert(some))) {
      rows.forEach(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CloseableIterable<InternalRow> open(Stored file, Schema wanted, StructType inSpark) {
    return FormatModelRegistry.<InternalRow, StructType>readBuilder(
            FileFormat.PARQUET, InternalRow.class, input(file))
        .project(wanted)
        .engineProjection(inSpark)
        .build();
  }

  private void read(Stored file, Schema wanted, StructType inSpark, Consumer<Row> row) {
    try {
      read(file, wanted, inSpark, (one, internal) -> row.accept(one));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Stored file, Schema wanted, StructType inSpark, StoredRows.Taker taker)
      throws IOException {
    Function1<Object, Object> decoder = CatalystTypeConverters.createToScalaConverter(inSpark);
    try (CloseableIterable<InternalRow> rows = open(file, wanted, inSpark)) {
      for (InternalRow one : rows) {
        @Nullable Object decoded = decoder.apply(one);
        taker.take((Row) Objects.requireNonNull(decoded), one);
      }
    }
  }

  /** By the address where it is now, at which Parquet reads a file by itself. */
  private InputFile input(Stored file) {
    FileIO files = table.io();
    String location =
        files instanceof WorkspaceFileIO own ? own.resolved(file.location) : file.location;
    return files.newInputFile(location, file.bytes);
  }

  /** Begins the rows of a key. */
  public Writer write(String key) {
    return new Writer(key);
  }

  /** Writes the rows of one key into one file; into none where there are no rows. */
  public final class Writer implements Closeable {

    private final String key;
    private final Function1<Object, Object> encoder =
        CatalystTypeConverters.createToCatalystConverter(schema);
    private @Nullable DataWriter<InternalRow> file;
    private @Nullable EncryptedOutputFile output;
    private boolean finished;

    private Writer(String key) {
      this.key = key;
    }

    /** Adds rows; their key column holds the key. */
    public void add(Iterator<Row> rows) {
      rows.forEachRemaining(this::add);
    }

    /** Adds a row; its key column holds the key. */
    public void add(Row row) {
      add((InternalRow) Objects.requireNonNull(encoder.apply(row)));
    }

    /** Adds a row in Spark's own form; its key column holds the key. */
    public void add(InternalRow row) {
      DataWriter<InternalRow> open = file == null ? open() : file;
      open.write(row);
    }

    private DataWriter<InternalRow> open() {
      TaskContext task = TaskContext.get();
      PartitionData partition = new PartitionData(table.spec().partitionType());
      partition.set(0, key);
      output =
          OutputFileFactory.builderFor(table, task.partitionId(), task.taskAttemptId())
              .format(FileFormat.PARQUET)
              .operationId(operation + "-" + UUID.randomUUID())
              .build()
              .newOutputFile(partition);
      try {
        file =
            FormatModelRegistry.<InternalRow, StructType>dataWriteBuilder(
                    FileFormat.PARQUET, InternalRow.class, output)
                .setAll(table.properties())
                .set(PAGE_SIZE, PAGE_BYTES)
                .metricsConfig(MetricsConfig.forTable(table))
                .schema(table.schema())
                .engineSchema(schema)
                .spec(table.spec())
                .partition(partition)
                .build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return file;
    }

    /** The finished file for {@link Workspace#replace}. */
    public List<DataFile> finish() {
      List<DataFile> written = new ArrayList<>();
      if (file != null) {
        try {
          file.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        written.add(file.toDataFile());
      }
      finished = true;
      return written;
    }

    /** Takes back what was written where it has not been finished. */
    @Override
    public void close() throws IOException {
      if (!finished && file != null && output != null) {
        file.close();
        table.io().deleteFile(output.encryptingOutputFile());
      }
    }
  }
}
