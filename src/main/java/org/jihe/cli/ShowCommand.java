package org.jihe.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jihe.finding.Evaluation;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.job.FileReading;
import org.jihe.job.FormReader;
import org.jihe.job.Inputs;
import org.jihe.job.ReviewRequest;
import org.jihe.layout.Quarantined;
import org.jihe.message.Messages;
import org.jihe.publish.FormView;
import org.jihe.publish.Places;
import org.jihe.publish.QuarantineView;
import org.jihe.rule.RuleEngine;
import org.jihe.rule.RuleException;
import org.jihe.rule.RuleSet;
import org.jihe.transcript.Transcripts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code show}: one form with its findings at their cells; reads and checks anew, without Spark.
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

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TEXT;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws RuleException {
    LastReview last = inputs.isEmpty() ? LastReview.readFrom(workspace) : null;
    List<Path> sources =
        last == null ? inputs : last.inputs().stream().map(ShowCommand::shortened).toList();
    if (sources.isEmpty()) {
      console.say("show.noInputs", Map.of("workspace", workspace, "project", project));
      return ExitCode.USAGE;
    }
    List<SelfEvaluation> forms = new ArrayList<>();
    List<Quarantined> quarantined = new ArrayList<>();
    FormReader reader = new FormReader();
    for (Path file : Inputs.expand(sources)) {
      FileReading reading = reader.read(file);
      forms.addAll(reading.forms());
      quarantined.addAll(reading.quarantined());
    }
    List<SelfEvaluation> found = new FormSearch(forms).find(project);
    if (found.isEmpty()) {
      return nothing(forms, quarantined);
    }
    if (differ(found)) {
      return several(found);
    }
    RuleSet ruleSet = rules(last);
    for (SelfEvaluation form : found) {
      print(form, RuleEngine.of(ruleSet).evaluate(form.key(), form), ruleSet);
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
    boolean asBefore = last != null && rules.rules() == null && rules.jurisdiction() == null;
    Path waivers = rules.waivers();
    if (last == null || !asBefore) {
      return ReviewRequest.rulesInForce(rules.rules(), rules.jurisdiction(), waivers, workspace);
    }
    String folder = last.rules();
    String file = last.waivers();
    return ReviewRequest.rulesInForce(
        folder == null ? null : Path.of(folder),
        last.jurisdiction(),
        waivers == null && file != null ? Path.of(file) : waivers,
        workspace);
  }

  private int nothing(List<SelfEvaluation> forms, List<Quarantined> quarantined) {
    console.say("show.nothing", Map.of("project", project, "count", forms.size()));
    List<String> nearest = new FormSearch(forms).nearest(project);
    if (!nearest.isEmpty()) {
      console.say("show.nearest");
      nearest.forEach(name -> console.err().println("  " + name));
    }
    new QuarantineView(console.messages(), console.palette(), console.width())
        .render(quarantined)
        .forEach(console.err()::println);
    return ExitCode.USAGE;
  }

  private int several(List<SelfEvaluation> found) {
    console.say("show.several", Map.of("project", project, "count", found.size()));
    for (SelfEvaluation form : found) {
      String name = String.valueOf(form.projectName().printed());
      console.out().println(name + "  " + Places.of(form.origin()));
    }
    return ExitCode.USAGE;
  }

  private static boolean differ(List<SelfEvaluation> forms) {
    return forms.stream()
            .map(form -> Texts.normalised(form.projectName().printed()))
            .distinct()
            .count()
        > 1;
  }

  private void print(SelfEvaluation form, Evaluation evaluation, RuleSet ruleSet) {
    if (format == OutputFormat.JSON) {
      console
          .out()
          .println(
              Json.of(
                  Map.of(
                      "form",
                      Transcripts.toJson(form),
                      "findings",
                      evaluation.findings(),
                      "audit",
                      evaluation.audit())));
      return;
    }
    Messages texts = console.messages().with(ruleSet.messages(console.messages().language()));
    console
        .out()
        .print(
            new FormView(texts, console.palette(), console.width())
                .render(form, evaluation.findings(), evaluation.audit()));
  }
}
