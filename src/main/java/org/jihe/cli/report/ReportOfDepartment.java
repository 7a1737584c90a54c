package org.jihe.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.PathCheck;
import org.jihe.message.JobException;
import org.jihe.publish.Report;
import org.jihe.publish.report.ReportFiles;
import org.jihe.review.ReviewRequest;
import org.jihe.review.ReviewRequest.Checking;
import org.jihe.review.ReviewRequest.Reading;
import org.jihe.review.letter.DepartmentReport;
import org.jihe.rule.folder.RuleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report department}: one department's report alone, to be sent to it. */
@Command(name = "department", sortOptions = false)
final class ReportOfDepartment implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "reportDepartment")
  private String name = "";

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "reportOut")
  private Path out = Path.of("");

  @Option(names = "--pictures", descriptionKey = "reportPictures")
  private boolean pictures;

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  ReportOfDepartment(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException, RuleException {
    new PathCheck(console).filled(workspace).made("--out", out).done();
    if (!isFree(out)) {
      console.say("report.filled", Map.of("folder", out));
      return ExitCode.USAGE;
    }
    LastReview last = LastReview.readFrom(workspace);
    ReviewRequest request =
        new ReviewRequest(
            List.of(),
            workspace,
            console.messages().language(),
            Reading.USUAL,
            last == null ? Checking.USUAL : last.checking());
    DepartmentReport.Result result =
        DepartmentReport.run(
            request, out, name, pictures ? Report.Pictures.OF_PAGES : Report.Pictures.NONE);
    String department = result.department();
    if (department == null) {
      console.say("report.noDepartment", Map.of("name", name, "names", shown(result)));
      return ExitCode.USAGE;
    }
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(result));
      return ExitCode.DONE;
    }
    String years = result.years().stream().map(String::valueOf).collect(Collectors.joining("、"));
    String page = out.resolve("index.html").toString();
    console
        .out()
        .println(
            console
                .messages()
                .text(
                    "report.department",
                    Map.of("department", department, "years", years, "page", page)));
    return ExitCode.DONE;
  }

  private String shown(DepartmentReport.Result result) {
    int most = 10;
    String names =
        result.candidates().stream()
            .limit(most)
            .collect(Collectors.joining(console.messages().text("summary.comma")));
    return result.candidates().size() > most ? names + " …" : names;
  }

  /** Nothing that a user keeps is to be mixed with what is sent, or written over. */
  private static boolean isFree(Path folder) {
    if (!Files.exists(folder) || ReportFiles.isReport(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
