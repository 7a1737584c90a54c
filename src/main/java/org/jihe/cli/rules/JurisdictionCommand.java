package org.jihe.cli.rules;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Failures;
import org.jihe.cli.option.PathCheck;
import org.jihe.rule.authoring.JurisdictionSkeleton;
import org.jihe.rule.folder.RuleException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jurisdiction}: the parameters of a finance bureau. */
@Command(name = "jurisdiction", sortOptions = false)
public final class JurisdictionCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  /** The command with its subcommands. */
  public static CommandLine with(Console console) {
    return new CommandLine(new JurisdictionCommand()).addSubcommand(new NewJurisdiction(console));
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "no command");
    }
  }

  /** {@code jurisdiction new}. */
  @Command(name = "new", sortOptions = false)
  static final class NewJurisdiction implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "ID", descriptionKey = "newJurisdiction")
    private String id = "";

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "jurisdictionName")
    private @Nullable String name;

    @Option(names = "--inherits", paramLabel = "ID", descriptionKey = "inherits")
    private String inherits = "national";

    @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "lintRules")
    private Path rules = Path.of("rules");

    NewJurisdiction(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      new PathCheck(console).made("--rules", rules).done();
      Path file;
      try {
        file = JurisdictionSkeleton.write(rules, id, name == null ? id : name, inherits);
      } catch (RuleException e) {
        e.problems()
            .forEach(
                problem ->
                    console.err().println(Failures.text(problem, console.messages().language())));
        return ExitCode.USAGE;
      }
      console.out().println(file);
      console.say("jurisdiction.new.next", Map.of("id", id, "rules", rules));
      return ExitCode.DONE;
    }
  }
}
