package org.jihe.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that go again, at the latest with the process. */
final class MadeFolders implements AutoCloseable {

  static final String PREFIX = "jihe-notebook-";

  private final List<Path> folders = new ArrayList<>();
  private boolean goWithProcess;

  synchronized Path made(String name) throws IOException {
    Path folder = Files.createTempDirectory(PREFIX + name + "-");
    folders.add(folder);
    if (!goWithProcess) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::close, "folders"));
      goWithProcess = true;
    }
    return folder;
  }

  /** Removes what there is; what cannot be removed stays. */
  @Override
  public synchronized void close() {
    folders.forEach(MadeFolders::delete);
    folders.clear();
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException e) {
      // Held open by what still runs; it lies in the folder for temporary files.
    }
  }
}
