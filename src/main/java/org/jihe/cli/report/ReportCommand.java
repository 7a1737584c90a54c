package org.jihe.cli.report;

import org.jihe.cli.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code report}: what is made of the report that a review publishes. */
@Command(name = "report", sortOptions = false)
public final class ReportCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** The command with its subcommands. */
  public static CommandLine with(Console console) {
    return new CommandLine(new ReportCommand())
        .addSubcommand(new ReportOfDepartment(console))
        .addSubcommand(new ReportPrint(console));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "no command");
    }
  }
}
