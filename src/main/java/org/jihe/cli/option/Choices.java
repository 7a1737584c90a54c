package org.jihe.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jihe.cli.option.UsageMistake.Choice;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.message.Messages;
import org.jihe.source.file.Limits;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What an option takes, where that is a closed list. */
final class Choices {

  private Choices() {}

  /** The choices in their order; none where anything may be written. */
  static List<Choice> of(ArgSpec argument, Messages messages) {
    List<Choice> choices = new ArrayList<>();
    if (argument instanceof OptionSpec option && option.longestName().equals(LimitChoice.OPTION)) {
      for (String name : Limits.names()) {
        Map<String, String> usual = Map.of("usual", Limits.STANDARD.setting(name));
        choices.add(new Choice(name, messages.text("limit." + name, usual)));
      }
    } else if (argument.type().isEnum()) {
      for (Object constant : argument.type().getEnumConstants()) {
        String name = ((Enum<?>) constant).name();
        choices.add(
            constant instanceof Reason
                ? new Choice(name, messages.text("quarantine." + name.toLowerCase(Locale.ROOT)))
                : new Choice(name.toLowerCase(Locale.ROOT), ""));
      }
    }
    return choices;
  }
}
