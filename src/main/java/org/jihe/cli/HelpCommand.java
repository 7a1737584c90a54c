package org.jihe.cli;

import java.util.ArrayList;
import java.util.List;
import org.jihe.cli.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code help}: the same as {@code --help} behind a command. */
@Command(name = "help", sortOptions = false)
final class HelpCommand implements Runnable {

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..*", descriptionKey = "helpOf")
  private List<String> command = new ArrayList<>();

  HelpCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (spec == null) {
      return;
    }
    CommandLine found = spec.root().commandLine();
    for (String name : command) {
      CommandLine next = found.getSubcommands().get(name);
      if (next == null) {
        throw new UnmatchedArgumentException(found, List.of(name));
      }
      found = next;
    }
    console.out().print(found.getUsageMessage());
  }
}
