package org.jihe.cli.workspace;

import org.jihe.cli.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code workspace}: what is done with a workspace as a whole. */
@Command(name = "workspace", sortOptions = false)
public final class WorkspaceCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** The command with its subcommands. */
  public static CommandLine with(Console console) {
    return new CommandLine(new WorkspaceCommand())
        .addSubcommand(new TidyWorkspace(console))
        .addSubcommand(new RegisterTables(console));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "no command");
    }
  }
}
