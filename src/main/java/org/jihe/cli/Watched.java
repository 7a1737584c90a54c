package org.jihe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.RunReport;
import org.jihe.process.RunFacts;
import picocli.CommandLine;

/** A command that reports to programs how it went, where the command line asks for that. */
final class Watched {

  private final Console console;
  private final JiheCommand program = new JiheCommand();
  private final Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final long start = System.nanoTime();
  private String name = "";

  Watched(Console console) {
    this.console = console;
  }

  /** The program, whose options say what is wanted. */
  JiheCommand command() {
    return program;
  }

  /** Runs the command line. */
  int ended(CommandLine line, String... arguments) {
    int code = line.execute(arguments);
    CommandLine.ParseResult parsed = line.getParseResult();
    StringBuilder names = new StringBuilder();
    while (parsed != null && parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
      names.append(names.isEmpty() ? "" : " ").append(parsed.commandSpec().name());
    }
    name = names.toString();
    return ended(code);
  }

  /** Reports, and returns the exit code; 3 where what is to be reported cannot be written. */
  int ended(int code) {
    Path metrics = program.metrics();
    if (metrics == null && !program.isLogged()) {
      return code;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    RunReport report = new RunReport(name, started, seconds, code, RunFacts.told());
    int exit = code;
    if (metrics != null) {
      try {
        report.writeMetrics(metrics);
      } catch (IOException e) {
        console.say("metrics.unwritable", Map.of("file", metrics, "detail", String.valueOf(e)));
        exit = Math.max(code, ExitCode.FAILED);
        report = new RunReport(name, started, seconds, exit, report.facts());
      }
    }
    if (program.isLogged()) {
      console.err().println(report.line(new JiheCommand.Version().getVersion()[0]));
    }
    return exit;
  }
}
