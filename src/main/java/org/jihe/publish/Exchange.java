package org.jihe.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a new publication in the place of the former one, whole: it is written beside it, and two
 * moves of folders exchange them. A process that is stopped between the moves leaves none in the
 * place; whoever publishes next puts that right first.
 */
final class Exchange {

  /** How a folder is moved; a program that holds one of its files open forbids it on Windows. */
  @FunctionalInterface
  interface Mover {
    void move(Path from, Path to) throws IOException;
  }

  /** Scanners and indexers hold a new file open for a moment. */
  private static final int TIMES = 5;

  private static final long PAUSE_MILLIS = 200;

  private final Path published;
  private final Path next;
  private final Path former;
  private final Mover mover;

  Exchange(Path workspace) {
    this(workspace, Files::move);
  }

  Exchange(Path workspace, Mover mover) {
    this.published = workspace.resolve("published");
    this.next = workspace.resolve("published.new");
    this.former = workspace.resolve("published.old");
    this.mover = mover;
  }

  /** The folder of the publication that readers see. */
  Path published() {
    return published;
  }

  /** Puts right what a stopped process left: what is whole goes into its place. */
  void repair() throws IOException {
    if (!Files.exists(published)) {
      Manifest whole = Manifest.read(next);
      if (whole != null && whole.describes(next)) {
        mover.move(next, published);
      } else if (Files.exists(former)) {
        mover.move(former, published);
      }
    }
    discard();
  }

  /** What is not in its place is of no use; where it is held open, the next run removes it. */
  void discard() {
    delete(next);
    delete(former);
  }

  /** Begins a new publication: an empty folder. */
  Path begin() throws IOException {
    delete(next);
    return Files.createDirectories(next);
  }

  /**
   * Has readers see the new publication.
   *
   * @throws HeldPublicationException where the former one cannot be moved away; it stays in its
   *     place, and the new one goes
   */
  void finish() throws HeldPublicationException {
    try {
      delete(former);
      if (Files.exists(published)) {
        patiently(published, former);
      }
    } catch (IOException e) {
      discard();
      throw new HeldPublicationException(published, e);
    }
    try {
      patiently(next, published);
    } catch (IOException e) {
      putBack();
      throw new HeldPublicationException(published, e);
    }
    delete(former);
  }

  private void putBack() throws HeldPublicationException {
    try {
      if (Files.exists(former)) {
        patiently(former, published);
      }
      discard();
    } catch (IOException e) {
      // Both stay where they are; the next run puts one of them into the place.
      throw new HeldPublicationException(published, e);
    }
  }

  private void patiently(Path from, Path to) throws IOException {
    for (int time = 1; ; time++) {
      try {
        mover.move(from, to);
        return;
      } catch (IOException e) {
        if (time == TIMES) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return;
    }
    all.forEach(Exchange::deleteOne);
  }

  private static @Nullable IOException deleteOne(Path file) {
    try {
      Files.delete(file);
      return null;
    } catch (IOException e) {
      return e;
    }
  }
}
