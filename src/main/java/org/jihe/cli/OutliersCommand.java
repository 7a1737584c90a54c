package org.jihe.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.statistic.outlier.Outlier;
import org.jihe.statistic.outlier.OutlierMeasure;
import org.jihe.statistic.outlier.PeerGroup;
import org.jihe.view.OutlierLine;
import org.jihe.view.OutlierText;
import org.jihe.view.OutliersView;
import org.jihe.view.OutliersView.Extent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code outliers}: projects and departments that stand out from their peers. */
@Command(name = "outliers", sortOptions = false)
final class OutliersCommand extends AnnualCommand {

  @Option(names = "--measure", paramLabel = "MEASURE", descriptionKey = "outliersMeasure")
  private @Nullable String measure;

  @Option(names = "--department", paramLabel = "NAME", descriptionKey = "department")
  private @Nullable String department;

  @Option(names = "--all", descriptionKey = "outliersAll")
  private boolean all;

  OutliersCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws JobException {
    String asked = measure;
    OutlierMeasure chosen = asked == null ? null : OutlierMeasure.named(asked);
    if (asked != null && chosen == null) {
      String known =
          Stream.of(OutlierMeasure.values())
              .map(OutlierMeasure::key)
              .collect(Collectors.joining("  "));
      console.say("outliers.unknown", Map.of("measure", asked, "measures", known));
      return ExitCode.USAGE;
    }
    List<OutlierLine> lines =
        tables().outliers().stream()
            .filter(one -> isAsked(one.year()))
            .filter(one -> chosen == null || one.measure().equals(chosen.key()))
            .filter(one -> department == null || one.department().contains(department))
            .toList();
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(lines));
      return ExitCode.DONE;
    }
    Map<OutlierLine, String> sentences = new HashMap<>();
    if (console.messages().language() != Language.ZH) {
      OutlierText text = new OutlierText(console.messages(), Map.of());
      for (OutlierLine one : lines) {
        Outlier outlier = outlier(one);
        if (outlier != null) {
          sentences.put(one, text.sentence(outlier));
        }
      }
    }
    console
        .out()
        .print(
            new OutliersView(console.messages(), console.palette(), console.width())
                .render(lines, sentences, all ? Extent.ALL : Extent.FIRST));
    return ExitCode.DONE;
  }

  private static @Nullable Outlier outlier(OutlierLine line) {
    OutlierMeasure of = OutlierMeasure.named(line.measure());
    return of == null
        ? null
        : new Outlier(
            line.formId(),
            line.department(),
            line.year(),
            line.project(),
            of,
            PeerGroup.of(line.peerGroup()),
            Math.toIntExact(line.peers()),
            line.value(),
            line.median(),
            line.mad(),
            line.robustZ(),
            line.fence(),
            line.pAdjusted(),
            line.subject(),
            line.far());
  }
}
