package org.jihe.cli.option;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A value that an option cannot take, found after the command line was parsed. */
final class UsageMistake extends ParameterException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Map<String, String> facts;
  private final String given;
  private final transient List<Choice> choices;

  /**
   * A value that may be taken.
   *
   * @param name as it is written
   * @param meaning what it stands for; may be empty
   */
  record Choice(String name, String meaning) {}

  /**
   * @param key of the message in the bundle {@code cli}
   * @param facts values for its placeholders
   * @param given what the nearest choice is looked for
   * @param choices what the option takes; those of {@link Choices} where there are none
   */
  UsageMistake(
      CommandSpec command,
      ArgSpec argument,
      String key,
      Map<String, String> facts,
      String given,
      List<Choice> choices) {
    super(command.commandLine(), key, null, argument, given);
    this.key = key;
    this.facts = Map.copyOf(facts);
    this.given = given;
    this.choices = List.copyOf(choices);
  }

  String key() {
    return key;
  }

  Map<String, String> facts() {
    return facts;
  }

  String given() {
    return given;
  }

  List<Choice> choices() {
    return choices;
  }
}
