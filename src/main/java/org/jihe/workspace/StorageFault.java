package org.jihe.workspace;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSError;
import org.jihe.workspace.catalog.CatalogLease;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/**
 * Why tables could not be read or written: whether what they hold is damaged, which a backup mends,
 * or something else does not let anybody at them, which leaves them as they are.
 *
 * @param kind which of these
 * @param cause what says so
 */
public record StorageFault(Kind kind, Throwable cause) {

  /** What is wrong. */
  public enum Kind {
    /** The disk is full, read-only, fails, or may not be used. */
    DISK,
    /** Files are gone, cut or changed. */
    DATA,
    /** Another process is writing and does not come to an end. */
    BUSY,
    /** A catalog on a server does not answer, or not as it should. */
    CATALOG
  }

  /** Codes of SQLite: https://sqlite.org/rescode.html; those of more detail end with these. */
  private static final Map<Integer, Kind> SQLITE =
      Map.ofEntries(
          Map.entry(5, Kind.BUSY), // SQLITE_BUSY
          Map.entry(6, Kind.BUSY), // SQLITE_LOCKED
          Map.entry(3, Kind.DISK), // SQLITE_PERM
          Map.entry(8, Kind.DISK), // SQLITE_READONLY
          Map.entry(10, Kind.DISK), // SQLITE_IOERR
          Map.entry(13, Kind.DISK), // SQLITE_FULL
          Map.entry(14, Kind.DISK), // SQLITE_CANTOPEN
          Map.entry(23, Kind.DISK), // SQLITE_AUTH
          Map.entry(11, Kind.DATA), // SQLITE_CORRUPT
          Map.entry(26, Kind.DATA)); // SQLITE_NOTADB

  private static final String ICEBERG = "org.apache.iceberg.exceptions.";

  /** What operating systems say of a disk, in the words that Java hands on. */
  private static final List<String> OF_THE_DISK =
      List.of(
          "No space left",
          "Disk quota exceeded",
          "Read-only file system",
          "Permission denied",
          "Operation not permitted",
          "Too many open files",
          "Input/output error",
          "Stale file handle",
          "not enough space", // Windows
          "being used by another process",
          "Access is denied");

  /** Where Spark puts what does not fit into memory, as the beginnings of its classes' names. */
  private static final List<String> SPILLING =
      List.of(
          "org.apache.spark.storage.",
          "org.apache.spark.shuffle.",
          "org.apache.spark.util.collection.",
          "org.apache.spark.util.Utils",
          "org.apache.spark.broadcast.");

  /** With less than this nothing can be written. */
  private static final long NO_ROOM = 256 << 10;

  /**
   * True where it is not the workspace that is full or cannot be written but the folder for
   * temporary files.
   *
   * @param workspace the workspace's folder
   * @param temporary the folder for temporary files
   */
  public boolean isOfTemporaryFiles(Path workspace, Path temporary) {
    String message = String.valueOf(cause.getMessage());
    if (message.contains(workspace.toString())) {
      return false;
    }
    if (message.contains(temporary.toString()) && !workspace.startsWith(temporary)) {
      return kind == Kind.DISK || kind == Kind.DATA;
    }
    return kind == Kind.DISK
        && (isOfSpilling() || (room(temporary) < NO_ROOM && room(workspace) >= NO_ROOM));
  }

  private boolean isOfSpilling() {
    for (StackTraceElement frame : cause.getStackTrace()) {
      String thrower = frame.getClassName();
      if (SPILLING.stream().anyMatch(thrower::startsWith)) {
        return true;
      }
      if (thrower.startsWith("org.apache.") || thrower.startsWith("org.jihe.")) {
        return false; // of a table
      }
    }
    return false;
  }

  private static long room(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  /** The fault behind a failure, or null where neither disk nor data are its cause. */
  public static @Nullable StorageFault of(Throwable failure) {
    List<Throwable> chain = chain(failure);
    for (Throwable one : chain) {
      if (one instanceof SQLException sql) {
        return new StorageFault(ofDatabase(sql), one);
      }
      if (one instanceof CatalogLease.LostLease) {
        return new StorageFault(Kind.BUSY, one);
      }
    }
    for (Throwable one : chain) {
      if (isOfTheDisk(one)) {
        return new StorageFault(Kind.DISK, one);
      }
    }
    for (Throwable one : chain) {
      if (isOfTheData(one)) {
        return new StorageFault(Kind.DATA, one);
      }
    }
    return null;
  }

  private static Kind ofDatabase(SQLException failure) {
    return failure instanceof SQLiteException
        ? SQLITE.getOrDefault(failure.getErrorCode() & 0xff, Kind.DATA)
        : Kind.CATALOG;
  }

  private static List<Throwable> chain(Throwable failure) {
    Set<Throwable> chain = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> inOrder = new ArrayList<>();
    for (Throwable next = failure; next != null && chain.add(next); next = next.getCause()) {
      inOrder.add(next);
    }
    return inOrder;
  }

  private static boolean isOfTheDisk(Throwable failure) {
    if (failure instanceof AccessDeniedException
        || failure instanceof ReadOnlyFileSystemException) {
      return true;
    }
    String message = String.valueOf(failure.getMessage());
    // Java has such an exception for each of the systems' own words.
    return isOfFiles(failure) && OF_THE_DISK.stream().anyMatch(message::contains);
  }

  private static boolean isOfFiles(Throwable failure) {
    return failure instanceof IOException
        || failure instanceof FSError
        || failure.getClass().getName().startsWith(ICEBERG);
  }

  private static boolean isOfTheData(Throwable failure) {
    return failure instanceof ChecksumException
        || failure instanceof EOFException
        || failure instanceof FileNotFoundException
        || failure instanceof NoSuchFileException
        || failure.getClass().getName().startsWith(ICEBERG)
        || isOfDecoding(failure);
  }

  /** Parquet and Avro throw whatever comes where a file is not what it must be. */
  private static boolean isOfDecoding(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String thrower = trace.length == 0 ? "" : trace[0].getClassName();
    return thrower.contains(".parquet.") || thrower.contains(".avro.");
  }
}
