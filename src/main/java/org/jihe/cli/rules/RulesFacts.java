package org.jihe.cli.rules;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.rule.drl.FactList;
import org.jihe.view.TextWidth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules facts}: what conditions of rules may ask. */
@Command(name = "facts", sortOptions = false)
final class RulesFacts implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "NAME", arity = "0..1", descriptionKey = "factName")
  private @Nullable String name;

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  RulesFacts(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    FactList facts = FactList.read();
    String wanted = name;
    List<FactList.Field> fields =
        wanted == null || wanted.isBlank() ? facts.fields() : facts.of(wanted);
    if (fields.isEmpty() && wanted != null) {
      fields = facts.about(wanted);
    }
    if (fields.isEmpty()) {
      console.say(
          "rules.facts.unknown",
          Map.of("name", String.valueOf(wanted), "facts", String.join(", ", facts.facts())));
      return ExitCode.USAGE;
    }
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(fields));
      return ExitCode.DONE;
    }
    int names = fields.stream().mapToInt(one -> TextWidth.of(one.name())).max().orElse(0);
    int types = fields.stream().mapToInt(one -> TextWidth.of(type(one))).max().orElse(0);
    String fact = "";
    for (FactList.Field field : fields) {
      if (!field.fact().equals(fact)) {
        fact = field.fact();
        console.out().println(console.palette().heading(fact));
      }
      String line =
          "  "
              + TextWidth.padRight(field.name(), names)
              + "  "
              + TextWidth.padRight(type(field), types)
              + "  "
              + field.meaning();
      TextWidth.wrap(line, console.width()).forEach(console.out()::println);
    }
    console.say("rules.facts.count", Map.of("count", fields.size()));
    return ExitCode.DONE;
  }

  private String type(FactList.Field field) {
    return field.mayBeNull()
        ? console.messages().text("rules.facts.null", Map.of("type", field.type()))
        : field.type();
  }
}
