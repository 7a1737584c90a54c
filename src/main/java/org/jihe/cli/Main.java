package org.jihe.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.jihe.job.Review;
import org.jihe.message.Language;
import org.jihe.publish.Palette;
import picocli.CommandLine;

/** The program {@code jihe}. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    System.setOut(out);
    System.setErr(err);
    FailureLog.install();
    int code = run(arguments, out, err, System.getenv());
    out.flush();
    err.flush();
    System.exit(code);
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
    try {
      return commandLine(console).execute(arguments);
    } catch (Error e) {
      return new Failures(console).report(e);
    } finally {
      out.flush();
      err.flush();
    }
  }

  static CommandLine commandLine(Console console) {
    Reviewer reviewer = Review::run;
    CommandLine line =
        new CommandLine(new JiheCommand())
            .addSubcommand(new ReviewCommand(console, reviewer))
            .addSubcommand(new TranscribeCommand(console))
            .addSubcommand(new ShowCommand(console))
            .addSubcommand(new DiffCommand(console))
            .addSubcommand(QuarantineCommand.with(console))
            .addSubcommand(RulesCommand.with(console))
            .addSubcommand(TemplateCommand.with(console));
    StageCommand.all(console).forEach(line::addSubcommand);
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

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
  }
}
