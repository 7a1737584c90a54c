package org.jihe.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jihe.process.Scratch;
import org.jspecify.annotations.Nullable;

/**
 * The file that holds what no user wants on the terminal; it stays only where a message names it.
 */
public final class FailureLog {

  private static final String FILE = "jihe.log";
  private static final String CONFIGURATION = "log4j2.configurationFile";

  private static @Nullable Scratch scratch;

  private FailureLog() {}

  /**
   * Sends what libraries log to a file in the folder of this process. To be called before any of
   * them is used.
   */
  public static void install(@Nullable Scratch folder) {
    scratch = folder;
    if (System.getProperty(CONFIGURATION) == null) {
      String target = folder == null ? "none.properties" : "log4j2.properties";
      System.setProperty(CONFIGURATION, "classpath:org/jihe/cli/" + target);
    }
    if (System.getProperty(FILE) == null && folder != null) {
      System.setProperty(FILE, folder.folder().resolve(Scratch.LOG).toString());
    }
  }

  /** Adds the failure with its trace and returns the file, or null where it cannot be written. */
  static @Nullable Path add(Throwable failure) {
    try {
      Path file = file();
      try (PrintWriter trace =
          new PrintWriter(
              Files.newBufferedWriter(
                  file,
                  StandardCharsets.UTF_8,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.APPEND))) {
        failure.printStackTrace(trace);
      }
      return file;
    } catch (IOException e) {
      return null;
    }
  }

  /** The file will be named to the user. */
  static void keep() {
    if (scratch != null) {
      scratch.leaveLog();
    }
  }

  /** What libraries have logged speaks of this. */
  static boolean mentions(String word) {
    Path file = existing();
    if (file == null) {
      return false;
    }
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return lines.lines().anyMatch(line -> line.contains(word));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** The file, or null where nothing has been logged. */
  static @Nullable Path existing() {
    String name = System.getProperty(FILE);
    return name != null && isWritten(Path.of(name)) ? Path.of(name) : null;
  }

  private static boolean isWritten(Path file) {
    try {
      return Files.size(file) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Path file() throws IOException {
    String name = System.getProperty(FILE);
    if (name != null) {
      return Path.of(name);
    }
    // Nobody else can look into such a folder, nor guess its name.
    Path folder =
        Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "jihe-log-");
    Path file = folder.resolve(Scratch.LOG);
    System.setProperty(FILE, file.toString());
    return file;
  }
}
