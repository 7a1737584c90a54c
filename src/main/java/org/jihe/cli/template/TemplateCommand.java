package org.jihe.cli.template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Failures;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.option.PathCheck;
import org.jihe.cli.option.TemplateChoice;
import org.jihe.reading.FormReader;
import org.jihe.reading.TemplateTrial;
import org.jihe.source.file.Limits;
import org.jihe.template.declaration.TemplateException;
import org.jihe.template.declaration.TemplateProblem;
import org.jihe.template.declaration.TemplateSet;
import org.jihe.view.TextWidth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code template}: which forms are known, and how one is recognised. */
@Command(name = "template", sortOptions = false)
public final class TemplateCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** The command with its subcommands. */
  public static CommandLine with(Console console) {
    return new CommandLine(new TemplateCommand())
        .addSubcommand(new ListTemplates(console))
        .addSubcommand(new TryTemplates(console))
        .addSubcommand(new LintTemplates(console));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "no command");
    }
  }

  /** {@code template list}. */
  @Command(name = "list", sortOptions = false)
  static final class ListTemplates implements Callable<Integer> {

    private final Console console;

    @Mixin private TemplateChoice templates = new TemplateChoice();

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private OutputFormat format = OutputFormat.TEXT;

    ListTemplates(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws TemplateException {
      PathCheck paths = new PathCheck(console);
      templates.check(paths);
      paths.done();
      List<TemplateSet.Entry> entries = templates.read().entries();
      if (format == OutputFormat.JSON) {
        console.out().println(Json.of(entries));
        return ExitCode.DONE;
      }
      int width = entries.stream().mapToInt(each -> TextWidth.of(each.id())).max().orElse(0);
      for (TemplateSet.Entry entry : entries) {
        String file = entry.file().isEmpty() ? "" : "  " + entry.file();
        console
            .out()
            .println(TextWidth.padRight(entry.id(), width) + "  " + entry.description() + file);
      }
      return ExitCode.DONE;
    }
  }

  /** {@code template try}. */
  @Command(name = "try", sortOptions = false)
  static final class TryTemplates implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", descriptionKey = "tryFile")
    private Path file = Path.of("");

    @Mixin private TemplateChoice templates = new TemplateChoice();

    TryTemplates(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws TemplateException {
      PathCheck paths = new PathCheck(console).file("FILE", file);
      templates.check(paths);
      paths.done();
      List<TemplateTrial> trials;
      try {
        trials = new FormReader(Limits.STANDARD, templates.read()).explain(file);
      } catch (IOException e) {
        console.say(
            "template.try.noFile", Map.of("file", file, "detail", String.valueOf(e.getMessage())));
        return ExitCode.FAILED;
      }
      TemplateView view = new TemplateView(console);
      boolean refused = false;
      for (TemplateTrial trial : trials) {
        view.print(trial);
        refused |=
            trial.forms().isEmpty() || trial.forms().stream().anyMatch(each -> each.form() == null);
      }
      return refused ? ExitCode.QUARANTINE : ExitCode.DONE;
    }
  }

  /** {@code template lint}. */
  @Command(name = "lint", sortOptions = false)
  static final class LintTemplates implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "lintTemplates")
    private @Nullable Path folder;

    LintTemplates(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      new PathCheck(console).folder("DIR", folder).done();
      List<TemplateProblem> problems = List.of();
      int declarations = 0;
      try {
        declarations = TemplateSet.of(folder).entries().size();
      } catch (TemplateException e) {
        problems = e.problems();
      }
      problems.forEach(problem -> console.out().println(Failures.text(problem, console)));
      String key = problems.isEmpty() ? "template.lint.clean" : "template.lint.done";
      Map<String, Integer> facts = Map.of("count", problems.size(), "declarations", declarations);
      console.out().println(console.messages().text(key, facts));
      return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }
}
