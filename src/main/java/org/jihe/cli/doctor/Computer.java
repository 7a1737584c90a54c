package org.jihe.cli.doctor;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jihe.cli.console.Failures;
import org.jihe.source.ocr.Tesseract;

/** Looks at the computer. */
final class Computer {

  private static final int OLDEST = 17;

  /** The versions that the program is tested on; libraries of it do not start on later ones. */
  private static final int NEWEST = 21;

  private static final long LEAST_MEGABYTES = 512;
  private static final long LITTLE_MEGABYTES = 1024;
  private static final long LEAST_FREE = 100;
  private static final long LITTLE_FREE = 2048;

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge");

  private final Map<String, String> environment;
  private final Runtime.Version java;
  private final long megabytes;

  Computer(Map<String, String> environment, Runtime.Version java, long megabytes) {
    this.environment = environment;
    this.java = java;
    this.megabytes = megabytes;
  }

  static Computer own() {
    return new Computer(System.getenv(), Runtime.version(), Failures.megabytes());
  }

  Check java() {
    Map<String, String> facts =
        Map.of("version", java.toString(), "home", System.getProperty("java.home", ""));
    if (java.feature() < OLDEST) {
      return Check.broken("java", facts);
    }
    return java.feature() > NEWEST ? Check.lacking("java", facts) : Check.fine("java", facts);
  }

  Check memory() {
    Map<String, String> facts = Map.of("megabytes", String.valueOf(megabytes));
    if (megabytes < LEAST_MEGABYTES) {
      return Check.broken("memory", facts);
    }
    return megabytes < LITTLE_MEGABYTES
        ? Check.lacking("memory", facts)
        : Check.fine("memory", facts);
  }

  /** Marked copies have a font of their own; pages and letters take what the system has. */
  Check fonts() {
    Optional<String> chinese;
    try {
      chinese =
          Stream.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
              .filter(font -> font.canDisplay('绩') && font.canDisplay('核'))
              .map(Font::getFamily)
              .findFirst();
    } catch (RuntimeException | LinkageError | InternalError e) { // no fontconfig at all
      chinese = Optional.empty();
    }
    return chinese
        .map(name -> Check.fine("fonts", Map.of("font", name)))
        .orElseGet(() -> Check.lacking("fonts", Map.of()));
  }

  Check chromium() {
    return onPath(BROWSERS)
        .map(path -> Check.fine("chromium", Map.of("program", path.toString())))
        .orElseGet(() -> Check.lacking("chromium", Map.of()));
  }

  Check tesseract() {
    if (Tesseract.installed() != null) {
      return Check.fine("tesseract", Map.of());
    }
    boolean there = onPath(List.of("tesseract")).isPresent();
    return there
        ? new Check("tesseract", Check.State.LACKING, Map.of(), "tesseract.noChinese")
        : Check.lacking("tesseract", Map.of());
  }

  private Optional<Path> onPath(List<String> programs) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(
            folder ->
                programs.stream()
                    .flatMap(name -> Stream.of(folder + "/" + name, folder + "/" + name + ".exe")))
        .map(Path::of)
        .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
        .findFirst();
  }

  /** The disk of a folder, or of the nearest one above that is there. */
  Check disk(String name, Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.isDirectory(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace() >> 20;
      Map<String, String> facts = Map.of("folder", there.toString(), "megabytes", "" + free);
      boolean writable = Files.isWritable(there);
      if (!writable || free < LEAST_FREE) {
        return new Check(name, Check.State.BROKEN, facts, "disk." + (writable ? "full" : "denied"));
      }
      return free < LITTLE_FREE
          ? new Check(name, Check.State.LACKING, facts, "disk.little")
          : Check.fine(name, facts);
    } catch (IOException e) {
      Map<String, String> facts = Map.of("folder", there.toString(), "megabytes", "?");
      return new Check(name, Check.State.BROKEN, facts, "disk.denied");
    }
  }
}
