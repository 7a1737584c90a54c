package org.jihe.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line in the user's language, and where to read more. */
final class UsageMistakes implements IParameterExceptionHandler {

  private final Console console;

  UsageMistakes(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    if (mistake instanceof MissingParameterException missing) {
      console.say("usage.missing", Map.of("names", names(missing.getMissing())));
    } else if (mistake instanceof UnmatchedArgumentException unmatched) {
      String key = unmatched.isUnknownOption() ? "usage.unknownOption" : "usage.unknownArgument";
      console.say(key, Map.of("names", String.join(" ", unmatched.getUnmatched())));
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        console.say("usage.suggestion", Map.of("names", String.join("  ", near)));
      }
    } else if (mistake instanceof OverwrittenOptionException twice) {
      console.say("usage.twice", Map.of("names", names(List.of(twice.getOverwritten()))));
    } else if (mistake.getArgSpec() != null) {
      String value = mistake.getValue() == null ? "" : mistake.getValue();
      console.say(
          "usage.wrongValue",
          Map.of("names", names(List.of(mistake.getArgSpec())), "value", value));
    } else {
      console.say("usage.noCommand", Map.of("commands", commands(command)));
    }
    console.say("usage.help", Map.of("command", command.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  private static String names(List<ArgSpec> arguments) {
    return arguments.stream()
        .map(
            argument ->
                argument instanceof OptionSpec option
                    ? option.longestName() + " " + option.paramLabel()
                    : argument.paramLabel())
        .collect(Collectors.joining(", "));
  }

  private static String commands(CommandLine command) {
    return String.join("  ", command.getSubcommands().keySet());
  }
}
