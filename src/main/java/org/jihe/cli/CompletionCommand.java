package org.jihe.cli;

import org.jihe.cli.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: a script with which bash and zsh complete commands and options. */
@Command(name = "completion", sortOptions = false)
final class CompletionCommand implements Runnable {

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (spec != null) {
      console.out().print(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
    }
  }
}
