package org.jihe.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.Json;
import org.jihe.cli.console.OutputFormat;
import org.jihe.cli.option.FormSearch;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.LimitChoice;
import org.jihe.cli.option.ListChoice;
import org.jihe.cli.option.PathCheck;
import org.jihe.cli.option.RuleChoice;
import org.jihe.cli.option.TemplateChoice;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.inquiry.FormsInForce;
import org.jihe.inquiry.InputForms;
import org.jihe.inquiry.NamedForm;
import org.jihe.layout.Cell;
import org.jihe.layout.Quarantined;
import org.jihe.message.JobException;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.reading.FormReader;
import org.jihe.reading.Original;
import org.jihe.reading.SourcePlaces;
import org.jihe.review.ReviewRequest;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.fact.group.RegistryLists;
import org.jihe.rule.folder.RuleException;
import org.jihe.template.declaration.TemplateException;
import org.jihe.transcript.Transcripts;
import org.jihe.view.FormView;
import org.jihe.view.Places;
import org.jihe.view.QuarantineView;
import org.jihe.view.SourceView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code show}: one form with its findings at their cells, and what is said of it beside the other
 * forms of its department: from the tables of a workspace, or read and checked anew from files.
 * Needs no Spark session.
 */
@Command(name = "show", sortOptions = false)
final class ShowCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "project")
  private String project = "";

  @Parameters(index = "1..*", paramLabel = "INPUT", arity = "0..*", descriptionKey = "showInputs")
  private List<Path> inputs = new ArrayList<>();

  @Option(names = "--department", paramLabel = "NAME", descriptionKey = "showDepartment")
  private @Nullable String department;

  @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "showYear")
  private @Nullable String year;

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  @Mixin private RuleChoice rules = new RuleChoice();

  @Mixin private ListChoice lists = new ListChoice();

  @Mixin private TemplateChoice templates = new TemplateChoice();

  @Option(names = "--source", descriptionKey = "showSource")
  private boolean source;

  @Mixin private LimitChoice limits = new LimitChoice();

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws RuleException, JobException, TemplateException {
    PathCheck paths = new PathCheck(console).inputs(inputs).made(PathCheck.WORKSPACE, workspace);
    rules.check(paths);
    lists.check(paths);
    templates.check(paths);
    paths.done();
    limits.limits(); // a wrong choice is told before anything is read
    rules.known();
    return inputs.isEmpty() ? ofWorkspace() : ofInputs();
  }

  /** What is in force, as the tables say. */
  private int ofWorkspace() throws RuleException, JobException {
    if (!Files.isDirectory(workspace.resolve("tables"))) {
      console.say("show.noInputs", Map.of("workspace", workspace, "project", project));
      return ExitCode.USAGE;
    }
    FormsInForce forms = FormsInForce.of(workspace);
    List<FormsInForce.Entry> found = found(forms.entries(), List.of());
    if (found.isEmpty()) {
      return ExitCode.USAGE;
    }
    LastReview last = LastReview.readFrom(workspace);
    boolean asked = rules.isGiven() || lists.isGiven();
    for (FormsInForce.Entry entry : found) {
      if (!asked && forms.isChecked(entry)) {
        print(forms.stored(entry), messagesOf(last), original(forms, entry));
      } else {
        RuleSet ruleSet = rules(last);
        FormsInForce.Judged judged = forms.anew(entry, ruleSet, lists.read());
        print(judged, messages(ruleSet), original(forms, entry));
      }
    }
    return ExitCode.DONE;
  }

  private int ofInputs() throws RuleException, JobException, TemplateException {
    InputForms read = InputForms.read(inputs, new FormReader(limits.limits(), templates.read()));
    List<InputForms.Form> found = found(read.forms(), read.quarantined());
    if (found.isEmpty()) {
      return ExitCode.USAGE;
    }
    RuleSet ruleSet = rules(null);
    RegistryLists known = lists.read();
    for (InputForms.Form form : found) {
      print(
          FormsInForce.Judged.of(form.form(), read.evaluate(form, ruleSet, known)),
          messages(ruleSet),
          shown -> Original.rows(shown, SourcePlaces.here(), limits.limits()));
    }
    return ExitCode.DONE;
  }

  /** The forms that are meant; none where there is none or it is not clear which, which is said. */
  private <T extends NamedForm> List<T> found(List<T> forms, List<Quarantined> quarantined) {
    List<T> wanted = forms.stream().filter(this::isWanted).toList();
    FormSearch<T> search = new FormSearch<>(wanted);
    List<T> found = search.find(project);
    if (found.isEmpty()) {
      console.say("show.nothing", Map.of("project", project, "count", wanted.size()));
      List<String> nearest = search.nearest(project);
      if (!nearest.isEmpty()) {
        console.say("show.nearest");
        nearest.forEach(name -> console.err().println("  " + name));
      }
      new QuarantineView(console.messages(), console.palette(), console.width())
          .first(quarantined)
          .forEach(console.err()::println);
    } else if (differ(found)) {
      console.say("show.several", Map.of("project", project, "count", found.size()));
      for (T form : found) {
        String name = Visible.line(String.valueOf(form.projectName()));
        console.out().println(name + "  " + Places.of(form.origin()));
      }
      return List.of();
    }
    return found;
  }

  /** True for a form of the department and year that were asked for. */
  private boolean isWanted(NamedForm form) {
    return has(form.department(), department) && has(form.year(), year);
  }

  private static boolean has(@Nullable String printed, @Nullable String wanted) {
    return wanted == null || Texts.normalised(printed).contains(Texts.normalised(wanted));
  }

  private RuleSet rules(@Nullable LastReview last) throws RuleException {
    String jurisdiction = rules.known();
    boolean asBefore = last != null && rules.rules() == null && jurisdiction == null;
    Path waivers = rules.waivers();
    if (last == null || !asBefore) {
      return ReviewRequest.rulesInForce(rules.rules(), jurisdiction, waivers, workspace);
    }
    String folder = last.rules();
    String file = last.waivers();
    return ReviewRequest.rulesInForce(
        folder == null ? null : Path.of(folder),
        last.jurisdiction(),
        waivers == null && file != null ? Path.of(file) : waivers,
        workspace);
  }

  /** What the rules of the last review say; their own words, too, where the folder is gone. */
  private Messages messagesOf(@Nullable LastReview last) throws RuleException {
    String folder = last == null ? null : last.rules();
    if (folder != null && !Files.isDirectory(Path.of(folder))) {
      console.say("show.rulesGone", Map.of("folder", folder));
      return messages(RuleSet.open(null, null));
    }
    return messages(RuleSet.open(folder == null ? null : Path.of(folder), null));
  }

  private Messages messages(RuleSet ruleSet) {
    return console.messages().with(ruleSet.messages(console.messages().language()));
  }

  private static boolean differ(List<? extends NamedForm> forms) {
    return forms.stream().map(form -> Texts.normalised(form.projectName())).distinct().count() > 1;
  }

  /** The rows that a form was read from. */
  @FunctionalInterface
  private interface Rows {
    List<List<Cell>> of(SelfEvaluation form) throws JobException;
  }

  /** From the source where it lies, or else as the workspace keeps them, which is said. */
  private Rows original(FormsInForce forms, FormsInForce.Entry entry) {
    return form -> {
      List<List<Cell>> rows = Original.rows(form, forms.places(), limits.limits());
      if (!rows.isEmpty()) {
        return rows;
      }
      List<List<Cell>> kept = Original.rows(form, forms.layout(entry));
      if (!kept.isEmpty()) {
        console.say("show.sourceKept", Map.of("file", form.origin().file()));
      }
      return kept;
    };
  }

  private void print(FormsInForce.Judged judged, Messages texts, Rows original)
      throws JobException {
    SelfEvaluation form = judged.form();
    if (format == OutputFormat.JSON) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("form", Transcripts.toJson(form));
      result.put("findings", judged.findings());
      result.put("audit", judged.audit());
      if (source) {
        result.put("source", original.of(form));
      }
      console.out().println(Json.of(result));
      return;
    }
    console
        .out()
        .print(
            new FormView(texts, console.palette(), console.width())
                .render(form, judged.findings(), judged.audit()));
    if (source) {
      console
          .out()
          .print(
              new SourceView(texts, console.palette(), console.width())
                  .render(form, original.of(form)));
    }
  }
}
