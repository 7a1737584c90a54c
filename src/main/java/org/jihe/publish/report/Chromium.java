package org.jihe.publish.report;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Chromium that is on the machine, whatever it is called: it prints pages without a window and
 * without a network, and forgets them.
 */
public final class Chromium {

  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "microsoft-edge",
          "microsoft-edge-stable",
          "chrome.exe",
          "msedge.exe");

  /** Where they are installed without being on the path. */
  private static final List<String> USUAL =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/snap/bin/chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
          "C:/Program Files/Google/Chrome/Application/chrome.exe",
          "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
          "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
          "C:/Program Files/Microsoft/Edge/Application/msedge.exe");

  private static final List<String> QUIET =
      List.of(
          "--headless",
          "--disable-gpu",
          "--no-first-run",
          "--no-default-browser-check",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-extensions",
          "--host-resolver-rules=MAP * ~NOTFOUND",
          "--virtual-time-budget=60000");

  private final Path program;

  /** The browser of this path. */
  public Chromium(Path program) {
    this.program = program;
  }

  /** Looks on the system's path and where browsers usually are; null where none is found. */
  public static @Nullable Chromium installed() {
    return found(String.valueOf(System.getenv("PATH")), USUAL);
  }

  static @Nullable Chromium found(String path, List<String> usual) {
    Stream<Path> named =
        Stream.of(path.split(File.pathSeparator, -1))
            .filter(folder -> !folder.isBlank())
            .map(File::new)
            .flatMap(folder -> NAMES.stream().map(name -> new File(folder, name).toPath()));
    return Stream.concat(named, usual.stream().map(place -> new File(place).toPath()))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .map(Chromium::new)
        .orElse(null);
  }

  /** Where it is. */
  public Path program() {
    return program;
  }

  /**
   * Prints a page.
   *
   * @param page a file
   * @param address what stands behind the file's name, such as {@code #/forms}
   * @param pdf the file that is written
   * @throws IOException where it is not written in time, with what the browser said last
   */
  public void print(Path page, String address, Path pdf, Duration patience) throws IOException {
    Path scratch =
        Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "jihe-print");
    Path said = scratch.resolve("said");
    try {
      List<String> command = new ArrayList<>(List.of(program.toString()));
      command.addAll(QUIET);
      if (System.getProperty("user.name", "").equals("root")) {
        command.add("--no-sandbox"); // it refuses to start otherwise; the page is our own
      }
      command.add("--user-data-dir=" + scratch.resolve("profile"));
      command.add("--no-pdf-header-footer");
      command.add("--print-to-pdf=" + pdf.toAbsolutePath());
      command.add(page.toAbsolutePath().toUri() + address);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      int code = waitFor(process, patience);
      if (code != 0 || !Files.isRegularFile(pdf) || Files.size(pdf) == 0) {
        throw new IOException(program + ": " + code + " " + lastLine(said));
      }
    } finally {
      delete(scratch);
    }
  }

  private static int waitFor(Process process, Duration patience) throws IOException {
    try {
      if (process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      throw new IOException("> " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static String lastLine(Path said) throws IOException {
    List<String> lines =
        new String(Files.readAllBytes(said), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  /** What its processes still hold fast to stays behind, for the system to clear away. */
  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
