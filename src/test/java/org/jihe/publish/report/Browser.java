package org.jihe.publish.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real browser without a window: it opens a page from disk, lets its scripts run and hands over
 * what the page has become, with all that it said on its console.
 */
final class Browser {

  private static final List<String> NAMES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final long PATIENCE_SECONDS = 120;

  private Browser() {}

  /**
   * A page after its scripts have run.
   *
   * @param dom the document as HTML
   * @param console what the page said on its console, and what it was refused
   */
  record Page(String dom, List<String> console) {}

  /** Where a browser is; null where there is none. */
  static @Nullable Path found() {
    return NAMES.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
  }

  /**
   * Opens a file at an address within it, as one who has never opened it: with no language or theme
   * chosen before.
   */
  static Page open(Path browser, Path file, String address, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(browser.toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--enable-logging=stderr",
            "--virtual-time-budget=20000",
            "--user-data-dir=" + Files.createTempDirectory(file.getParent(), ".browser")));
    command.addAll(List.of(options));
    if (Stream.of(options).noneMatch(option -> option.matches("--(print-to-pdf|screenshot)=.*"))) {
      command.add("--dump-dom");
    }
    command.add(file.toUri() + address);
    Path out = Files.createTempFile("page", ".html");
    Path err = Files.createTempFile("page", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the browser did not come to an end");
    }
    List<String> console =
        Files.readString(err, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("CONSOLE"))
            .toList();
    Page page = new Page(Files.readString(out, StandardCharsets.UTF_8), console);
    Files.delete(out);
    Files.delete(err);
    return page;
  }
}
