package org.jihe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.option.FormSearch;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.PathCheck;
import org.jihe.cli.option.WaitChoice;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.Guess;
import org.jihe.form.SelfEvaluation;
import org.jihe.inquiry.FormsInForce;
import org.jihe.message.JobException;
import org.jihe.message.Visible;
import org.jihe.review.Confirming;
import org.jihe.review.ReviewRequest;
import org.jihe.table.Confirmations;
import org.jihe.view.Places;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code confirm}: a person says that a cell was read rightly, or what it should read. */
@Command(name = "confirm", sortOptions = false)
final class ConfirmCommand implements Callable<Integer> {

  /** Places that are named where a path is none of the form's. */
  private static final int NAMED = 8;

  /**
   * What says to which department and year a form belongs: with another one it would be compared,
   * counted and found elsewhere, which the source, or the list of departments, has to say.
   */
  private static final Set<String> PLACING =
      Set.of(
          FormPath.head(FormFields.YEAR).toString(),
          FormPath.head(FormFields.SUPERVISING_DEPARTMENT).toString());

  private final Console console;

  @Parameters(index = "0", paramLabel = "FORM", descriptionKey = "confirmForm")
  private String form = "";

  @Parameters(index = "1", paramLabel = "PATH", descriptionKey = "confirmPath")
  private String path = "";

  @Option(names = "--value", paramLabel = "TEXT", descriptionKey = "confirmValue")
  private @Nullable String value;

  @Option(names = "--by", paramLabel = "NAME", required = true, descriptionKey = "confirmBy")
  private String by = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      descriptionKey = "confirmReason")
  private String reason = "";

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Mixin private WaitChoice wait = new WaitChoice();

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  ConfirmCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException {
    new PathCheck(console).filled(workspace).done();
    if (by.isBlank() || reason.isBlank()) {
      console.say("confirm.blank");
      return ExitCode.USAGE;
    }
    FormsInForce forms = FormsInForce.of(workspace);
    FormsInForce.Entry entry = entry(forms);
    if (entry == null) {
      return ExitCode.USAGE;
    }
    SelfEvaluation read = forms.read(entry);
    if (isWrong(read)) {
      return ExitCode.USAGE;
    }
    String printed = Confirmations.printed(read, path);
    ReviewRequest request =
        new ReviewRequest(List.of(), workspace, console.messages().language())
            .waiting(wait.longest());
    String text = value == null ? null : value.strip();
    String run =
        Confirming.run(
            request,
            new Confirming.Said(
                entry.dossier(), entry.formId(), path, text, by.strip(), reason.strip()));
    tell(entry, run, printed, text);
    return ExitCode.DONE;
  }

  private void tell(
      FormsInForce.Entry entry, String run, @Nullable String printed, @Nullable String text) {
    if (format == OutputFormat.JSON) {
      Map<String, @Nullable Object> result = new LinkedHashMap<>();
      result.put("run", run);
      result.put("formId", entry.formId());
      result.put("path", path);
      result.put("printed", printed);
      result.put("value", text);
      console.out().println(Json.of(result));
      return;
    }
    Map<String, String> arguments =
        Map.of(
            "project",
            Visible.line(String.valueOf(entry.projectName())),
            "path",
            path,
            "printed",
            Visible.line(printed == null ? "" : printed),
            "value",
            Visible.line(text == null ? "" : text));
    String said = text == null ? "confirm.confirmed" : "confirm.corrected";
    console.out().println(console.messages().text(said, arguments));
    console.out().println(console.messages().text("confirm.next"));
  }

  /** The one form that is meant; null where there is none or there are several, which is said. */
  private FormsInForce.@Nullable Entry entry(FormsInForce forms) {
    List<FormsInForce.Entry> found =
        forms.entries().stream().filter(each -> each.formId().equals(form)).toList();
    FormSearch<FormsInForce.Entry> search = new FormSearch<>(forms.entries());
    if (found.isEmpty()) {
      found = search.find(form);
    }
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      console.say("show.nothing", Map.of("project", form, "count", forms.entries().size()));
      List<String> nearest = search.nearest(form);
      if (!nearest.isEmpty()) {
        console.say("show.nearest");
        nearest.forEach(name -> console.err().println("  " + name));
      }
      return null;
    }
    console.say("confirm.several", Map.of("form", form, "count", found.size()));
    for (FormsInForce.Entry each : found) {
      String name = Visible.line(String.valueOf(each.projectName()));
      console.err().println("  " + each.formId() + "  " + name + "  " + Places.of(each.origin()));
    }
    return null;
  }

  /** True where nothing can be said of the path, or the value cannot stand there; which is said. */
  private boolean isWrong(SelfEvaluation read) {
    boolean isField = Confirmations.field(read, path) != null;
    List<String> guesses = read.recovery().guesses().stream().map(Guess::subject).toList();
    if (!isField && !(guesses.contains(path) && value == null)) {
      String key = guesses.contains(path) ? "confirm.noCell" : "confirm.noPath";
      console.say(key, Map.of("path", path));
      nearest(read, guesses).forEach(each -> console.err().println("  " + each));
      return true;
    }
    if (value != null && PLACING.contains(path)) {
      console.say("confirm.placing", Map.of("path", path));
      return true;
    }
    if (value != null && !Confirmations.canStand(read, path, value.strip())) {
      console.say("confirm.noNumber", Map.of("path", path, "value", value));
      return true;
    }
    return false;
  }

  /** Paths of the same part of the form, or those of its guesses, or its first ones. */
  private List<String> nearest(SelfEvaluation read, List<String> guesses) {
    List<String> all = new ArrayList<>(guesses);
    for (FormPath each : FormFields.of(read).keySet()) {
      all.add(each.toString());
    }
    String part = path.replaceFirst("[.\\[].*", "");
    List<String> near =
        all.stream()
            .filter(each -> each.startsWith(part + ".") || each.startsWith(part + "["))
            .filter(each -> last(each).equals(last(path)))
            .toList();
    if (near.isEmpty()) {
      near = all.stream().filter(each -> last(each).equals(last(path))).toList();
    }
    return (near.isEmpty() ? all : near).stream().distinct().limit(NAMED).toList();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
