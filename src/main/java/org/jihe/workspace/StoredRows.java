package org.jihe.workspace;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.jihe.workspace.PartitionFiles.Stored;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as its files hold them, for a reader in this process: one after the other,
 * whatever the number of rows and files. A query would bring a whole file's rows at a time, and
 * cost a task for every few files.
 */
public final class StoredRows {

  private final StructType schema;
  private final @Nullable PartitionFiles table;
  private final List<Stored> files;

  /** Of a partitioned table the key of every file. */
  private final Map<Stored, String> keys;

  StoredRows(StructType schema, @Nullable PartitionFiles table, Map<Stored, String> files) {
    this.schema = schema;
    this.table = table;
    this.files = List.copyOf(files.keySet());
    this.keys = files;
  }

  /** The rows of each key of a partitioned table, in the order of the keys. */
  public Map<String, StoredRows> byKey() {
    Map<String, Map<Stored, String>> parts = new TreeMap<>();
    for (Stored file : files) {
      String key = keys.getOrDefault(file, "");
      parts.computeIfAbsent(key, each -> new LinkedHashMap<>()).put(file, key);
    }
    Map<String, StoredRows> rows = new TreeMap<>();
    parts.forEach((key, part) -> rows.put(key, new StoredRows(schema, table, part)));
    return rows;
  }

  /** Takes the rows one after the other. */
  @FunctionalInterface
  public interface Taker {

    /**
     * Takes a row.
     *
     * @param row the row
     * @param internal the same in Spark's own form; good until the next row is taken
     */
    void take(Row row, InternalRow internal) throws IOException;
  }

  /** The table's columns. */
  public StructType schema() {
    return schema;
  }

  /** Hands on all rows, in the order of the files. */
  public void forEach(Taker taker) throws IOException {
    if (table != null) {
      for (Stored file : files) {
        table.read(file, taker);
      }
    }
  }

  /** The same with some columns alone, as {@link PartitionFiles} reads them. */
  public void forEach(List<String> columns, Consumer<Row> row) {
    if (table != null) {
      files.forEach(file -> table.read(file, columns, row));
    }
  }

  /** How many files there are. */
  public int fileCount() {
    return files.size();
  }

  /** How long the files are on average; 0 where there is none. */
  public long meanBytes() {
    return files.isEmpty() ? 0 : files.stream().mapToLong(Stored::bytes).sum() / files.size();
  }

  /** Addresses of the files, in the order in which their rows are handed on. */
  public List<String> inOrder() {
    return files.stream().map(Stored::location).toList();
  }

  /** Addresses of the Parquet files that hold these rows and no others, in a stable order. */
  public List<String> files() {
    return files.stream().map(Stored::location).sorted().toList();
  }
}
