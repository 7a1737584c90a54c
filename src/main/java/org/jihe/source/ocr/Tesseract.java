package org.jihe.source.ocr;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jihe.layout.Box;
import org.jihe.source.file.Budget;
import org.jspecify.annotations.Nullable;

/**
 * Tesseract, where it is installed with its model of simplified Chinese. Looked for once, on the
 * path or where the system property {@value #PROPERTY} says; {@code off} there means none.
 */
public final class Tesseract implements Ocr {

  /** Names the program, or is {@code off}. */
  static final String PROPERTY = "jihe.tesseract";

  private static final String LANGUAGE = "chi_sim";

  /** Beside the Chinese model this one knows a percent sign better. */
  private static final String LATIN = "eng";

  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final String OUTPUT = "text";
  private static final int FIELDS = 12;
  private static final String LINE = "4";
  private static final String WORD = "5";

  private final Path program;
  private final String languages;

  private Tesseract(Path program, String languages) {
    this.program = program;
    this.languages = languages;
  }

  /** The installed program, or null. */
  public static @Nullable Ocr installed() {
    return Installed.FOUND;
  }

  private static final class Installed {
    static final @Nullable Ocr FOUND = find(System.getProperty(PROPERTY, ""));
  }

  /**
   * Looks for the program.
   *
   * @param setting its path; empty to look on the system's path
   */
  static @Nullable Ocr find(String setting) {
    if (setting.equals("off")) {
      return null;
    }
    Stream<String> places =
        setting.isEmpty()
            ? Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of(folder + "/tesseract", folder + "/tesseract.exe"))
            : Stream.of(setting);
    return places
        .map(Path::of)
        .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
        .map(Tesseract::withChinese)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Ocr withChinese(Path program) {
    try {
      Path folder = ocrFolder();
      try {
        Path said = folder.resolve(OUTPUT);
        int code = run(List.of(program.toString(), "--list-langs"), said, ANSWER);
        List<String> models = Files.readAllLines(said);
        if (code != 0 || !models.contains(LANGUAGE)) {
          return null;
        }
        String languages = models.contains(LATIN) ? LANGUAGE + "+" + LATIN : LANGUAGE;
        return new Tesseract(program, languages);
      } finally {
        delete(folder);
      }
    } catch (IOException | Budget.Exceeded e) {
      return null;
    }
  }

  @Override
  public List<RecognisedWord> words(BufferedImage picture, Budget budget) throws IOException {
    budget.check();
    Path folder = ocrFolder();
    try {
      Path page = folder.resolve("page.png");
      ImageIO.write(picture, "png", page.toFile());
      Path output = folder.resolve(OUTPUT);
      List<String> command =
          List.of(
              program.toString(),
              page.toString(),
              output.toString(),
              "-l",
              languages,
              "--psm",
              "6",
              "--dpi",
              "300",
              "-c",
              "preserve_interword_spaces=1",
              "tsv");
      int code = run(command, folder.resolve("log"), budget.left());
      if (code != 0) {
        throw new IOException("tesseract: " + code);
      }
      return parse(Files.readAllLines(folder.resolve(OUTPUT + ".tsv"), StandardCharsets.UTF_8));
    } finally {
      delete(folder);
    }
  }

  /** Java itself holds fast to the folder that it was started with. */
  private static Path ocrFolder() throws IOException {
    return Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "jihe-ocr");
  }

  /** Runs a program without a shell; returns its exit code. */
  private static int run(List<String> command, Path output, Duration time) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(nothing()));
    // Sources are read in parallel already.
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    Process process = builder.start();
    try {
      if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Budget.Exceeded(Budget.Kind.TIME, "tesseract");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      // The system clears its folder for temporary files.
    }
  }

  /** Words of the program's table; a line's own row stands before those of its words. */
  static List<RecognisedWord> parse(List<String> lines) {
    List<RecognisedWord> words = new ArrayList<>();
    Box line = new Box(0, 0, 0, 0);
    for (String row : lines) {
      String[] fields = row.split("\t", -1);
      if (fields.length < FIELDS) {
        continue;
      }
      if (fields[0].equals(LINE)) {
        line = box(fields);
      } else if (fields[0].equals(WORD) && !fields[FIELDS - 1].isBlank()) {
        Box box = box(fields);
        words.add(
            new RecognisedWord(
                fields[FIELDS - 1].strip(),
                new Box(box.left(), line.top(), box.right(), line.bottom())));
      }
    }
    return words;
  }

  private static Box box(String[] fields) {
    double left = Double.parseDouble(fields[6]);
    double top = Double.parseDouble(fields[7]);
    return new Box(
        left, top, left + Double.parseDouble(fields[8]), top + Double.parseDouble(fields[9]));
  }
}
