package org.jihe.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.PathCheck;
import org.jihe.inquiry.AnnualTables;
import org.jihe.message.JobException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What looks at departments and forms held against each other. Needs no Spark session. */
abstract class AnnualCommand implements Callable<Integer> {

  final Console console;

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "year")
  @Nullable Integer year;

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  OutputFormat format = OutputFormat.TEXT;

  AnnualCommand(Console console) {
    this.console = console;
  }

  final AnnualTables tables() throws JobException {
    new PathCheck(console).filled(workspace).done();
    return AnnualTables.of(workspace);
  }

  final boolean isAsked(int of) {
    return year == null || year == of;
  }
}
