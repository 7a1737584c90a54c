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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The collector closes no file that is still being written or read. */
class HeldStreamsTest {

  private static final Schema SCHEMA =
      new Schema(Types.NestedField.required(1, "n", Types.IntegerType.get()));

  @TempDir private Path folder;

  private static void collect() throws InterruptedException {
    for (int time = 0; time < 3; time++) {
      System.gc();
      System.runFinalization();
      Thread.sleep(50);
    }
  }

  /** Within the workspace, and where another workspace was when a table of it was written. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        WorkspaceFileIO.TABLES + "/forms/data/a.parquet",
        "file:/elsewhere/tables/forms/data/b.parquet"
      })
  void aFileUnderItsAddressStaysOpen(String address) throws Exception {
    Files.createDirectories(folder.resolve("forms/data"));
    WorkspaceFileIO files =
        WorkspaceFileIO.at(WorkspacePlaces.address(folder), new Configuration());
    GenericRecord record = GenericRecord.create(SCHEMA);
    List<Record> rows = Collections.nCopies(3, record.copy("n", 7));
    FileAppender<Record> appender = appender(files, address);
    appender.addAll(rows.iterator());
    collect();
    appender.close();
    String name = address.substring(address.lastIndexOf('/') + 1);
    assertThat(folder.resolve("forms/data").resolve(name)).exists();
    assertThat(files.newInputFile(address).location()).isEqualTo(address);
    int read = 0;
    try (CloseableIterable<Record> records =
        Parquet.read(files.newInputFile(address))
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

  private static FileAppender<Record> appender(WorkspaceFileIO files, String address)
      throws IOException {
    return Parquet.write(files.newOutputFile(address))
        .schema(SCHEMA)
        .createWriterFunc(type -> GenericParquetWriter.create(SCHEMA, type))
        .build();
  }
}
