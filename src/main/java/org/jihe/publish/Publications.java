package org.jihe.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes every output, all or none: readers see the former outputs until the new ones are whole.
 */
public final class Publications {

  private static final List<Publication> ALL =
      List.of(new ParquetPublication(), new CsvPublication(), new JsonPublication());

  private Publications() {}

  /**
   * Writes the outputs into the folder {@code published} of a workspace.
   *
   * @return that folder
   */
  public static Path write(ReviewData data, Path workspace) throws IOException {
    try {
      return writeAll(data, workspace);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Path writeAll(ReviewData data, Path workspace) throws IOException {
    Path published = workspace.resolve("published");
    Path next = workspace.resolve("published.new");
    Path former = workspace.resolve("published.old");
    if (Files.exists(former) && !Files.exists(published)) {
      Files.move(former, published); // a run was stopped between its last two moves
    }
    delete(next);
    delete(former);
    Files.createDirectories(next);
    ALL.parallelStream().forEach(publication -> write(publication, data, next));
    if (Files.exists(published)) {
      Files.move(published, former);
    }
    Files.move(next, published);
    delete(former);
    return published;
  }

  private static void write(Publication publication, ReviewData data, Path folder) {
    try {
      publication.write(data, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Publications::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
