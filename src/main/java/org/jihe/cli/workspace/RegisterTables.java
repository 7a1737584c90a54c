package org.jihe.cli.workspace;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.PathCheck;
import org.jihe.message.JobException;
import org.jihe.review.Workbench;
import org.jihe.workspace.PlainTables;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code workspace register}: the tables as a catalog that any program with Iceberg reads. */
@Command(name = "register", sortOptions = false)
final class RegisterTables implements Callable<Integer> {

  private static final String FOLDER = "iceberg";

  private final Console console;

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Option(names = "--to", paramLabel = "DIR", descriptionKey = "registerTo")
  private @Nullable Path to;

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  RegisterTables(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException {
    PathCheck paths = new PathCheck(console).filled(workspace);
    Path folder = to == null ? workspace.resolve(FOLDER) : to;
    paths.made("--to", folder).done();
    List<String> tables =
        Workbench.inForce(workspace, (from, run) -> PlainTables.write(from, run, folder));
    Path written = folder.toAbsolutePath().normalize();
    if (format == OutputFormat.JSON) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("catalog", written.toString());
      result.put("tables", tables);
      console.out().println(Json.of(result));
    } else {
      console
          .out()
          .println(
              console
                  .messages()
                  .text(
                      "workspace.registered",
                      Map.of("folder", written.toString(), "tables", String.join("  ", tables))));
    }
    return ExitCode.DONE;
  }
}
