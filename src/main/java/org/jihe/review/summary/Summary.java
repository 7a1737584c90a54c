package org.jihe.review.summary;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jihe.finding.Attention;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.finding.Severity;
import org.jihe.form.FormKind;
import org.jihe.form.department.Departments;
import org.jihe.form.department.JoinedNames;
import org.jihe.message.JobException;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.review.attention.AttentionCounts;
import org.jihe.rule.catalogue.RuleJurisdictions;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.waiver.Waiver;
import org.jihe.rule.waiver.Waivers;
import org.jihe.table.Decimals;
import org.jihe.table.FindingCodec;
import org.jihe.view.Followup;
import org.jihe.view.Places;
import org.jihe.view.ReviewSummary;
import org.jihe.view.ReviewSummary.Accounting;
import org.jihe.view.ReviewSummary.DepartmentFigures;
import org.jihe.view.ReviewSummary.FormLine;
import org.jihe.view.ReviewSummary.Jurisdictions;
import org.jihe.view.ReviewSummary.ListFigures;
import org.jihe.view.ReviewSummary.RuleLine;
import org.jihe.view.ReviewSummary.UnmatchedFigures;
import org.jihe.view.ReviewSummary.UnmatchedLine;
import org.jihe.view.ReviewSummary.WaiverFigures;
import org.jihe.view.ReviewSummary.WaiverLine;
import org.jihe.view.ReviewSummary.WaiverLine.State;
import org.jihe.workspace.Run;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;

/** Draws up the summary of a review from the tables, and holds it against the identities. */
public final class Summary {

  private final Workspace workspace;
  private final Run run;
  private final Set<String> dossiers;
  private final FindingCounts findings;
  private final OutcomeCounts outcomes;
  private final AuditCounts audits;
  private final AttentionCounts attention;
  private final List<FormHead> forms;
  private final JoinedNames names;

  /**
   * A summary of some dossiers.
   *
   * @param run the run that wrote them
   * @param counted what the tables hold of them
   * @param departments which names are one department
   */
  public Summary(
      Workspace workspace, Run run, Set<String> dossiers, Tally counted, Departments departments) {
    this.workspace = workspace;
    this.run = run;
    this.dossiers = dossiers;
    this.findings = counted.findings();
    this.outcomes = counted.outcomes();
    this.audits = counted.audits();
    this.attention = counted.attention();
    this.forms = counted.forms();
    this.names = new JoinedNames(departments);
    forms.forEach(form -> names.add(form.department(), form.agency()));
  }

  /**
   * The summary of what was counted, with the statistics.
   *
   * @throws JobException where an identity does not hold: something was lost or counted twice
   */
  public ReviewSummary of(IngestResult read, RuleSet rules, ListFigures lists, Language language)
      throws JobException, IOException {
    Accounting accounting = read.accounting(findings.all(), findings.bySeverity());
    List<RuleLine> ruleLines = rules(rules);
    Identities.ofForms(accounting, read.resubmissions().kept(), forms.size());
    for (RuleLine rule : ruleLines) {
      Identities.ofOutcomes(rule, forms.size());
    }
    return new ReviewSummary(
        run.id(),
        jurisdictions(rules),
        accounting,
        read.resubmissions(),
        departments(rules),
        forms(),
        ruleLines,
        unmatched(rules.messages(language), lists),
        audits.figures(),
        waivers(rules.waivers()),
        names.found(),
        read.passedOver(),
        read.quarantined(),
        otherKinds(),
        ConfirmationCounts.of(workspace, run, dossiers, forms),
        "",
        Followup.NONE);
  }

  /** How many forms there are that no figure of projects counts, by what they evaluate. */
  private Map<String, Long> otherKinds() {
    Map<String, Long> kinds = new TreeMap<>();
    for (FormHead form : forms) {
      if (form.kind() != FormKind.PROJECT) {
        kinds.merge(form.kind().key(), 1L, Long::sum);
      }
    }
    return kinds;
  }

  /** What the rules say of projects that there is no form of; most reviews have none. */
  private UnmatchedFigures unmatched(Map<String, String> messages, ListFigures lists) {
    List<UnmatchedLine> lines = new ArrayList<>();
    if (findings.haveNoForm()) {
      for (Row row :
          workspace
              .read(run, WorkspaceTable.FINDINGS)
              .filter(functions.col("dossier").isin(dossiers.toArray()))
              .filter("formId = '' and waived is null")
              .collectAsList()) {
        Finding one = FindingCodec.fromRow(row);
        String pattern = messages.getOrDefault(one.ruleId(), one.ruleId());
        lines.add(
            new UnmatchedLine(
                one.ruleId(), one.severity(), Messages.fill(pattern, one.arguments())));
      }
    }
    lines.sort(
        Comparator.comparing(UnmatchedLine::severity)
            .thenComparing(UnmatchedLine::ruleId)
            .thenComparing(UnmatchedLine::text));
    return new UnmatchedFigures(lines, outcomes.ambiguousForms(), lists);
  }

  /** The waivers and what each accepted; the rest of the workspace is searched for those unused. */
  private WaiverFigures waivers(Waivers waivers) {
    List<WaiverLine> lines = new ArrayList<>();
    Set<List<String>> elsewhere = new HashSet<>();
    if (!waivers.active().isEmpty()) {
      for (Row row :
          workspace
              .read(run, WorkspaceTable.FINDINGS)
              .filter("waived is not null")
              .select("ruleId", "waived")
              .distinct()
              .collectAsList()) {
        elsewhere.add(List.of(row.getString(0), row.getString(1)));
      }
    }
    for (Waiver waiver : waivers.active()) {
      long count = findings.waived(waiver.rule(), waiver.text());
      boolean used = count > 0 || elsewhere.contains(List.of(waiver.rule(), waiver.text()));
      State state = used ? State.USED : State.UNUSED;
      lines.add(new WaiverLine(waiver.rule(), waiver.text(), state, count));
    }
    for (Waiver waiver : waivers.expired()) {
      lines.add(new WaiverLine(waiver.rule(), waiver.text(), State.EXPIRED, 0));
    }
    return new WaiverFigures(findings.allWaived(), lines);
  }

  /** How many forms were checked by the parameters of each jurisdiction. */
  private Jurisdictions jurisdictions(RuleSet rules) {
    Map<String, Long> forms = new TreeMap<>();
    audits
        .byJurisdiction()
        .forEach(
            (id, count) ->
                forms.merge(rules.jurisdictionNames().getOrDefault(id, id), count, Long::sum));
    return new Jurisdictions(RuleJurisdictions.isDetected(rules.jurisdiction()), forms);
  }

  private List<RuleLine> rules(RuleSet rules) {
    List<RuleLine> lines = new ArrayList<>();
    for (RuleInfo rule : rules.rules()) {
      lines.add(
          new RuleLine(
              rule.id(),
              rule.severity(),
              rule.severities(),
              findings.of(rule.id()),
              outcomes.of(rule.id(), Outcome.Kind.FIRED),
              outcomes.of(rule.id(), Outcome.Kind.PASSED),
              outcomes.of(rule.id(), Outcome.Kind.WAIVED),
              outcomes.of(rule.id(), Outcome.Kind.NOT_APPLICABLE),
              outcomes.of(rule.id(), Outcome.Kind.NOT_EVALUATED)));
    }
    lines.sort(Comparator.comparingLong(RuleLine::findings).reversed());
    return lines;
  }

  private List<FormLine> forms() {
    Map<String, Attention> first = new HashMap<>();
    attention.first().forEach(one -> first.put(one.formId(), one));
    List<FormLine> lines = new ArrayList<>();
    for (FormHead form : forms) {
      lines.add(
          new FormLine(
              form.formId(),
              form.project(),
              form.file(),
              form.origin().row(),
              Places.of(form.origin()),
              form.finalBudget(),
              form.expenditure(),
              form.score(),
              findings.of(form.formId(), Severity.ERROR),
              findings.of(form.formId(), Severity.DOUBT),
              findings.of(form.formId(), Severity.NOTE),
              form.confidence(),
              form.guesses(),
              attention.of(form.formId()),
              first.get(form.formId())));
    }
    lines.sort(
        Comparator.comparing(FormLine::priority)
            .thenComparingLong(FormLine::errors)
            .thenComparingLong(FormLine::doubts)
            .thenComparingLong(FormLine::notes)
            .reversed()
            .thenComparing(FormLine::file)
            .thenComparingInt(FormLine::row));
    return lines;
  }

  private List<DepartmentFigures> departments(RuleSet rules) throws IOException {
    ImpossibleAmounts impossible = ImpossibleAmounts.of(forms, rules.parameters());
    List<DepartmentFigures> figures = new ArrayList<>();
    workspace
        .stored(run, WorkspaceTable.AGENCY_STATISTICS)
        .forEach(
            (row, internal) -> {
              if (dossiers.contains(row.<String>getAs("dossier"))) {
                figures.add(department(row, impossible));
              }
            });

    figures.sort(Comparator.comparing(one -> String.valueOf(one.supervisingDepartment())));
    return figures;
  }

  private static DepartmentFigures department(Row row, ImpossibleAmounts impossible) {
    return new DepartmentFigures(
        row.getAs("supervisingDepartment"),
        row.getAs("implementingAgency"),
        row.getAs("year"),
        row.<Long>getAs("forms"),
        row.<Long>getAs("cancelledForms"),
        Decimals.plain(row.getAs("originalBudget")),
        Decimals.plain(row.getAs("finalBudget")),
        Decimals.plain(row.getAs("actualExpenditure")),
        Decimals.plain(row.getAs("executionRate")),
        map(row, "executionBands"),
        Decimals.plain(row.getAs("scoreMean")),
        Decimals.plain(row.getAs("scoreMedian")),
        Decimals.plain(row.getAs("scoreBudgetWeightedMean")),
        map(row, "grades"),
        amounts(row, "gradeMoney"),
        Decimals.plain(row.getAs("fullMarkShare")),
        map(row, "findingsBySeverity"),
        impossible.ofAgency(row.getAs("dossier"), row.getAs("implementingAgency")));
  }

  private static Map<String, Long> map(Row row, String column) {
    return new TreeMap<>(row.<String, Long>getJavaMap(row.fieldIndex(column)));
  }

  private static Map<String, BigDecimal> amounts(Row row, String column) {
    Map<String, BigDecimal> amounts = new TreeMap<>();
    row.<String, BigDecimal>getJavaMap(row.fieldIndex(column))
        .forEach((name, amount) -> amounts.put(name, stripped(amount)));
    return amounts;
  }

  private static BigDecimal stripped(BigDecimal number) {
    BigDecimal plain = Decimals.plain(number);
    return plain == null ? BigDecimal.ZERO : plain;
  }
}
