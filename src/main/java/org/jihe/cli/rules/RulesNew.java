package org.jihe.cli.rules;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Failures;
import org.jihe.cli.option.PathCheck;
import org.jihe.rule.authoring.RuleSkeleton;
import org.jihe.rule.folder.RuleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules new}: the files of a rule, to be filled in. */
@Command(name = "new", sortOptions = false)
final class RulesNew implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "NAME", descriptionKey = "newName")
  private String name = "";

  @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "family")
  private String family = "local";

  @Option(names = "--scope", paramLabel = "SCOPE", descriptionKey = "newScope")
  private RuleSkeleton.Scope scope = RuleSkeleton.Scope.FORM;

  @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "lintRules")
  private Path rules = Path.of("rules");

  RulesNew(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    new PathCheck(console).made("--rules", rules).done();
    RuleSkeleton.Written written;
    try {
      written = RuleSkeleton.write(rules, family, name, scope);
    } catch (RuleException e) {
      e.problems()
          .forEach(
              problem ->
                  console.err().println(Failures.text(problem, console.messages().language())));
      return ExitCode.USAGE;
    }
    written.files().forEach(file -> console.out().println(file));
    console.say("rules.new.next", Map.of("name", name, "rules", rules));
    if (written.standsAlone()) {
      console.say("rules.new.alone", Map.of("rules", rules));
    }
    return ExitCode.DONE;
  }
}
