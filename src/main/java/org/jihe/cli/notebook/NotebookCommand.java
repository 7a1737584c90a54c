package org.jihe.cli.notebook;

import org.jihe.cli.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code notebook}: analyses in cells of prose and Java. */
@Command(name = "notebook", sortOptions = false)
public final class NotebookCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** The command with its subcommands. */
  public static CommandLine with(Console console) {
    return new CommandLine(new NotebookCommand())
        .addSubcommand(new RunNotebooks(console))
        .addSubcommand(new NotebookHtml(console))
        .addSubcommand(new NewNotebook(console));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "no command");
    }
  }
}
