package org.jihe.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The files that a user's inputs name. */
public final class Inputs {

  private static final Set<String> ENDINGS = Set.of(".txt", ".tsv", ".tab");

  private Inputs() {}

  /**
   * Every file once. A file that is named is taken whatever it is called, also where it does not
   * exist, so that it is reported; of a folder all text files are taken, with those of its folders,
   * in order of their paths; a folder without any is named itself, so that it is reported. Hidden
   * files and folders are passed over.
   */
  public static List<Path> expand(List<Path> inputs) {
    Set<Path> files = new LinkedHashSet<>();
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        files.addAll(filesIn(input));
      } else {
        files.add(input);
      }
    }
    return List.copyOf(files);
  }

  /** How many files of the folders are of a format that is not read, so that a user can be told. */
  public static long passedOver(List<Path> inputs) {
    long count = 0;
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        try (Stream<Path> files = Files.walk(input)) {
          count +=
              files
                  .filter(Files::isRegularFile)
                  .filter(file -> !Collector.isHidden(file) && !Collector.isText(file))
                  .count();
        } catch (IOException | UncheckedIOException e) {
          return count; // what cannot be opened is reported where it is read
        }
      }
    }
    return count;
  }

  private static List<Path> filesIn(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new Collector(folder, files));
    } catch (IOException e) {
      files.add(folder);
    }
    if (files.isEmpty()) {
      files.add(folder);
    }
    files.sort(null);
    return files;
  }

  /** Notes every text file, and what cannot be opened, for a reader to report. */
  private static final class Collector extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<Path> files;

    Collector(Path root, List<Path> files) {
      this.root = root;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(root) && isHidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!isHidden(file) && isText(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      if (Files.isDirectory(file) || isText(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      Path name = path.getFileName();
      return name != null && name.toString().startsWith(".");
    }

    private static boolean isText(Path file) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      return ENDINGS.stream().anyMatch(name::endsWith);
    }
  }
}
