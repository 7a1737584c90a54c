package org.jihe.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jihe.finding.Reply;
import org.jihe.finding.Severity;
import org.jihe.form.department.JoinedNames;
import org.jihe.layout.Quarantined;
import org.jihe.message.Messages;
import org.jihe.message.Visible;
import org.jihe.statistic.ExecutionBand;
import org.jihe.view.ReviewSummary.Accounting;
import org.jihe.view.ReviewSummary.AuditFigures;
import org.jihe.view.ReviewSummary.AuditLine;
import org.jihe.view.ReviewSummary.ConfirmationFigures;
import org.jihe.view.ReviewSummary.DepartmentFigures;
import org.jihe.view.ReviewSummary.FormLine;
import org.jihe.view.ReviewSummary.ImpossibleAmount;
import org.jihe.view.ReviewSummary.Jurisdictions;
import org.jihe.view.ReviewSummary.ListFigures;
import org.jihe.view.ReviewSummary.Resubmissions;
import org.jihe.view.ReviewSummary.RuleLine;
import org.jihe.view.ReviewSummary.UnmatchedFigures;
import org.jihe.view.ReviewSummary.UnmatchedLine;
import org.jihe.view.ReviewSummary.VoidConfirmation;
import org.jihe.view.ReviewSummary.WaiverFigures;
import org.jihe.view.ReviewSummary.WaiverLine;
import org.jihe.view.TextTable.Column;
import org.jspecify.annotations.Nullable;

/**
 * A review on one screen: what was counted, the departments' figures, the forms to look at first,
 * the findings by rule, and what waits in quarantine.
 */
public final class TerminalSummary {

  private static final int WORST = 10;
  private static final int MOST_NAMED = 5;
  private static final int LEAST_NAME = 12;
  private static final int LEAST_ARITHMETIC = 24;

  private final Messages messages;
  private final Palette palette;
  private final int width;
  private final Figures figures;

  /**
   * @param messages with the bundles {@code summary} and {@code reasons}; a rule's title, where
   *     there is one, under its id with {@code .title}
   * @param width columns of the terminal
   */
  public TerminalSummary(Messages messages, Palette palette, int width) {
    this.messages = messages;
    this.palette = palette;
    this.width = width;
    this.figures = new Figures(messages.language());
  }

  /** The whole text, ending with a line feed. */
  public String render(ReviewSummary summary) {
    List<String> lines = new ArrayList<>();
    corrected(lines, summary.followup().corrected());
    accounting(lines, summary);
    alike(lines, summary.followup().alike());
    // Whoever sends a corrected form wants to know of it, and not of the whole department again.
    if (!summary.isOfCorrectedFormsAlone()) {
      summary.departments().forEach(department -> department(lines, department));
      lines.addAll(new FirstForms(messages, palette, width).lines(summary.forms()));
      rules(lines, summary.rules());
      unmatched(lines, summary.unmatched());
      audit(lines, summary.audit(), summary.forms().size() - others(summary.otherKinds()));
      waivers(lines, summary.waivers());
    }
    states(lines, summary.followup().states());
    names(lines, summary.names());
    confirmations(lines, summary.confirmations());
    if (!summary.quarantined().isEmpty()) {
      long waiting = summary.quarantined().stream().filter(Quarantined::isWaiting).count();
      heading(lines, text("heading.quarantine", Map.of("count", waiting)));
      lines.addAll(new QuarantineView(messages, palette, width).first(summary.quarantined()));
    }
    if (!summary.published().isEmpty()) {
      heading(lines, text("heading.published"));
      lines.add("  " + Visible.name(summary.published()));
    }
    return String.join("\n", lines) + "\n";
  }

  /**
   * The same where there are several departments: one table of them in place of a block each.
   *
   * @param departments the departments' years
   */
  public String render(
      ReviewSummary summary, List<DepartmentTotal> departments, DepartmentsScreen.Owners owners) {
    List<String> lines = new ArrayList<>();
    accounting(lines, summary);
    lines.replaceAll(line -> TextWidth.cut(line, width));
    long waiting = summary.quarantined().stream().filter(Quarantined::isWaiting).count();
    if (waiting > 0) {
      lines.add("  " + palette.bad(text("heading.quarantine", Map.of("count", waiting))));
    }
    DepartmentsScreen screen = new DepartmentsScreen(messages, palette, width);
    lines.addAll(screen.lines(lines.size(), departments, summary.forms(), owners));
    if (!summary.published().isEmpty()) {
      lines.add(text("heading.published") + "  " + Visible.name(summary.published()));
    }
    return String.join("\n", lines) + "\n";
  }

  /** Some departments' figures and their forms to look at first. */
  public String render(List<DepartmentFigures> departments, List<FormLine> forms) {
    List<String> lines = new ArrayList<>();
    departments.forEach(department -> department(lines, department));
    lines.addAll(new FirstForms(messages, palette, width).lines(forms));
    return String.join("\n", lines) + "\n";
  }

  private void corrected(List<String> lines, List<FindingChange> forms) {
    if (forms.isEmpty()) {
      return;
    }
    lines.add(
        palette.heading(
            messages.text("change.corrected", Map.of("count", Figures.count(forms.size())))));
    FindingChangeView view = new FindingChangeView(messages, palette, width);
    for (FindingChange form : forms.subList(0, Math.min(WORST, forms.size()))) {
      lines.addAll(view.render(form));
    }
    if (forms.size() > WORST) {
      lines.add("  " + messages.text("change.forms.more", Map.of("count", forms.size() - WORST)));
    }
    lines.add("");
  }

  /** Each of them is in force, so that somebody has to say which one is to be. */
  private void alike(List<String> lines, List<List<String>> all) {
    for (List<String> places : all.subList(0, Math.min(WORST, all.size()))) {
      String files = String.join(text("comma"), places);
      wrapped(lines, "", 0, messages.text("change.alike", Map.of("files", files)));
    }
    if (!all.isEmpty()) {
      wrapped(lines, "", 0, messages.text("change.alike.remedy"));
    }
  }

  private void states(List<String> lines, Map<String, Long> states) {
    if (states.isEmpty()) {
      return;
    }
    List<String> parts = new ArrayList<>();
    for (Reply.State state : Reply.State.values()) {
      Long count = states.get(state.name());
      if (count != null) {
        parts.add(
            messages.text(
                "replies.state", Map.of("state", state.label(), "count", Figures.count(count))));
      }
    }
    lines.add("");
    wrapped(
        lines,
        "",
        0,
        messages.text("replies.states", Map.of("states", String.join(text("comma"), parts))));
  }

  private void unmatched(List<String> lines, UnmatchedFigures figures) {
    List<UnmatchedLine> all = figures.withoutForm();
    if (!all.isEmpty()) {
      heading(lines, text("heading.withoutForm", Map.of("count", Figures.count(all.size()))));
      for (UnmatchedLine line : all.subList(0, Math.min(WORST, all.size()))) {
        String mark = severity(line.severity()) + " ";
        wrapped(lines, palette.of(line.severity(), mark), TextWidth.of(mark), line.text());
      }
      if (all.size() > WORST) {
        String more = text("withoutForm.more", Map.of("count", Figures.count(all.size() - WORST)));
        lines.add("  " + palette.faint(more));
      }
    }
    ListFigures lists = figures.lists();
    if (!lists.kept().isEmpty()) {
      lines.add("");
      String files = String.join(text("comma"), lists.kept());
      String count = Figures.count(lists.findings());
      wrapped(lines, "", 0, text("lists.kept", Map.of("files", files, "count", count)));
    }
    if (lists.lost() > 0) {
      lines.add("");
      wrapped(lines, "", 0, text("lists.lost", Map.of("count", Figures.count(lists.lost()))));
    }
    if (figures.ambiguousForms() > 0) {
      lines.add("");
      String count = Figures.count(figures.ambiguousForms());
      wrapped(lines, "", 0, text("ambiguous", Map.of("count", count)));
    }
  }

  private void names(List<String> lines, List<JoinedNames.Joined> all) {
    if (all.isEmpty()) {
      return;
    }
    heading(lines, text("names.heading", Map.of("count", Figures.count(all.size()))));
    for (JoinedNames.Joined one : all.subList(0, Math.min(WORST, all.size()))) {
      List<String> shown = one.names().stream().map(Visible::line).toList();
      String names = String.join(text("comma"), shown);
      String key = "names." + one.reading().name().toLowerCase(Locale.ROOT);
      wrapped(lines, "", 0, messages.text(key, Map.of("names", names)));
    }
    if (all.size() > WORST) {
      String more = text("names.more", Map.of("count", Figures.count(all.size() - WORST)));
      lines.add("  " + palette.faint(more));
    }
    wrapped(lines, "", 0, text("names.remedy"));
  }

  private void wrapped(List<String> lines, String mark, int markWidth, String text) {
    String lead = "  " + mark;
    for (String part : TextWidth.wrap(text, width - 2 - markWidth)) {
      lines.add(lead + part);
      lead = "  " + " ".repeat(markWidth);
    }
  }

  private void waivers(List<String> lines, WaiverFigures figures) {
    if (figures.waivers().isEmpty() && figures.findings() == 0) {
      return;
    }
    heading(lines, text("heading.waivers", Map.of("count", Figures.count(figures.findings()))));
    for (WaiverLine waiver : figures.waivers()) {
      String state = waiver.state().name().toLowerCase(Locale.ROOT);
      String line =
          text(
              "waiver." + state,
              Map.of(
                  "rule",
                  waiver.ruleId(),
                  "text",
                  waiver.text(),
                  "count",
                  Figures.count(waiver.findings())));
      TextWidth.wrap(line, width - 2).forEach(part -> lines.add("  " + part));
    }
  }

  private void confirmations(List<String> lines, ConfirmationFigures figures) {
    if (figures.confirmed() + figures.corrected() > 0) {
      lines.add("");
      String confirmed = Figures.count(figures.confirmed());
      String corrected = Figures.count(figures.corrected());
      wrapped(
          lines,
          "",
          0,
          text("confirmations", Map.of("confirmed", confirmed, "corrected", corrected)));
    }
    if (!figures.voided().isEmpty()) {
      heading(
          lines,
          text("heading.confirmations", Map.of("count", Figures.count(figures.voided().size()))));
      for (VoidConfirmation one : figures.voided()) {
        String project = one.projectName();
        String value = one.value();
        wrapped(
            lines,
            "",
            0,
            text(
                value == null ? "confirmation.void" : "correction.void",
                Map.of(
                    "project", project == null ? one.formId() : Visible.line(project),
                    "path", one.path(),
                    "printed", one.printed() == null ? "" : Visible.line(one.printed()),
                    "value", value == null ? "" : Visible.line(value),
                    "by", Visible.line(one.by()))));
      }
    }
  }

  private void accounting(List<String> lines, ReviewSummary summary) {
    Accounting counts = summary.accounting();
    String run =
        text(
            "run", Map.of("run", summary.runId(), "rules", jurisdictions(summary.jurisdictions())));
    lines.add(palette.heading(text("heading.accounting")) + "  " + palette.faint(run));
    TextTable table = new TextTable(List.of(Column.fixed(""), Column.fixed(""), Column.fixed("")));
    table.row(
        text("sources"),
        identity(
            counts.sources(),
            counts.sourcesRead(),
            "read",
            counts.sourcesQuarantined(),
            counts.sourcesDuplicate(),
            0),
        mark(
            counts.sources(),
            counts.sourcesRead() + counts.sourcesQuarantined() + counts.sourcesDuplicate()));
    table.row(
        text("forms"),
        identity(
            counts.formsFound(),
            counts.formsAccepted(),
            "accepted",
            counts.formsQuarantined(),
            counts.formsDuplicate(),
            counts.formsSuperseded()),
        mark(
            counts.formsFound(),
            counts.formsAccepted()
                + counts.formsQuarantined()
                + counts.formsDuplicate()
                + counts.formsSuperseded()));
    body(lines, table);
    resubmissions(lines, summary);
    lines.add(
        "  "
            + text(
                "totals",
                Map.of(
                    "indicators",
                    Figures.count(counts.indicators()),
                    "guesses",
                    Figures.count(counts.guesses()))));
    lines.add(
        "  "
            + text("findings", Map.of("count", Figures.count(counts.findings())))
            + severities(counts.findingsBySeverity()));
  }

  private String jurisdictions(Jurisdictions jurisdictions) {
    List<String> parts = new ArrayList<>();
    jurisdictions
        .forms()
        .forEach(
            (name, forms) ->
                parts.add(
                    jurisdictions.detected()
                        ? text(
                            "jurisdiction.forms",
                            Map.of("name", name, "count", Figures.count(forms)))
                        : name));
    return parts.isEmpty() ? text("none") : String.join(text("comma"), parts);
  }

  private void resubmissions(List<String> lines, ReviewSummary summary) {
    Resubmissions counts = summary.resubmissions();
    told(lines, "resubmission.replaced", counts.replaced());
    told(lines, "resubmission.withdrawn", counts.withdrawn());
    told(lines, "resubmission.kept", counts.kept());
    told(lines, "resubmission.sameKey", counts.sameKey());
    if (!summary.otherKinds().isEmpty()) {
      wrapped(lines, "", 0, text("otherKinds", Map.of("kinds", kinds(summary.otherKinds()))));
    }
    if (!summary.passedOver().isEmpty()) {
      wrapped(lines, "", 0, PassedOver.text(messages, summary.passedOver()));
    }
  }

  private static int others(Map<String, Long> counts) {
    return Math.toIntExact(counts.values().stream().mapToLong(Long::longValue).sum());
  }

  private String kinds(Map<String, Long> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach((kind, count) -> parts.add(count("summary.kind." + kind, kind, count)));
    return String.join(text("comma"), parts);
  }

  private void told(List<String> lines, String key, long count) {
    if (count > 0) {
      wrapped(lines, "", 0, text(key, Map.of("count", Figures.count(count))));
    }
  }

  private String identity(
      long whole, long part, String name, long quarantined, long duplicate, long superseded) {
    String more =
        superseded == 0
            ? ""
            : text("identity.superseded", Map.of("count", Figures.count(superseded)));
    return text(
            "identity",
            Map.of(
                "whole",
                Figures.count(whole),
                "name",
                text("identity." + name),
                "part",
                Figures.count(part),
                "quarantined",
                Figures.count(quarantined),
                "duplicate",
                Figures.count(duplicate)))
        + more;
  }

  private String mark(long whole, long sum) {
    return whole == sum ? palette.good("✓") : palette.bad("✗ " + text("identity.broken"));
  }

  private void department(List<String> lines, DepartmentFigures department) {
    heading(lines, name(department));
    TextTable table = new TextTable(List.of(Column.fixed(""), Column.text("", 20)));
    String cancelled =
        department.cancelledForms() == 0
            ? ""
            : text("projects.cancelled", Map.of("count", department.cancelledForms()));
    table.row(
        text("label.projects"),
        text("projects", Map.of("count", Figures.count(department.forms()))) + cancelled);
    table.row(
        text("label.funding"),
        text(
            "funding",
            Map.of(
                "original",
                orNone(figures.money(department.originalBudget())),
                "final",
                orNone(figures.money(department.finalBudget())),
                "spent",
                orNone(figures.money(department.actualExpenditure())))));
    table.row(
        text("label.execution"),
        text("execution", Map.of("rate", orNone(figures.percent(department.executionRate()))))
            + bands(department.executionBands()));
    table.row(
        text("label.scores"),
        text(
            "scores",
            Map.of(
                "mean",
                orNone(figures.decimals(department.scoreMean())),
                "median",
                orNone(figures.decimals(department.scoreMedian())),
                "weighted",
                orNone(figures.decimals(department.scoreBudgetWeightedMean())),
                "full",
                orNone(figures.share(department.fullMarkShare())))));
    table.row(text("label.grades"), grades(department));
    body(lines, table);
    lines.add(
        "  "
            + TextWidth.padRight(text("label.findings"), labelWidth())
            + "  "
            + severities(department.findingsBySeverity()));
    impossible(lines, department.impossible());
  }

  /** The forms that make the totals doubtful. */
  private void impossible(List<String> lines, List<ImpossibleAmount> forms) {
    if (forms.isEmpty()) {
      return;
    }
    List<String> named = new ArrayList<>();
    for (ImpossibleAmount form : forms.subList(0, Math.min(MOST_NAMED, forms.size()))) {
      named.add(
          text(
              "impossible.form",
              Map.of(
                  "project", orNone(form.projectName()),
                  "original", orNone(figures.amount(form.originalBudget())),
                  "final", orNone(figures.amount(form.finalBudget())),
                  "rate", orNone(figures.rate(form.actualExpenditure(), form.finalBudget())))));
    }
    String more =
        forms.size() > MOST_NAMED
            ? text("impossible.more", Map.of("count", Figures.count(forms.size() - MOST_NAMED)))
            : "";
    String names = String.join(text("semicolon"), named) + more;
    String count = Figures.count(forms.size());
    wrapped(lines, "", 0, text("impossible", Map.of("count", count, "forms", names)));
  }

  private int labelWidth() {
    return List.of("projects", "funding", "execution", "scores", "grades", "findings").stream()
        .mapToInt(label -> TextWidth.of(text("label." + label)))
        .max()
        .orElse(0);
  }

  private String name(DepartmentFigures department) {
    List<String> parts = new ArrayList<>();
    parts.add(orNone(department.supervisingDepartment()));
    String agency = department.implementingAgency();
    if (agency != null && !agency.equals(department.supervisingDepartment())) {
      parts.add(Visible.line(agency));
    }
    Integer year = department.year();
    parts.add(year == null ? text("none") : text("year", Map.of("year", year)));
    return String.join(" · ", parts);
  }

  private String bands(Map<String, Long> counts) {
    Map<String, Long> left = new LinkedHashMap<>(counts);
    List<String> parts = new ArrayList<>();
    for (ExecutionBand band : ExecutionBand.values()) {
      Long count = left.remove(band.label());
      if (count != null && count > 0) {
        parts.add(count("band." + band.name().toLowerCase(Locale.ROOT), band.label(), count));
      }
    }
    left.forEach((band, count) -> parts.add(count("band", band, count)));
    return parts.isEmpty() ? "" : text("execution.bands") + String.join(text("comma"), parts);
  }

  private String count(String key, String otherwise, long count) {
    return text("count", Map.of("name", known(key, otherwise), "count", Figures.count(count)));
  }

  private String grades(DepartmentFigures department) {
    List<String> parts = new ArrayList<>();
    department
        .grades()
        .forEach(
            (grade, count) -> {
              BigDecimal money = department.gradeMoney().get(grade);
              if (count > 0) {
                parts.add(
                    count("grade." + grade, grade, count)
                        + (money == null
                            ? ""
                            : text("grade.money", Map.of("money", figures.money(money)))));
              }
            });
    return parts.isEmpty() ? text("none") : String.join(text("comma"), parts);
  }

  private void rules(List<String> lines, List<RuleLine> rules) {
    List<RuleLine> fired = rules.stream().filter(rule -> rule.findings() > 0).toList();
    heading(lines, text("heading.rules", Map.of("fired", fired.size(), "all", rules.size())));
    TextTable table =
        new TextTable(
            List.of(
                Column.fixed(""),
                Column.text(text("column.rule"), 10),
                Column.number(text("column.findings")),
                Column.number(text("column.forms")),
                Column.number(text("column.unevaluated")),
                Column.fixed("")));
    for (Severity severity : Severity.values()) {
      for (RuleLine rule : fired) {
        if (rule.severity() == severity) {
          String title = messages.find(rule.ruleId() + ".title");
          table.row(
              palette.of(severity, severity(severity)),
              title == null ? rule.ruleId() : title,
              Figures.count(rule.findings()),
              Figures.count(rule.fired()),
              Figures.count(rule.notEvaluated()),
              title == null ? "" : palette.faint(rule.ruleId()));
          rule.severities().stream()
              .filter(other -> other != severity)
              .forEach(other -> table.row(palette.of(other, severity(other)), "", "", "", "", ""));
        }
      }
    }
    if (!fired.isEmpty()) {
      head(lines, table);
    }
  }

  private void audit(List<String> lines, AuditFigures audit, int forms) {
    heading(
        lines,
        text(
            "heading.audit",
            Map.of(
                "all",
                forms,
                "forms",
                Figures.count(audit.forms()),
                "points",
                figures.decimals(audit.points()))));
    if (audit.worst().isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable(
            List.of(
                Column.text(text("column.project"), LEAST_NAME),
                Column.number(text("column.score")),
                Column.number(text("column.range")),
                Column.number(text("column.over")),
                Column.text(text("column.arithmetic"), LEAST_ARITHMETIC)));
    for (AuditLine line : audit.worst()) {
      table.row(
          orNone(line.projectName()),
          figures.decimals(line.claimed()),
          range(line.low(), line.high()),
          figures.decimals(line.overClaimed()),
          palette.faint(Visible.text(line.arithmetic())));
    }
    head(lines, table);
  }

  private String range(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    if (low == null || high == null) {
      return text("none");
    }
    return low.compareTo(high) == 0
        ? figures.decimals(low)
        : figures.decimals(low) + "–" + figures.decimals(high);
  }

  private String severities(Map<String, Long> counts) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = counts.getOrDefault(severity.name(), 0L);
      parts.add(palette.of(severity, severity(severity) + " " + Figures.count(count)));
    }
    return String.join(text("comma"), parts);
  }

  private String severity(Severity severity) {
    return text("severity." + severity.name().toLowerCase(Locale.ROOT));
  }

  private void heading(List<String> lines, String text) {
    lines.add("");
    lines.add(palette.heading(text));
  }

  /** The table with its heading. */
  private void head(List<String> lines, TextTable table) {
    List<List<String>> blocks = table.blocks(width - 2);
    blocks.get(0).forEach(line -> lines.add("  " + palette.faint(line)));
    blocks.stream().skip(1).flatMap(List::stream).forEach(line -> lines.add("  " + line));
  }

  /** The table without its heading. */
  private void body(List<String> lines, TextTable table) {
    table.blocks(width - 2).stream()
        .skip(1)
        .flatMap(List::stream)
        .forEach(line -> lines.add("  " + line));
  }

  private String known(String key, String otherwise) {
    String text = messages.find(key);
    return text == null ? Visible.line(otherwise) : text;
  }

  private String orNone(@Nullable String text) {
    return text == null || text.isEmpty() ? text("none") : Visible.line(text);
  }

  private String text(String key) {
    return messages.text("summary." + key);
  }

  private String text(String key, Map<String, ?> arguments) {
    return messages.text("summary." + key, arguments);
  }
}
