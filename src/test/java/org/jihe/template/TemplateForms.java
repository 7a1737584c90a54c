package org.jihe.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jihe.layout.Document;

/** The hand-written forms of every template, each as a table with merged cells and as text. */
final class TemplateForms {

  private static final Path GRIDS = Path.of("src/test/resources/grids");
  private static final Path DATASETS = Path.of("datasets/templates");
  private static final Path TRANSCRIPTS = Path.of("datasets/transcripts");

  private TemplateForms() {}

  /** Names such as {@code yunnan-project-1}. */
  static List<String> names() {
    try (Stream<Path> files = Files.list(GRIDS)) {
      return files
          .map(file -> file.getFileName().toString().replace(".grid", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The template that a form is of. */
  static String template(String name) {
    return name.substring(0, name.lastIndexOf('-'));
  }

  static Document merged(String name) {
    return GridText.merged(GridText.read(name));
  }

  /** The form as tab-separated text. */
  static Path text(String name) {
    return DATASETS.resolve(template(name)).resolve(name + ".txt");
  }

  static Path transcript(String name) {
    return TRANSCRIPTS.resolve(template(name)).resolve(name + ".json");
  }
}
