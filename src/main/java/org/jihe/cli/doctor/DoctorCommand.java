package org.jihe.cli.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Failures;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.option.FeedChoice;
import org.jihe.cli.option.LastReview;
import org.jihe.message.JobException;
import org.jihe.message.Messages;
import org.jihe.publish.database.Feed;
import org.jihe.publish.database.FeedTarget;
import org.jihe.review.Workbench;
import org.jihe.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}: what is wrong with a computer, a workspace or a database, and what helps. */
@Command(name = "doctor", sortOptions = false)
public final class DoctorCommand implements Callable<Integer> {

  private static final String DATABASE = "database";
  private static final String CATALOG = "catalog";
  private static final String WORKSPACE = "workspace";

  private final Console console;
  private final Computer computer;

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Mixin private FeedChoice feed = new FeedChoice();

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  public DoctorCommand(Console console) {
    this(console, Computer.own());
  }

  DoctorCommand(Console console, Computer computer) {
    this.console = console;
    this.computer = computer;
  }

  @Override
  public Integer call() {
    Messages texts = Messages.of(console.messages().language(), "doctor");
    FeedTarget target = feed.target();
    List<Check> checks = new ArrayList<>();
    checks.add(computer.java());
    checks.add(computer.memory());
    checks.add(computer.fonts());
    checks.add(computer.chromium());
    checks.add(computer.tesseract());
    checks.add(computer.disk("disk", workspace));
    checks.add(computer.disk("temporary", Path.of(System.getProperty("java.io.tmpdir", "."))));
    if (target != null) {
      checks.add(database(target));
    }
    checks.addAll(tables());
    print(checks, texts);
    if (checks.stream().anyMatch(check -> check.state() == Check.State.BROKEN)) {
      return ExitCode.FAILED;
    }
    return checks.stream().allMatch(check -> check.state() == Check.State.FINE)
        ? ExitCode.DONE
        : ExitCode.QUARANTINE;
  }

  private Check database(FeedTarget target) {
    try {
      Feed.check(target);
      return Check.fine(DATABASE, Map.of(DATABASE, target.toString()));
    } catch (JobException e) {
      return told(DATABASE, e);
    }
  }

  private List<Check> tables() {
    if (!Files.isDirectory(workspace.resolve("tables"))) {
      return List.of(Check.lacking(WORKSPACE, Map.of(WORKSPACE, workspace.toString())));
    }
    try {
      String run = Workbench.inForce(workspace, (tables, last) -> last.id());
      return List.of(
          Check.fine(CATALOG, Map.of(WORKSPACE, workspace.toString())),
          Check.fine(
              WORKSPACE,
              Map.of(
                  "run",
                  run,
                  "schema",
                  String.valueOf(Workspace.schema()),
                  WORKSPACE,
                  workspace.toString())));
    } catch (JobException e) {
      return List.of(told(e.key().startsWith("workspace.catalog") ? CATALOG : WORKSPACE, e));
    }
  }

  /** The failure's own message says what to do. */
  private Check told(String name, JobException failure) {
    return new Check(
        name, Check.State.BROKEN, Map.of("detail", new Failures(console).text(failure)), "told");
  }

  private void print(List<Check> checks, Messages texts) {
    if (format == OutputFormat.JSON) {
      console.out().println(Json.of(checks.stream().map(check -> object(check, texts)).toList()));
      return;
    }
    for (Check check : checks) {
      String mark = texts.text("state." + check.state().name());
      console.out().println(mark + "  " + text(check, texts));
      if (!check.remedy().isEmpty() && !check.remedy().equals("told")) {
        console.out().println("      " + texts.text(check.remedy(), check.facts()));
      }
    }
  }

  private static String text(Check check, Messages texts) {
    String name = texts.text(check.name());
    String detail = check.facts().get("detail");
    if (detail != null) {
      return name + "  " + detail;
    }
    String found = texts.find(check.name() + ".found");
    return check.facts().isEmpty() || found == null
        ? name
        : name + "  " + Messages.fill(found, check.facts());
  }

  private static Map<String, Object> object(Check check, Messages texts) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", check.name());
    object.put("state", check.state().name());
    object.put("text", text(check, texts));
    boolean own = check.remedy().isEmpty() || check.remedy().equals("told");
    object.put("remedy", own ? "" : texts.text(check.remedy(), check.facts()));
    return object;
  }
}
