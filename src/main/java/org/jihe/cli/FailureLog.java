package org.jihe.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The file that holds what no user wants on the terminal; it is there only after a failure. */
final class FailureLog {

  private static final String FILE = "jihe.log";
  private static final String CONFIGURATION = "log4j2.configurationFile";

  private FailureLog() {}

  /**
   * Sends what libraries log to the file of this process. To be called before any of them is used.
   */
  static void install() {
    if (System.getProperty(CONFIGURATION) == null) {
      System.setProperty(CONFIGURATION, "classpath:org/jihe/cli/log4j2.properties");
    }
    if (System.getProperty(FILE) == null) {
      System.setProperty(FILE, path("jihe-" + ProcessHandle.current().pid() + ".log").toString());
    }
  }

  /** Adds the failure with its trace and returns the file, or null where it cannot be written. */
  static @Nullable Path add(Throwable failure) {
    String name = System.getProperty(FILE);
    Path file =
        name == null ? path("jihe-" + ProcessHandle.current().pid() + ".log") : Path.of(name);
    try (PrintWriter trace =
        new PrintWriter(
            Files.newBufferedWriter(
                file,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND))) {
      failure.printStackTrace(trace);
      return file;
    } catch (IOException e) {
      return null;
    }
  }

  private static Path path(String name) {
    return Path.of(System.getProperty("java.io.tmpdir"), name);
  }
}
