package org.jihe.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jihe.workspace.file.WorkspacePlaces;
import org.jspecify.annotations.Nullable;

/**
 * Tables that version 0.1 put beside their workspace: it took the letters of a web address for
 * those of the path, so that the tables of {@code /审核/ws} lie in {@code /%E5%AE%A1%E6%A0%B8/ws}.
 */
final class StrayTables {

  private StrayTables() {}

  /**
   * Where the tables of a workspace lie that has none of its own, or null where it has, or there
   * are none. A workspace that does not exist any more has none: its tables must not come back.
   */
  static @Nullable Path of(Path folder) throws IOException {
    Path home = WorkspacePlaces.tables(folder);
    if (!Files.exists(folder.resolve(Workspace.LOCK)) || !isEmpty(home)) {
      return null;
    }
    String written = home.toUri().getRawPath();
    Path stray = Path.of(written);
    return written.equals(home.toUri().getPath()) || !Files.isDirectory(stray) ? null : stray;
  }

  /** Brings the tables into their workspace. */
  static void bringHome(Path folder, Path stray) throws IOException {
    Path home = WorkspacePlaces.tables(folder);
    try {
      Files.move(stray, home, StandardCopyOption.REPLACE_EXISTING);
    } catch (DirectoryNotEmptyException e) {
      // Another disk: whole under another name first, so that a kill leaves the tables in one
      // piece.
      Path coming = folder.resolve("tables.coming");
      delete(coming);
      copy(stray, coming);
      Files.move(coming, home, StandardCopyOption.REPLACE_EXISTING);
      delete(stray);
    }
    removeEmpty(stray.getParent());
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }

  /** The folders above it that were made for the tables alone. */
  private static void removeEmpty(@Nullable Path folder) {
    try {
      for (Path empty = folder; empty != null && isEmpty(empty); empty = empty.getParent()) {
        Files.delete(empty);
      }
    } catch (IOException e) {
      // An empty folder that stays does no harm.
    }
  }
}
