package org.jihe.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.JoinedRow;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jihe.layout.Quarantined;
import org.jihe.publish.parquet.ParquetFile;
import org.jihe.publish.parquet.ParquetFiles;
import org.jihe.table.QuarantineCodec;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/** Plain Parquet, a file a table, for anything that reads Parquet. */
final class ParquetPublication {

  /** Above this many files their row groups are too many to be copied as they are. */
  private static final int MOST_FILES = 200;

  /**
   * Several files that are shorter on average are written anew: what a row group of two hundred
   * columns needs beside its values, and what its values miss of the others', comes to half of it.
   */
  private static final long SHORT_BYTES = 256 << 10;

  private static final List<WorkspaceTable> TABLES =
      List.of(
          WorkspaceTable.FORMS,
          WorkspaceTable.FINDINGS,
          WorkspaceTable.SCORE_AUDIT,
          WorkspaceTable.DEPARTMENT_STATISTICS,
          WorkspaceTable.AGENCY_STATISTICS,
          WorkspaceTable.INDICATOR_STATISTICS,
          WorkspaceTable.FORM_MEASURES,
          WorkspaceTable.ROLLUP_STATISTICS,
          WorkspaceTable.COMPARISON,
          WorkspaceTable.OUTLIERS,
          WorkspaceTable.COPIED_TEXTS,
          WorkspaceTable.ATTENTION,
          WorkspaceTable.QUARANTINE);

  private final SparkSession spark;
  private final Path folder;

  /**
   * The files in a folder that exists.
   *
   * @param spark how Parquet is written
   */
  ParquetPublication(SparkSession spark, Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /** What the file of the quarantine has besides the columns of its table. */
  private static final StructField DISMISSED =
      DataTypes.createStructField("dismissed", DataTypes.StringType, true);

  /** True where the table's file is made of its rows, together with the other outputs. */
  static boolean isWrittenByRow(WorkspaceTable table, StoredRows rows) {
    return TABLES.contains(table)
        && (rows.fileCount() > MOST_FILES
            || (rows.fileCount() > 1 && rows.meanBytes() < SHORT_BYTES)
            || (table == WorkspaceTable.QUARANTINE && rows.fileCount() > 0));
  }

  private static StructType schema(WorkspaceTable table) {
    return table == WorkspaceTable.QUARANTINE ? table.schema().add(DISMISSED) : table.schema();
  }

  /** Writes the files of all tables but those that are written row by row. */
  void join(ReviewData data) throws IOException {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    for (WorkspaceTable table : TABLES) {
      StoredRows rows = data.table(table);
      if (rows.fileCount() == 0) {
        ParquetFiles.empty(
            new SparkToParquetSchemaConverter(SQLConf.get()).convert(schema(table)), target(table));
      } else if (!isWrittenByRow(table, rows)
          && !ParquetFiles.join(hadoop, rows.files(), target(table))) {
        try (Publication.Sink sink = sink(table, data)) {
          rows.forEach(sink);
        }
      }
    }
  }

  private Path target(WorkspaceTable table) {
    return folder.resolve(table.tableName() + ".parquet");
  }

  /** The table's file, which takes its rows. */
  Publication.Sink sink(WorkspaceTable table, ReviewData data) throws IOException {
    Rewritten file = new Rewritten(new ParquetFile(spark, schema(table), target(table)));
    return table == WorkspaceTable.QUARANTINE ? new WithDecisions(file, data) : file;
  }

  /** A file that is made of no table. */
  Publication.Sink sink(StructType schema, String name) throws IOException {
    return new Rewritten(new ParquetFile(spark, schema, folder.resolve(name + ".parquet")));
  }

  /** Puts beside an entry of the quarantine who has dismissed it. */
  private record WithDecisions(Rewritten file, ReviewData data) implements Publication.Sink {

    @Override
    public void take(Row row, InternalRow internal) {
      Quarantined entry = data.dismissals().on(QuarantineCodec.fromRow(row));
      UTF8String dismissed = UTF8String.fromString(QuarantinePublication.dismissed(entry, data));
      file.take(
          row, new JoinedRow(internal, new GenericInternalRow(new @Nullable Object[] {dismissed})));
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** A file that takes the rows of a table. */
  private record Rewritten(ParquetFile file) implements Publication.Sink {

    @Override
    public void take(Row row, InternalRow internal) {
      file.write(internal);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
