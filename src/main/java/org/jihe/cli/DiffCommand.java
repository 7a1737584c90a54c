package org.jihe.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.option.FormSearch;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.LimitChoice;
import org.jihe.cli.option.PathCheck;
import org.jihe.cli.option.TemplateChoice;
import org.jihe.form.Texts;
import org.jihe.inquiry.Difference;
import org.jihe.inquiry.Difference.Kind;
import org.jihe.inquiry.Difference.Version;
import org.jihe.inquiry.Differences;
import org.jihe.inquiry.Differences.Span;
import org.jihe.inquiry.FormsInForce;
import org.jihe.message.JobException;
import org.jihe.message.Visible;
import org.jihe.reading.FormReader;
import org.jihe.review.ReviewRequest;
import org.jihe.rule.folder.RuleException;
import org.jihe.source.file.Limits;
import org.jihe.template.declaration.TemplateException;
import org.jihe.view.DiffView;
import org.jihe.view.FindingChange;
import org.jihe.view.FindingChangeView;
import org.jihe.view.Places;
import org.jihe.view.QuarantineView;
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

  /** More names than these nobody reads in a message. */
  private static final int FEW = 5;

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
    Limits known = limits.limits(); // a wrong choice is told before anything is read
    if (isNoComparison()) {
      return ExitCode.USAGE;
    }
    requirePaths();
    Differences.Result result =
        what.size() == 1 ? ofProject(what.get(0)) : ofTwo(what.get(0), what.get(1), known);
    if (result == null) {
      return ExitCode.USAGE;
    }
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(result));
    } else {
      print(result);
    }
    if (!result.quarantined().isEmpty()) {
      return ExitCode.QUARANTINE;
    }
    return result.without().isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
  }

  /** True, and told, where what is named cannot be compared whatever there is. */
  private boolean isNoComparison() {
    String first = what.get(0);
    if (what.size() == 1) {
      boolean blank = first.isBlank() || first.equals("-"); // told with the paths
      if (!blank && Texts.normalised(first).isEmpty()) {
        console.say("diff.noName", Map.of("name", first));
        console.say("diff.usage");
        return true;
      }
      if (exists(first) && !Files.exists(workspace)) {
        console.say("diff.oneFile", Map.of("name", first));
        return true;
      }
      return false;
    }
    String second = what.get(1);
    boolean fileFirst = exists(first);
    if (fileFirst == exists(second) || !(fileFirst ? second : first).matches(RUN)) {
      return false;
    }
    console.say(
        "diff.mixed",
        Map.of("file", fileFirst ? first : second, "run", fileFirst ? second : first));
    console.say("diff.usage");
    return true;
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

  private Differences.@Nullable Result ofProject(String project) throws JobException {
    Differences.Result result;
    try {
      result = Differences.ofProject(workspace, project, all ? Span.ALL : Span.LAST);
    } catch (JobException e) {
      if (exists(project)) {
        console.say("diff.oneFile", Map.of("name", project));
        return null;
      }
      throw e;
    }
    if (result.forms().isEmpty()) {
      explain(project);
      return null;
    }
    return result;
  }

  /** Why there are no versions to compare: there is but one, or no such project, or no project. */
  private void explain(String project) throws JobException {
    FormSearch<FormsInForce.Entry> forms = new FormSearch<>(FormsInForce.of(workspace).entries());
    List<FormsInForce.Entry> found = forms.find(project);
    if (!found.isEmpty()) {
      console.say("diff.noVersions", Map.of("project", project, "workspace", workspace));
      found.stream()
          .limit(FEW)
          .map(
              each ->
                  Visible.line(String.valueOf(each.projectName()))
                      + "  "
                      + Places.of(each.origin()))
          .forEach(line -> console.err().println("  " + line));
      console.say("diff.versions");
    } else if (exists(project)) {
      console.say("diff.oneFile", Map.of("name", project));
    } else if (project.matches(RUN)) {
      console.say("diff.oneRun", Map.of("name", project));
    } else {
      console.say("diff.noProject", Map.of("project", project, "workspace", workspace));
      List<String> nearest = forms.nearest(project);
      if (!nearest.isEmpty()) {
        console.say("show.nearest");
        nearest.forEach(name -> console.err().println("  " + name));
      }
    }
  }

  private Differences.@Nullable Result ofTwo(String first, String second, Limits known)
      throws JobException, TemplateException {
    if (exists(first) && exists(second)) {
      return Differences.ofFiles(
          Path.of(first), Path.of(second), new FormReader(known, templates.read()));
    }
    if (first.matches(RUN) && second.matches(RUN)) {
      return Differences.ofRuns(workspace, first, second, rules());
    }
    for (String name : what) {
      if (!exists(name) && !name.matches(RUN)) {
        console.say("diff.unknown", Map.of("name", name));
      }
    }
    console.say("diff.usage");
    return null;
  }

  /** Messages of the rules of the last review; the rules' names speak where they are gone. */
  private Map<String, String> rules() {
    ReviewRequest request = LastReview.request(workspace, console.messages().language());
    try {
      return request.rulesInForce().messages(console.messages().language());
    } catch (RuleException e) {
      return Map.of();
    }
  }

  private static boolean exists(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void print(Differences.Result result) {
    result.without().forEach(input -> console.say("diff.noForms", Map.of("input", Path.of(input))));
    FindingChangeView findings =
        new FindingChangeView(console.messages(), console.palette(), console.width());
    for (FindingChange.Department department : result.departments()) {
      findings.render(department).forEach(console.out()::println);
      console.out().println();
    }
    int same = 0;
    for (Difference form : result.forms()) {
      if (form.kind() == Kind.SAME) {
        same++;
      } else {
        print(form);
      }
    }
    int changed = result.forms().size() - same;
    if (what.size() == 2 && !exists(what.get(0))) {
      // Of two runs the forms that are the same are not even looked at.
      String key = changed == 0 ? "diff.runs.same" : "diff.runs.changed";
      line(key, Map.of("changed", changed, "first", what.get(0), "second", what.get(1)));
    } else if (result.without().isEmpty()) {
      line("diff.done", Map.of("changed", changed, "same", same));
    }
    if (!result.quarantined().isEmpty() && result.forms().stream().anyMatch(DiffCommand::isOne)) {
      console.say("diff.unread", Map.of("count", result.quarantined().size()));
    }
    new QuarantineView(console.messages(), console.palette(), console.width())
        .first(result.quarantined())
        .forEach(console.err()::println);
  }

  /** True for a form that has no other side. */
  private static boolean isOne(Difference form) {
    return form.kind() == Kind.ADDED || form.kind() == Kind.REMOVED;
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
