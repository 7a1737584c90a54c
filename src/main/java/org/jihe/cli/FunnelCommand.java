package org.jihe.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.message.JobException;
import org.jihe.statistic.comparison.ComparedMeasure;
import org.jihe.view.ComparisonLine;
import org.jihe.view.FunnelView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code funnel}: the departments by one measure, each within its limits or beyond. */
@Command(name = "funnel", sortOptions = false)
final class FunnelCommand extends AnnualCommand {

  @Parameters(index = "0", paramLabel = "MEASURE", descriptionKey = "funnelMeasure")
  private String measure = "";

  FunnelCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws JobException {
    ComparedMeasure chosen = ComparedMeasure.named(measure);
    if (chosen == null) {
      String known = String.join("  ", ComparedMeasure.keys());
      console.say("funnel.unknown", Map.of("measure", measure, "measures", known));
      return ExitCode.USAGE;
    }
    List<ComparisonLine> lines =
        tables().comparison().stream()
            .filter(one -> one.measure().equals(chosen.key()) && isAsked(one.year()))
            .toList();
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(lines));
      return ExitCode.DONE;
    }
    if (lines.isEmpty()) {
      String when = year == null ? "" : " " + year + " ";
      console.say("funnel.nothing", Map.of("workspace", workspace, "year", when));
      return ExitCode.USAGE;
    }
    FunnelView view = new FunnelView(console.messages(), console.width());
    String text =
        lines.stream()
            .collect(Collectors.groupingBy(ComparisonLine::year, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(view::render)
            .collect(Collectors.joining("\n"));
    console.out().print(text);
    return ExitCode.DONE;
  }
}
