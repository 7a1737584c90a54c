package org.jihe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jihe.cli.console.Console;
import org.jihe.cli.console.ExitCode;
import org.jihe.cli.console.WrongUsage;
import org.jihe.cli.option.FormSearch;
import org.jihe.cli.option.LastReview;
import org.jihe.cli.option.PathCheck;
import org.jihe.form.SelfEvaluation;
import org.jihe.form.Texts;
import org.jihe.inquiry.FormsInForce;
import org.jihe.message.JobException;
import org.jihe.message.Visible;
import org.jihe.process.Changes;
import org.jihe.review.ReviewRequest;
import org.jihe.rule.catalogue.RuleCatalogue;
import org.jihe.rule.folder.RuleException;
import org.jihe.rule.waiver.Waiver;
import org.jihe.rule.waiver.WaiverFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code waive}: a person accepts a finding, what a rule finds on a project, or what it finds on
 * all projects of an agency, until a day. Written into the workspace's file of waivers.
 */
@Command(name = "waive", sortOptions = false)
final class WaiveCommand implements Callable<Integer> {

  /** So many characters of a fingerprint may stand for it. */
  private static final int SHORTEST = 6;

  private static final int NAMED = 8;

  private final Console console;

  @Parameters(paramLabel = "FINGERPRINT|PROJECT RULE", arity = "1..2", descriptionKey = "waived")
  private List<String> named = new ArrayList<>();

  @Option(names = "--agency", paramLabel = "NAME", descriptionKey = "waiveAgency")
  private @Nullable String agency;

  @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "waiveYear")
  private @Nullable Integer year;

  @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "waiveReason")
  private String reason = "";

  @Option(
      names = "--approver",
      paramLabel = "NAME",
      required = true,
      descriptionKey = "waiveApprover")
  private String approver = "";

  @Option(names = "--until", paramLabel = "DATE", required = true, descriptionKey = "waiveUntil")
  private String until = "";

  @Option(names = "--rules", paramLabel = "DIR", descriptionKey = "rules")
  private @Nullable Path rules;

  @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "workspace")
  private Path workspace = Path.of(LastReview.USUAL_WORKSPACE);

  WaiveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws JobException, RuleException {
    new PathCheck(console).filled(workspace).folder("--rules", rules).done();
    if (approver.isBlank() || reason.isBlank()) {
      throw wrong("waive.blank", Map.of());
    }
    LocalDate last = last();
    RuleCatalogue catalogue = RuleCatalogue.open(folder());
    FormsInForce forms = FormsInForce.of(workspace);
    Waiver waiver =
        agency != null
            ? ofAgency(catalogue, forms, last)
            : named.size() == 1 ? ofFinding(forms, last) : ofProject(catalogue, forms, last);
    if (waiver == null) {
      return ExitCode.USAGE;
    }
    Set<String> ids = new TreeSet<>();
    catalogue.list().forEach(entry -> ids.add(entry.info().id()));
    return write(waiver, ids);
  }

  /** The rules of the last review where none are named. */
  private @Nullable Path folder() {
    LastReview review = LastReview.readFrom(workspace);
    String known = review == null ? null : review.rules();
    boolean there = rules == null && known != null && Files.isDirectory(Path.of(known));
    return there ? Path.of(known) : rules;
  }

  private LocalDate last() {
    try {
      return LocalDate.parse(until);
    } catch (DateTimeParseException e) {
      throw wrong("waive.date", Map.of("value", until));
    }
  }

  private @Nullable Waiver ofFinding(FormsInForce forms, LocalDate last) throws JobException {
    String wanted = named.get(0);
    List<FormsInForce.Found> found =
        forms.findings().stream()
            .filter(each -> wanted.length() >= SHORTEST && each.fingerprint().startsWith(wanted))
            .toList();
    if (found.stream().map(FormsInForce.Found::fingerprint).distinct().count() != 1) {
      console.say("waive.noFinding", Map.of("value", wanted, "count", found.size()));
      return null;
    }
    FormsInForce.Found one = found.get(0);
    FormsInForce.Entry entry =
        forms.entries().stream()
            .filter(each -> each.dossier().equals(one.dossier()))
            .filter(each -> one.formId() == null || each.formId().equals(one.formId()))
            .findFirst()
            .orElse(null);
    SelfEvaluation form = entry == null ? null : forms.read(entry);
    return new Waiver(
        one.ruleId(),
        one.project(),
        null,
        form == null ? null : form.supervisingDepartment().printed(),
        year(form),
        one.fingerprint(),
        reason.strip(),
        approver.strip(),
        last);
  }

  private @Nullable Waiver ofProject(RuleCatalogue catalogue, FormsInForce forms, LocalDate last)
      throws JobException {
    String rule = rule(catalogue, named.get(1));
    FormSearch<FormsInForce.Entry> search = new FormSearch<>(forms.entries());
    List<FormsInForce.Entry> found = search.find(named.get(0));
    List<String> projects =
        found.stream().map(each -> Texts.normalised(each.projectName())).distinct().toList();
    if (projects.size() != 1) {
      console.say(
          found.isEmpty() ? "show.nothing" : "waive.several",
          Map.of("project", named.get(0), "count", forms.entries().size()));
      List<String> near =
          found.isEmpty()
              ? search.nearest(named.get(0))
              : found.stream()
                  .map(each -> Visible.line(String.valueOf(each.projectName())))
                  .distinct()
                  .limit(NAMED)
                  .toList();
      near.forEach(each -> console.err().println("  " + each));
      return null;
    }
    SelfEvaluation form = forms.read(found.get(0));
    return new Waiver(
        rule,
        form.projectName().printed(),
        null,
        form.supervisingDepartment().printed(),
        year(form),
        null,
        reason.strip(),
        approver.strip(),
        last);
  }

  private Waiver ofAgency(RuleCatalogue catalogue, FormsInForce forms, LocalDate last)
      throws JobException {
    if (named.size() != 1) {
      throw wrong("waive.agencyAndProject", Map.of());
    }
    SelfEvaluation any = forms.entries().isEmpty() ? null : forms.read(forms.entries().get(0));
    return new Waiver(
        rule(catalogue, named.get(0)),
        null,
        Objects.requireNonNull(agency).strip(),
        null,
        year(any),
        null,
        reason.strip(),
        approver.strip(),
        last);
  }

  private int year(@Nullable SelfEvaluation form) {
    Integer printed = form == null ? null : form.year().value();
    if (year != null) {
      return year;
    }
    if (printed == null) {
      throw wrong("waive.year", Map.of());
    }
    return printed;
  }

  /** A rule by its name or by one of its titles. */
  private String rule(RuleCatalogue catalogue, String text) {
    String wanted = Texts.normalised(text);
    List<String> near = new ArrayList<>();
    for (RuleCatalogue.Entry entry : catalogue.list()) {
      for (String name : List.of(entry.info().id(), entry.title(), entry.english())) {
        if (Texts.normalised(name).equalsIgnoreCase(wanted)) {
          return entry.info().id();
        }
      }
      if (!wanted.isEmpty() && Texts.normalised(entry.title()).contains(wanted)) {
        near.add(entry.info().id() + "  " + entry.title());
      }
    }
    throw wrong(
        "waive.noRule",
        Map.of("rule", text, "near", String.join("；", near.stream().limit(NAMED).toList())));
  }

  private int write(Waiver waiver, Set<String> ids) throws JobException, RuleException {
    Path file = workspace.resolve(ReviewRequest.WAIVERS);
    Changes.are(Changes.State.FILES);
    WaiverFile.Added added;
    try {
      added = WaiverFile.add(file, waiver, ids);
    } catch (IOException e) {
      throw new JobException(
          "waive.unwritable",
          Map.of("file", file.toString(), "detail", String.valueOf(e.getMessage())),
          e);
    }
    String line = Visible.line(WaiverFile.line(waiver).strip());
    switch (added) {
      case WRITTEN -> {
        console.out().println(line);
        console.say("waive.written", Map.of("file", file));
      }
      case KNOWN -> console.say("waive.known", Map.of("file", file));
      case BY_HAND -> {
        console.out().println(line);
        console.say("waive.byHand", Map.of("file", file));
        return ExitCode.FAILED;
      }
    }
    return ExitCode.DONE;
  }

  private WrongUsage wrong(String key, Map<String, ?> arguments) {
    return new WrongUsage(List.of(console.messages().text(key, arguments)));
  }
}
