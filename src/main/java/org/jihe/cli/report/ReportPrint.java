package org.jihe.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.PathCheck;
import org.jihe.form.Texts;
import org.jihe.message.JobException;
import org.jihe.publish.Report;
import org.jihe.publish.report.Chromium;
import org.jihe.publish.report.PrintedForms;
import org.jihe.publish.report.PrintedForms.Printable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report print}: the forms with what was found in them as PDF, a form on its page. */
@Command(name = "print", sortOptions = false)
final class ReportPrint implements Callable<Integer> {

  private static final String FOLDER = "printed";

  /** Names of departments that are told where none is meant. */
  private static final int TOLD = 10;

  private final Console console;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DEPARTMENT",
      descriptionKey = "printDepartment")
  private @Nullable String department;

  @Option(names = "--all", descriptionKey = "printAll")
  private boolean all;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "printOut")
  private @Nullable Path out;

  @Option(names = "--browser", paramLabel = "FILE", descriptionKey = "printBrowser")
  private @Nullable Path browser;

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  ReportPrint(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException {
    Path folder = out == null ? workspace.resolve(FOLDER) : out;
    new PathCheck(console)
        .filled(workspace)
        .made("--out", folder)
        .file("--browser", browser)
        .done();
    String wanted = department == null ? "" : Texts.normalised(department);
    if (all != wanted.isEmpty()) {
      console.say("report.print.which", Map.of());
      return ExitCode.USAGE;
    }
    Path program = browser;
    Chromium chromium = program == null ? Chromium.installed() : new Chromium(program);
    if (chromium == null) {
      console.say("report.print.noBrowser", Map.of());
      return ExitCode.USAGE;
    }
    PrintedForms forms = read();
    List<Printable> chosen =
        forms.departments().stream()
            .filter(one -> Texts.normalised(one.department()).contains(wanted))
            .toList();
    if (chosen.isEmpty()) {
      console.say(
          "report.noDepartment",
          Map.of("name", department == null ? "--all" : department, "names", names(forms)));
      return ExitCode.USAGE;
    }
    print(forms, chromium, chosen, folder);
    return ExitCode.DONE;
  }

  private PrintedForms read() throws JobException {
    Path report = workspace.resolve("published").resolve(Report.FOLDER);
    try {
      return PrintedForms.of(report);
    } catch (IOException | RuntimeException e) {
      throw new JobException("report.print.unreadable", Map.of("folder", report.toString()), e);
    }
  }

  private String names(PrintedForms forms) {
    TreeSet<String> names = new TreeSet<>();
    forms.departments().forEach(one -> names.add(one.department()));
    String comma = console.messages().text("summary.comma");
    String told = names.stream().limit(TOLD).collect(Collectors.joining(comma));
    return names.size() > TOLD ? told + " …" : told;
  }

  private void print(PrintedForms forms, Chromium chromium, List<Printable> chosen, Path folder)
      throws JobException {
    List<Path> files;
    try {
      files = forms.print(chromium, chosen, folder);
    } catch (IOException e) {
      String detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new JobException(
          "report.print.failed",
          Map.of(
              "folder", folder.toString(),
              "browser", chromium.program().toString(),
              "detail", detail),
          e);
    }
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(Map.of("files", files.stream().map(Path::toString).toList())));
      return;
    }
    files.forEach(file -> console.out().println(file));
    int count = chosen.stream().mapToInt(Printable::forms).sum();
    console
        .out()
        .println(
            console
                .messages()
                .text("report.print.done", Map.of("forms", count, "files", files.size())));
  }
}
