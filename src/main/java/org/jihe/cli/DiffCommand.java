package org.jihe.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.job.Difference;
import org.jihe.job.Difference.Kind;
import org.jihe.job.Difference.Version;
import org.jihe.job.Differences;
import org.jihe.job.Differences.Span;
import org.jihe.job.FormReader;
import org.jihe.job.JobException;
import org.jihe.message.Visible;
import org.jihe.publish.DiffView;
import org.jihe.publish.Places;
import org.jihe.publish.QuarantineView;
import org.jihe.template.TemplateException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code diff}: what changed, cell by cell, between the versions of a project's form, two files, or
 * two runs.
 */
@Command(name = "diff", sortOptions = false)
final class DiffCommand implements Callable<Integer> {

  private static final String RUN = "\\d{8}-\\d{6}-\\d{3}|last";

  private final Console console;

  @Parameters(arity = "1..2", paramLabel = "WHAT", descriptionKey = "diffWhat")
  private List<String> what = new ArrayList<>();

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Option(names = "--all", descriptionKey = "allVersions")
  private boolean all;

  @Mixin private LimitChoice limits = new LimitChoice();

  @Mixin private TemplateChoice templates = new TemplateChoice();

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException, TemplateException {
    requirePaths();
    Differences.Result result = compared();
    if (result == null) {
      return ExitCode.USAGE;
    }
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(result));
    } else {
      print(result);
    }
    return result.quarantined().isEmpty() ? ExitCode.DONE : ExitCode.QUARANTINE;
  }

  /** A name beside that of a file is one, too; one alone is a project's. */
  private void requirePaths() {
    PathCheck paths = new PathCheck(console);
    boolean runs = what.stream().allMatch(name -> name.matches(RUN));
    if (what.size() == 2 && !runs && what.stream().anyMatch(DiffCommand::exists)) {
      paths.inputs(what.stream().map(Path::of).toList());
    } else {
      what.forEach(name -> paths.name("WHAT", name));
    }
    if (what.size() == 1 || runs) {
      paths.filled(workspace);
    } else {
      paths.made(PathCheck.WORKSPACE, workspace);
    }
    templates.check(paths);
    paths.done();
  }

  private Differences.@Nullable Result compared() throws JobException, TemplateException {
    String first = what.get(0);
    if (what.size() == 1) {
      Differences.Result result =
          Differences.ofProject(workspace, first, all ? Span.ALL : Span.LAST);
      if (result.forms().isEmpty()) {
        console.say("diff.noVersions", Map.of("project", first, "workspace", workspace));
        return null;
      }
      return result;
    }
    String second = what.get(1);
    if (exists(first) && exists(second)) {
      return Differences.ofFiles(
          Path.of(first), Path.of(second), new FormReader(limits.limits(), templates.read()));
    }
    if (first.matches(RUN) && second.matches(RUN)) {
      return Differences.ofRuns(workspace, first, second);
    }
    console.say("diff.unknown", Map.of("name", exists(first) ? second : first));
    return null;
  }

  private static boolean exists(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void print(Differences.Result result) {
    int same = 0;
    for (Difference form : result.forms()) {
      if (form.kind() == Kind.SAME) {
        same++;
      } else {
        print(form);
      }
    }
    int changed = result.forms().size() - same;
    line("diff.done", Map.of("changed", changed, "same", same));
    new QuarantineView(console.messages(), console.palette(), console.width())
        .first(result.quarantined())
        .forEach(console.err()::println);
  }

  private void print(Difference form) {
    String project = form.project() == null ? "—" : Visible.line(form.project());
    String kind = console.messages().text("diff." + form.kind().name().toLowerCase(Locale.ROOT));
    console.out().println(console.palette().heading(project) + "  " + kind);
    version("diff.before", form.before());
    version("diff.after", form.after());
    new DiffView(console.messages(), console.palette(), console.width())
        .render(form.changes())
        .forEach(console.out()::println);
    console.out().println();
  }

  private void version(String key, @Nullable Version version) {
    if (version == null) {
      return;
    }
    String number =
        version.number() == 0
            ? ""
            : console.messages().text("diff.number", Map.of("number", version.number()));
    String run =
        version.run().isEmpty()
            ? ""
            : console.messages().text("diff.until", Map.of("run", version.run()));
    String text =
        console.messages().text(key, Map.of("place", Places.of(version.place()))) + number + run;
    console.out().println("  " + console.palette().faint(text));
  }

  private void line(String key, Map<String, ?> facts) {
    console.out().println(console.messages().text(key, facts));
  }
}
