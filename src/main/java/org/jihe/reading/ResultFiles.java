package org.jihe.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files into which somebody has this process write its results and messages, as {@code jihe
 * review . > result.txt} does: they stand in the folder before it is looked through, and nobody
 * submitted them.
 */
final class ResultFiles {

  /** What the system calls the streams of a process; Windows has no such names. */
  private static final List<String> STREAMS = List.of("/dev/fd/1", "/dev/fd/2");

  private final Set<Object> keys = new HashSet<>();

  ResultFiles() {
    for (String stream : STREAMS) {
      try {
        Object key = Files.readAttributes(Path.of(stream), BasicFileAttributes.class).fileKey();
        if (key != null) {
          keys.add(key);
        }
      } catch (IOException | InvalidPathException e) {
        // It is closed, or has no name.
      }
    }
  }

  /**
   * True for one of them. Where files cannot be told by their keys, one that is empty and no older
   * than this process is taken for one.
   */
  boolean contains(BasicFileAttributes file) {
    Object key = file.fileKey();
    return key == null ? isEmptyAndNew(file) : keys.contains(key);
  }

  private static boolean isEmptyAndNew(BasicFileAttributes file) {
    Instant begun = ProcessHandle.current().info().startInstant().orElse(Instant.MAX);
    return file.size() == 0 && !file.lastModifiedTime().toInstant().isBefore(begun.minusSeconds(5));
  }
}
