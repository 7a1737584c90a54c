package org.jihe.handbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes every page of the project's words as HTML that opens from disk; for the build alone. */
public final class HandbookBuild {

  /** Where pages in Markdown lie, from the root of the sources. */
  private static final List<String> PLACES =
      List.of(
          "README.md",
          "README.zh-CN.md",
          "CHANGELOG.md",
          ".github/CONTRIBUTING.md",
          "datasets/minhang-2022.md",
          "rules",
          "src/main/resources/templates",
          Addresses.HANDBOOK);

  private HandbookBuild() {}

  /**
   * Writes the pages.
   *
   * @param arguments the root of the sources; the folder for the pages
   */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  static void write(Path root, Path target) throws IOException {
    Map<String, Path> pages = pages(root);
    Addresses addresses = new Addresses(pages.keySet());
    for (Map.Entry<String, Path> page : pages.entrySet()) {
      String text = Files.readString(page.getValue());
      Path file = target.resolve(Addresses.of(page.getKey()));
      Files.createDirectories(file.getParent());
      Files.writeString(file, new HandbookPage(page.getKey(), addresses).html(text));
    }
    pictures(root.resolve(Addresses.PICTURES), target.resolve("images"));
  }

  /** Every page by its path from the root, with {@code /} between names. */
  static Map<String, Path> pages(Path root) throws IOException {
    Map<String, Path> pages = new TreeMap<>();
    for (String place : PLACES) {
      try (Stream<Path> files = Files.walk(root.resolve(place))) {
        files
            .filter(file -> file.toString().endsWith(".md"))
            .forEach(file -> pages.put(name(root, file), file));
      }
    }
    return pages;
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static void pictures(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.sorted().toList()) {
        Path copy = to.resolve(String.valueOf(file.getFileName()));
        Files.deleteIfExists(copy);
        Files.copy(file, copy);
      }
    }
  }
}
