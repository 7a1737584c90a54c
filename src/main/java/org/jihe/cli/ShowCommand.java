package org.jihe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.finding.Evaluation;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.job.FormReader;
import org.jihe.job.InputForms;
import org.jihe.job.JobException;
import org.jihe.job.Original;
import org.jihe.job.ReviewRequest;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.publish.FormView;
import org.jihe.publish.Places;
import org.jihe.publish.QuarantineView;
import org.jihe.publish.SourceView;
import org.jihe.rule.RuleException;
import org.jihe.rule.RuleSet;
import org.jihe.rule.fact.RegistryLists;
import org.jihe.template.TemplateException;
import org.jihe.transcript.Transcripts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code show}: one form with its findings at their cells, and what is said of it beside the other
 * forms of its department; reads and checks anew, without Spark.
 */
@Command(name = "show", sortOptions = false)
final class ShowCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "project")
  private String project = "";

  @Parameters(index = "1..*", paramLabel = "INPUT", arity = "0..*", descriptionKey = "showInputs")
  private List<Path> inputs = new ArrayList<>();

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
    LastReview last = inputs.isEmpty() ? LastReview.readFrom(workspace) : null;
    List<List<Path>> sources =
        last == null
            ? List.of(inputs)
            : last.allInputs().stream()
                .map(each -> each.stream().map(ShowCommand::shortened).toList())
                .toList();
    if (sources.stream().allMatch(List::isEmpty)) {
      console.say("show.noInputs", Map.of("workspace", workspace, "project", project));
      return ExitCode.USAGE;
    }
    InputForms read =
        InputForms.readAll(sources, new FormReader(limits.limits(), templates.readOr(last)));
    List<InputForms.Form> found = new FormSearch(read.forms()).find(project);
    if (found.isEmpty()) {
      return nothing(read);
    }
    if (differ(found)) {
      return several(found);
    }
    RuleSet ruleSet = rules(last);
    RegistryLists known = lists.readOr(last);
    for (InputForms.Form form : found) {
      print(form.form(), read.evaluate(form, ruleSet, known), ruleSet);
    }
    return ExitCode.DONE;
  }

  /** The path from where the user is, if it leads downwards; so addresses stay short. */
  private static Path shortened(String absolute) {
    Path here = Path.of("").toAbsolutePath();
    Path path = Path.of(absolute);
    return path.startsWith(here) && !path.equals(here) ? here.relativize(path) : path;
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

  private int nothing(InputForms read) {
    console.say("show.nothing", Map.of("project", project, "count", read.forms().size()));
    List<String> nearest = new FormSearch(read.forms()).nearest(project);
    if (!nearest.isEmpty()) {
      console.say("show.nearest");
      nearest.forEach(name -> console.err().println("  " + name));
    }
    new QuarantineView(console.messages(), console.palette(), console.width())
        .first(read.quarantined())
        .forEach(console.err()::println);
    return ExitCode.USAGE;
  }

  private int several(List<InputForms.Form> found) {
    console.say("show.several", Map.of("project", project, "count", found.size()));
    for (InputForms.Form form : found) {
      String name = Visible.line(String.valueOf(form.form().projectName().printed()));
      console.out().println(name + "  " + Places.of(form.form().origin()));
    }
    return ExitCode.USAGE;
  }

  private static boolean differ(List<InputForms.Form> forms) {
    return forms.stream()
            .map(form -> Texts.normalised(form.form().projectName().printed()))
            .distinct()
            .count()
        > 1;
  }

  private void print(SelfEvaluation form, Evaluation evaluation, RuleSet ruleSet) {
    if (format == OutputFormat.JSON) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("form", Transcripts.toJson(form));
      result.put("findings", evaluation.findings());
      result.put("audit", evaluation.audit());
      if (source) {
        result.put("source", Original.rows(form, limits.limits()));
      }
      console.out().println(Json.of(result));
      return;
    }
    Messages texts = console.messages().with(ruleSet.messages(console.messages().language()));
    console
        .out()
        .print(
            new FormView(texts, console.palette(), console.width())
                .render(form, evaluation.findings(), evaluation.audit()));
    if (source) {
      console
          .out()
          .print(
              new SourceView(texts, console.palette(), console.width())
                  .render(form, Original.rows(form, limits.limits())));
    }
  }
}
