package org.jihe.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.publish.TextWidth;
import org.jihe.rule.RuleException;
import org.jihe.rule.RuleInfo;
import org.jihe.rule.RuleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rules}: what is checked. */
@Command(name = "rules", sortOptions = false)
final class RulesCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** The command with its subcommands. */
  static CommandLine with(Console console) {
    return new CommandLine(new RulesCommand()).addSubcommand(new ListRules(console));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "no command");
    }
  }

  /** {@code rules list}. */
  @Command(name = "list", sortOptions = false)
  static final class ListRules implements Callable<Integer> {

    private final Console console;

    @Mixin private RuleChoice choice = new RuleChoice();

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private OutputFormat format = OutputFormat.TEXT;

    ListRules(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws RuleException {
      RuleSet rules = choice.open();
      if (format == OutputFormat.JSON) {
        console.out().println(Json.of(rules.rules()));
        return ExitCode.DONE;
      }
      String family = "";
      for (RuleInfo rule : rules.rules()) {
        if (!rule.family().equals(family)) {
          family = rule.family();
          console.out().println(console.palette().heading(family));
        }
        console.out().println("  " + line(rule));
      }
      console.say(
          "rules.count",
          Map.of("count", rules.rules().size(), "jurisdiction", rules.jurisdiction()));
      return ExitCode.DONE;
    }

    private String line(RuleInfo rule) {
      String severity =
          console
              .messages()
              .text("summary.severity." + rule.severity().name().toLowerCase(Locale.ROOT));
      return List.of(
              TextWidth.padRight(console.palette().of(rule.severity(), severity), 6),
              TextWidth.padRight(rule.id(), 30),
              rule.basis())
          .stream()
          .reduce((left, right) -> left + " " + right)
          .orElse("");
    }
  }
}
