package org.jihe.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The project's notebooks give what they say. */
class NotebooksTest {

  private static final Path FOLDER = Path.of("notebooks");
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final long LARGEST = 200_000;

  private static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  /** What notebooks have made in the folder for temporary files. */
  private static Set<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(MadeFolders.PREFIX))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void thereAreSomeAndTheyAreSmall() throws IOException {
    assertThat(notebooks())
        .isNotEmpty()
        .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(LARGEST));
  }

  @TestFactory
  Stream<DynamicTest> whatTheyStoreIsWhatTheyGive() throws IOException {
    return notebooks().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      Notebook stored = NotebookFile.read(file);
                      Set<Path> before = temporary();
                      NotebookRun run = NotebookRun.of(stored, file, LIMIT, cell -> {});
                      assertThat(temporary()).isEqualTo(before);
                      assertThat(run.failure()).isNull();
                      assertThat(run.differences(stored)).isEmpty();
                    }));
  }
}
