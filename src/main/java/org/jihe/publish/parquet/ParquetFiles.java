package org.jihe.publish.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;

/** Parquet files as a whole. */
public final class ParquetFiles {

  private static final int NO_PADDING = 0;

  private ParquetFiles() {}

  /**
   * Joins files into one by copying their row groups as they are, without decoding a value.
   *
   * @param files at least one
   * @return false where the files differ in their columns; nothing was written
   */
  public static boolean join(Configuration hadoop, List<String> files, Path target)
      throws IOException {
    // Made once: they look up the defaults of Hadoop, which costs more than a short file.
    ParquetReadOptions options = HadoopReadOptions.builder(hadoop).build();
    boolean joined = join(hadoop, options, files, target);
    if (!joined) {
      Files.delete(target);
    }
    return joined;
  }

  private static boolean join(
      Configuration hadoop, ParquetReadOptions options, List<String> files, Path target)
      throws IOException {
    MessageType schema = schema(hadoop, options, files.get(0));
    try (ParquetFileWriter writer = writer(schema, target)) {
      writer.start();
      for (String file : files) {
        try (ParquetFileReader reader = ParquetFileReader.open(input(hadoop, file), options)) {
          if (!schema.equals(reader.getFileMetaData().getSchema())) {
            return false;
          }
          reader.appendTo(writer);
        }
      }
      writer.end(Map.of());
    }
    return true;
  }

  /** True where a file has these columns of these types, whatever else it says of itself. */
  static boolean hasColumns(Configuration hadoop, String file, MessageType expected)
      throws IOException {
    MessageType found = schema(hadoop, HadoopReadOptions.builder(hadoop).build(), file);
    return columns(found).equals(columns(expected));
  }

  private static List<String> columns(MessageType schema) {
    return schema.getColumns().stream()
        .map(
            column ->
                String.join(".", column.getPath())
                    + " "
                    + column.getPrimitiveType().getPrimitiveTypeName()
                    + " "
                    + column.getPrimitiveType().getLogicalTypeAnnotation())
        .toList();
  }

  private static MessageType schema(Configuration hadoop, ParquetReadOptions options, String file)
      throws IOException {
    try (ParquetFileReader reader = ParquetFileReader.open(input(hadoop, file), options)) {
      return reader.getFileMetaData().getSchema();
    }
  }

  /** Writes a file that has columns and no row. */
  public static void empty(MessageType schema, Path target) throws IOException {
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

  private static InputFile input(Configuration hadoop, String file) throws IOException {
    return HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file), hadoop);
  }
}
