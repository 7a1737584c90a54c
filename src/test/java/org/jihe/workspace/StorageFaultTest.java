package org.jihe.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.jihe.workspace.StorageFault.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A full or locked disk is not damaged data, which would send a person for a backup. */
class StorageFaultTest {

  private static @Nullable Kind kind(Throwable failure) {
    StorageFault fault = StorageFault.of(failure);
    return fault == null ? null : fault.kind();
  }

  @Test
  void tellsTheDiskByTheSystemsWords() {
    assertThat(kind(new IOException("No space left on device"))).isEqualTo(Kind.DISK);
    assertThat(kind(new FileNotFoundException("/ws/v3.metadata.json (Permission denied)")))
        .isEqualTo(Kind.DISK);
    assertThat(kind(new FileNotFoundException("/ws/x (Read-only file system)")))
        .isEqualTo(Kind.DISK);
    assertThat(kind(new FileNotFoundException("/ws/x (Too many open files)"))).isEqualTo(Kind.DISK);
    assertThat(kind(new AccessDeniedException("/ws"))).isEqualTo(Kind.DISK);
    IOException full = new IOException("No space left on device");
    assertThat(kind(new IllegalStateException(new IllegalStateException(full))))
        .isEqualTo(Kind.DISK);
    assertThat(
            kind(new RuntimeIOException(new IOException("Disk quota exceeded"), "Failed to write")))
        .isEqualTo(Kind.DISK);
  }

  @Test
  void tellsDamagedDataByWhoStumblesOverThem() {
    assertThat(kind(new FileNotFoundException("/ws/x (No such file or directory)")))
        .isEqualTo(Kind.DATA);
    assertThat(kind(new UncheckedIOException(new EOFException()))).isEqualTo(Kind.DATA);
    assertThat(kind(new ChecksumException("Checksum error: /ws/x", 0))).isEqualTo(Kind.DATA);
    assertThat(kind(new NotFoundException("File does not exist: %s", "/ws/x")))
        .isEqualTo(Kind.DATA);
  }

  private static SQLiteException sqlite(SQLiteErrorCode code) {
    return new SQLiteException(code.message, code);
  }

  @Test
  void tellsWhatSqliteSays() {
    assertThat(kind(sqlite(SQLiteErrorCode.SQLITE_FULL))).isEqualTo(Kind.DISK);
    assertThat(kind(sqlite(SQLiteErrorCode.SQLITE_READONLY))).isEqualTo(Kind.DISK);
    assertThat(kind(sqlite(SQLiteErrorCode.SQLITE_READONLY_DIRECTORY))).isEqualTo(Kind.DISK);
    assertThat(kind(sqlite(SQLiteErrorCode.SQLITE_IOERR_WRITE))).isEqualTo(Kind.DISK);
    assertThat(kind(sqlite(SQLiteErrorCode.SQLITE_CANTOPEN))).isEqualTo(Kind.DISK);
    assertThat(kind(sqlite(SQLiteErrorCode.SQLITE_CORRUPT))).isEqualTo(Kind.DATA);
    assertThat(kind(sqlite(SQLiteErrorCode.SQLITE_NOTADB))).isEqualTo(Kind.DATA);
    assertThat(kind(sqlite(SQLiteErrorCode.SQLITE_BUSY))).isEqualTo(Kind.BUSY);
    assertThat(kind(sqlite(SQLiteErrorCode.SQLITE_LOCKED))).isEqualTo(Kind.BUSY);
    assertThat(
            kind(
                new IllegalStateException(
                    new UncheckedSQLException(
                        sqlite(SQLiteErrorCode.SQLITE_FULL), "Unknown failure"))))
        .isEqualTo(Kind.DISK);
  }

  @Test
  void tellsAServerThatDoesNotAnswer() {
    assertThat(kind(new UncheckedSQLException(new SQLException("refused"), "Failed to connect")))
        .isEqualTo(Kind.CATALOG);
  }

  @Test
  void otherFailuresAreNeither() {
    assertThat(kind(new IllegalStateException("a mistake of the program"))).isNull();
    assertThat(kind(new IllegalArgumentException("No space left in this sentence"))).isNull();
  }

  private static boolean isOfTemporaryFiles(Throwable failure) {
    StorageFault fault = StorageFault.of(failure);
    return fault != null
        && fault.isOfTemporaryFiles(Path.of("/绩效/ws"), Path.of("/var/tmp/jihe-tmp-1"));
  }

  private static IOException thrownIn(String... classes) {
    IOException full = new IOException("No space left on device");
    full.setStackTrace(
        Stream.of(classes)
            .map(name -> new StackTraceElement(name, "write", null, -1))
            .toArray(StackTraceElement[]::new));
    return full;
  }

  @Test
  void tellsAFullFolderForTemporaryFilesFromAFullWorkspace() {
    String spilled = "/var/tmp/jihe-tmp-1/blockmgr-2/0d/rdd_1 (No space left on device)";
    assertThat(isOfTemporaryFiles(new FileNotFoundException(spilled))).isTrue();
    String gone = "/var/tmp/jihe-tmp-1/blockmgr-2/0d/rdd_1 (No such file or directory)";
    assertThat(isOfTemporaryFiles(new FileNotFoundException(gone))).isTrue();
    String table = "/绩效/ws/tables/forms/data/x.parquet (No space left on device)";
    assertThat(isOfTemporaryFiles(new FileNotFoundException(table))).isFalse();
    assertThat(
            isOfTemporaryFiles(
                thrownIn("java.io.FileOutputStream", "org.apache.spark.storage.DiskStore")))
        .isTrue();
    assertThat(
            isOfTemporaryFiles(
                thrownIn(
                    "java.io.FileOutputStream",
                    "org.apache.hadoop.fs.RawLocalFileSystem",
                    "org.apache.spark.storage.DiskStore")))
        .isFalse();
  }
}
