package org.jihe.cli.notebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jihe.cli.console.Console;
import org.jihe.message.JobException;
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

  static JobException unwritable(Path file, IOException failure) {
    return new JobException(
        "notebook.unwritable",
        Map.of("file", file.toString(), "detail", String.valueOf(failure.getMessage())),
        failure);
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "no command");
    }
  }
}
