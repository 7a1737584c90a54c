package org.jihe.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.Ending;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.FailureLog;
import org.jihe.cli.console.Failures;
import org.jihe.cli.console.LanguageChoice;
import org.jihe.cli.console.ResultStream;
import org.jihe.cli.doctor.DoctorCommand;
import org.jihe.cli.generate.GenerateCommand;
import org.jihe.cli.notebook.NotebookCommand;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.UsageMistakes;
import org.jihe.cli.report.ReportCommand;
import org.jihe.cli.rules.JurisdictionCommand;
import org.jihe.cli.rules.RulesCommand;
import org.jihe.cli.template.TemplateCommand;
import org.jihe.cli.workspace.WorkspaceCommand;
import org.jihe.message.Language;
import org.jihe.process.Changes;
import org.jihe.process.RunFacts;
import org.jihe.process.Scratch;
import org.jihe.process.ScratchPlaces;
import org.jihe.process.Submission;
import org.jihe.review.Review;
import org.jihe.view.Palette;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The program {@code jihe}. */
public final class Main {

  /** With less, not even a small file is read, which then looks as if it were too large. */
  private static final long LEAST_MEGABYTES = 48;

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    ResultStream results = new ResultStream(FileDescriptor.out);
    PrintStream out = utf8(results);
    PrintStream err = utf8(new FileOutputStream(FileDescriptor.err));
    System.setOut(out);
    System.setErr(err);
    if (Submission.isSubmitted()) {
      System.exit(run(arguments, out, err, System.getenv()));
    }
    runAlone(arguments, out, err, System.getenv(), results);
  }

  /** Sets the process up before anything of any library is used. */
  private static void runAlone(
      String[] arguments,
      PrintStream out,
      PrintStream err,
      Map<String, String> environment,
      ResultStream results) {
    Console console = Console.of(out, err, LanguageChoice.of(arguments, environment), environment);
    List<Path> places = ScratchPlaces.of(environment, System.getProperties(), workspace(arguments));
    Scratch scratch = scratch(places);
    FailureLog.install(scratch);
    Ending ending = Ending.of(console, scratch);
    if (scratch == null && !isForHelp(arguments)) {
      console.say("failure.scratch", Map.of("places", text(places)));
      ending.exit(ExitCode.FAILED);
    }
    if (Failures.megabytes() < LEAST_MEGABYTES) {
      ending.exit(new Failures(console).report(new OutOfMemoryError()));
    }
    int code = run(arguments, out, err, environment);
    String loss = results.loss();
    if (loss != null && code < ExitCode.FAILED) {
      console.say("failure.output", Map.of("detail", loss));
      code = ExitCode.FAILED;
    }
    ending.exit(code);
  }

  private static @Nullable Scratch scratch(List<Path> places) {
    String given = System.getProperty(Scratch.GIVEN);
    Scratch scratch = Scratch.open(given == null ? null : Path.of(given), places);
    if (scratch != null) {
      scratch.use();
    }
    return scratch;
  }

  private static boolean isForHelp(String[] arguments) {
    return arguments.length == 0
        || List.of(arguments).contains("--help")
        || List.of(arguments).contains("--version");
  }

  private static String text(List<Path> places) {
    return places.stream().map(Path::toString).collect(Collectors.joining("  "));
  }

  /** Where results go, before the command line is parsed. */
  private static Path workspace(String[] arguments) {
    String chosen = LastReview.USUAL_WORKSPACE;
    for (int index = 0; index < arguments.length; index++) {
      if (arguments[index].startsWith("--workspace=")) {
        chosen = arguments[index].substring("--workspace=".length());
      } else if (arguments[index].equals("--workspace") && index + 1 < arguments.length) {
        chosen = arguments[index + 1];
      }
    }
    try {
      return Path.of(chosen);
    } catch (InvalidPathException e) {
      return Path.of("");
    }
  }

  /**
   * Runs one command in this process.
   *
   * @return 0 done, 1 done with forms in quarantine, 2 wrong usage, 3 failed
   */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    return run(arguments, out, err, Map.of());
  }

  static int run(
      String[] arguments, PrintStream out, PrintStream err, Map<String, String> environment) {
    Language language = LanguageChoice.of(arguments, environment);
    Console console = Console.of(out, err, language, environment);
    Changes.are(Changes.State.NONE);
    RunFacts.begin();
    Watched watched = new Watched(console);
    try {
      return watched.ended(commandLine(console, watched.command()), arguments);
    } catch (Error e) {
      return watched.ended(new Failures(console).report(e));
    } finally {
      out.flush();
      err.flush();
    }
  }

  static CommandLine commandLine(Console console) {
    return commandLine(console, new JiheCommand());
  }

  private static CommandLine commandLine(Console console, JiheCommand program) {
    // A reference to the method would load its class, which needs Spark, for every command.
    Reviewer reviewer = (request, progress) -> Review.run(request, progress);
    CommandLine line =
        new CommandLine(program)
            .addSubcommand(new ReviewCommand(console, reviewer))
            .addSubcommand(new TranscribeCommand(console))
            .addSubcommand(new ShowCommand(console))
            .addSubcommand(new DiffCommand(console))
            .addSubcommand(new ConfirmCommand(console))
            .addSubcommand(new WaiveCommand(console))
            .addSubcommand(new RepliesCommand(console))
            .addSubcommand(new LettersCommand(console))
            .addSubcommand(new MarkCommand(console))
            .addSubcommand(ReportCommand.with(console))
            .addSubcommand(new RunsCommand(console))
            .addSubcommand(new FunnelCommand(console))
            .addSubcommand(new OutliersCommand(console))
            .addSubcommand(new SampleCommand(console))
            .addSubcommand(new SqlCommand(console))
            .addSubcommand(QuarantineCommand.with(console))
            .addSubcommand(RulesCommand.with(console))
            .addSubcommand(JurisdictionCommand.with(console))
            .addSubcommand(TemplateCommand.with(console))
            .addSubcommand(WorkspaceCommand.with(console))
            .addSubcommand(NotebookCommand.with(console))
            .addSubcommand(new DoctorCommand(console))
            .addSubcommand(new GenerateCommand(console));
    StageCommand.all(console).forEach(line::addSubcommand);
    line.addSubcommand(new HelpCommand(console)).addSubcommand(new CompletionCommand(console));
    Failures failures = new Failures(console);
    return line.setResourceBundle(help(console.messages().language()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(console.width())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                console.palette() == Palette.COLOURED
                    ? CommandLine.Help.Ansi.ON
                    : CommandLine.Help.Ansi.OFF))
        .setOut(writer(console.out()))
        .setErr(writer(console.err()))
        .setParameterExceptionHandler(new UsageMistakes(console))
        .setExecutionExceptionHandler((failure, command, parsed) -> failures.report(failure));
  }

  private static ResourceBundle help(Language language) {
    String resource = "/messages/help_" + language.code() + ".properties";
    try (InputStream in = Main.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no bundle " + resource);
      }
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(new BufferedOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
