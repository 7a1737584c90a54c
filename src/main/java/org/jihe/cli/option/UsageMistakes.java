package org.jihe.cli.option;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.option.UsageMistake.Choice;
import org.jihe.message.Visible;
import org.jihe.view.TextWidth;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line in the user's language, and where to read more. */
public final class UsageMistakes implements IParameterExceptionHandler {

  private final Console console;

  public UsageMistakes(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    if (mistake instanceof UsageMistake wrong) {
      Map<String, Object> facts = new TreeMap<>(wrong.facts());
      facts.put("names", names(List.of(wrong.getArgSpec())));
      console.say(wrong.key(), facts);
      List<Choice> choices = wrong.choices();
      tell(
          wrong.given(),
          choices.isEmpty() ? Choices.of(wrong.getArgSpec(), console.messages()) : choices);
    } else if (mistake instanceof MissingParameterException missing) {
      console.say("usage.missing", Map.of("names", names(missing.getMissing())));
      missing.getMissing().forEach(each -> tell("", Choices.of(each, console.messages())));
    } else if (mistake instanceof UnmatchedArgumentException unmatched) {
      unmatched(unmatched, command);
    } else if (mistake instanceof OverwrittenOptionException twice) {
      console.say("usage.twice", Map.of("names", names(List.of(twice.getOverwritten()))));
    } else if (mistake.getArgSpec() != null) {
      String value = mistake.getValue() == null ? "" : mistake.getValue();
      console.say(
          "usage.wrongValue",
          Map.of("names", names(List.of(mistake.getArgSpec())), "value", value));
      tell(value, Choices.of(mistake.getArgSpec(), console.messages()));
    } else {
      console.say("usage.noCommand", Map.of("commands", commands(command)));
    }
    console.say("usage.help", Map.of("command", command.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  private void unmatched(UnmatchedArgumentException mistake, CommandLine command) {
    boolean option = mistake.isUnknownOption();
    console.say(
        option ? "usage.unknownOption" : "usage.unknownArgument",
        Map.of("names", String.join(" ", mistake.getUnmatched())));
    List<String> near = mistake.getSuggestions();
    if (!near.isEmpty()) {
      console.say("usage.suggestion", Map.of("names", String.join("  ", near)));
    }
    if (option) {
      List<String> options =
          command.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
      console.say("usage.options", Map.of("options", String.join("  ", options)));
    } else if (!command.getSubcommands().isEmpty()) {
      console.say("usage.commands", Map.of("commands", commands(command)));
    }
  }

  /** Names all that may be written, and the one that was perhaps meant. */
  private void tell(String given, List<Choice> choices) {
    if (choices.isEmpty()) {
      return;
    }
    if (choices.stream().allMatch(each -> each.meaning().isEmpty())) {
      String separator = console.messages().text("usage.separator");
      console.say(
          "usage.choices",
          Map.of(
              "choices",
              choices.stream().map(Choice::name).collect(Collectors.joining(separator))));
    } else {
      int width = choices.stream().mapToInt(each -> TextWidth.of(each.name())).max().orElse(0);
      for (Choice each : choices) {
        String name = TextWidth.padRight(Visible.line(each.name()), width);
        console.err().println("  " + name + "  " + Visible.line(each.meaning()));
      }
    }
    String nearest = Nearest.of(given, choices);
    if (nearest != null) {
      console.say("usage.suggestion", Map.of("names", nearest));
    }
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
