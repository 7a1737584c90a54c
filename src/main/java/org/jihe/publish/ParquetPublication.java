package org.jihe.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.jihe.table.WorkspaceTable;

/** Plain Parquet, a file a table, for anything that reads Parquet. */
final class ParquetPublication {

  /** Above this many files their row groups are too small to be copied as they are. */
  private static final int MOST_FILES = 200;

  private static final List<WorkspaceTable> TABLES =
      List.of(
          WorkspaceTable.FORMS,
          WorkspaceTable.FINDINGS,
          WorkspaceTable.SCORE_AUDIT,
          WorkspaceTable.DEPARTMENT_STATISTICS,
          WorkspaceTable.INDICATOR_STATISTICS,
          WorkspaceTable.QUARANTINE);

  private ParquetPublication() {}

  /** Writes the files into a folder that exists. */
  static void write(ReviewData data, Path folder) throws IOException {
    for (WorkspaceTable table : TABLES) {
      ReviewData.Contents contents = data.contents(table);
      Path target = folder.resolve(table.tableName() + ".parquet");
      Configuration hadoop = contents.rows().sparkSession().sparkContext().hadoopConfiguration();
      List<String> files = contents.files();
      if (files.isEmpty()) {
        ParquetFiles.empty(
            new SparkToParquetSchemaConverter(SQLConf.get()).convert(table.schema()), target);
      } else if (files.size() > MOST_FILES || !ParquetFiles.join(hadoop, files, target)) {
        rewrite(contents.rows(), target);
      }
    }
  }

  /** Has Spark write one file, which then gets its name. */
  private static void rewrite(Dataset<Row> rows, Path target) throws IOException {
    Path parts = target.resolveSibling(target.getFileName() + ".parts");
    rows.coalesce(1).write().parquet(parts.toUri().toString());
    try (Stream<Path> written = Files.list(parts)) {
      for (Path file : (Iterable<Path>) written::iterator) {
        boolean isPart = file.toString().endsWith(".parquet");
        if (isPart) {
          Files.move(file, target);
        } else {
          Files.delete(file);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Files.delete(parts);
  }
}
