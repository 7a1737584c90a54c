package org.jihe.workspace.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileAppender;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The collector closes no file that is still being written or read. */
class HeldStreamsTest {

  private static final Schema SCHEMA =
      new Schema(Types.NestedField.required(1, "n", Types.IntegerType.get()));
  private static final String FILE = WorkspaceFileIO.TABLES + "/forms/data/a.parquet";

  @TempDir private Path folder;

  private static void collect() throws InterruptedException {
    for (int time = 0; time < 3; time++) {
      System.gc();
      System.runFinalization();
      Thread.sleep(50);
    }
  }

  @Test
  void aFileUnderItsAddressInTheWorkspaceStaysOpen() throws Exception {
    Files.createDirectories(folder.resolve("forms/data"));
    WorkspaceFileIO files =
        WorkspaceFileIO.at(WorkspacePlaces.address(folder), new Configuration());
    GenericRecord record = GenericRecord.create(SCHEMA);
    List<Record> rows = Collections.nCopies(3, record.copy("n", 7));
    FileAppender<Record> appender = appender(files);
    appender.addAll(rows.iterator());
    collect();
    appender.close();
    int read = 0;
    try (CloseableIterable<Record> records =
        Parquet.read(files.newInputFile(FILE))
            .project(SCHEMA)
            .createReaderFunc(type -> GenericParquetReaders.buildReader(SCHEMA, type))
            .build()) {
      for (Record one : records) {
        collect();
        assertThat(one.getField("n")).isEqualTo(7);
        read++;
      }
    }
    assertThat(read).isEqualTo(3);
  }

  private static FileAppender<Record> appender(WorkspaceFileIO files) throws IOException {
    return Parquet.write(files.newOutputFile(FILE))
        .schema(SCHEMA)
        .createWriterFunc(type -> GenericParquetWriter.create(SCHEMA, type))
        .build();
  }
}
