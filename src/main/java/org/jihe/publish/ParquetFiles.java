package org.jihe.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Parquet files as a whole. */
final class ParquetFiles {

  private static final int NO_PADDING = 0;

  private ParquetFiles() {}

  /**
   * Joins files into one by copying their row groups as they are, without decoding a value.
   *
   * @param files at least one
   * @return false where the files differ in their columns; nothing was written
   */
  static boolean join(Configuration hadoop, List<String> files, Path target) throws IOException {
    MessageType schema = commonSchema(hadoop, files);
    if (schema == null) {
      return false;
    }
    try (ParquetFileWriter writer = writer(schema, target)) {
      writer.start();
      for (String file : files) {
        writer.appendFile(input(hadoop, file));
      }
      writer.end(Map.of());
    }
    return true;
  }

  /** Writes a file that has columns and no row. */
  static void empty(MessageType schema, Path target) throws IOException {
    try (ParquetFileWriter writer = writer(schema, target)) {
      writer.start();
      writer.end(Map.of());
    }
  }

  private static ParquetFileWriter writer(MessageType schema, Path target) throws IOException {
    return new ParquetFileWriter(
        new LocalOutputFile(target),
        schema,
        ParquetFileWriter.Mode.CREATE,
        ParquetWriter.DEFAULT_BLOCK_SIZE,
        NO_PADDING,
        null,
        ParquetProperties.builder().build());
  }

  private static @Nullable MessageType commonSchema(Configuration hadoop, List<String> files)
      throws IOException {
    MessageType common = null;
    for (String file : files) {
      try (ParquetFileReader reader = ParquetFileReader.open(input(hadoop, file))) {
        MessageType schema = reader.getFileMetaData().getSchema();
        if (common != null && !common.equals(schema)) {
          return null;
        }
        common = schema;
      }
    }
    return common;
  }

  private static InputFile input(Configuration hadoop, String file) throws IOException {
    return HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file), hadoop);
  }
}
