package org.jihe.cli.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.WrongUsage;
import org.jihe.cli.option.PathCheck;
import org.jihe.generate.GenerateRequest;
import org.jihe.generate.Generator;
import org.jihe.generate.draft.FileKind;
import org.jihe.process.Changes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code generate}: made-up forms with known defects; needs no Spark. */
@Command(name = "generate", sortOptions = false)
public final class GenerateCommand implements Callable<Integer> {

  private static final Pattern YEARS = Pattern.compile("((?:19|20)\\d{2})(?:-((?:19|20)\\d{2}))?");
  private static final int MOST_YEARS = 20;
  private static final int MOST_DEPARTMENTS = 10_000;
  private static final int MOST_FORMS = 10_000_000;

  private final Console console;
  private final List<String> mistakes = new ArrayList<>();

  @Option(names = "--departments", paramLabel = "N", descriptionKey = "generateDepartments")
  private int departments = 60;

  @Option(names = "--forms", paramLabel = "N", descriptionKey = "generateForms")
  private int forms = 6000;

  @Option(names = "--years", paramLabel = "YEAR-YEAR", descriptionKey = "generateYears")
  private String years = "2021-2023";

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "generateSeed")
  private long seed = 1;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "generateOut")
  private Path out = Path.of("");

  @Option(
      names = "--formats",
      paramLabel = "FORMAT",
      split = ",",
      hideParamSyntax = true,
      descriptionKey = "generateFormats")
  private List<FileKind> formats =
      new ArrayList<>(Stream.of(FileKind.values()).filter(kind -> !kind.isOfAll()).toList());

  @Option(names = "--defects", paramLabel = "RATE", descriptionKey = "generateDefects")
  private double defects = 0.15;

  public GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    new PathCheck(console).made("--out", out).done();
    GenerateRequest request = request();
    try {
      Changes.are(Changes.State.FILES);
      Generator.Made made = Generator.run(request);
      console.say(
          "generate.done",
          Map.of(
              "files", made.files(), "forms", made.forms(), "lines", made.lines(), "folder", out));
      return ExitCode.DONE;
    } catch (IOException e) {
      console.say("generate.unwritable", Map.of("folder", out, "detail", String.valueOf(e)));
      return ExitCode.FAILED;
    }
  }

  private GenerateRequest request() {
    between("--departments", departments, MOST_DEPARTMENTS);
    between("--forms", forms, MOST_FORMS);
    Years of = years();
    if (!(defects >= 0 && defects <= 1)) {
      wrong("generate.defects", Map.of("value", defects));
    }
    if (formats.stream().distinct().count() > 1 && formats.stream().anyMatch(FileKind::isOfAll)) {
      wrong("generate.alone", Map.of());
    }
    if (isFilled(out)) {
      wrong("generate.filled", Map.of("folder", out));
    }
    if (!mistakes.isEmpty()) {
      throw new WrongUsage(mistakes);
    }
    return new GenerateRequest(
        departments,
        forms,
        of.first,
        of.last,
        seed,
        out,
        formats.stream().distinct().toList(),
        defects);
  }

  /** The first year and the last. */
  private record Years(int first, int last) {}

  private Years years() {
    Matcher matcher = YEARS.matcher(years.strip());
    int first = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    int last = first == 0 || matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
    if (first == 0 || last < first || last - first >= MOST_YEARS) {
      wrong("generate.years", Map.of("value", years, "most", MOST_YEARS));
    }
    return new Years(first, last);
  }

  private void between(String option, int value, int most) {
    if (value < 1 || value > most) {
      wrong("generate.number", Map.of("option", option, "value", value, "most", most));
    }
  }

  private void wrong(String key, Map<String, ?> facts) {
    mistakes.add(console.messages().text(key, facts).strip());
  }

  /** A folder with files is left alone: nobody could tell its forms from those that are made. */
  private static boolean isFilled(Path folder) {
    if (!Files.exists(folder)) {
      return false;
    }
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      return true;
    }
  }
}
