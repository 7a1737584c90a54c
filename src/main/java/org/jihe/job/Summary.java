package org.jihe.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.finding.Severity;
import org.jihe.layout.Position;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.publish.Places;
import org.jihe.publish.ReviewSummary;
import org.jihe.publish.ReviewSummary.Accounting;
import org.jihe.publish.ReviewSummary.AuditFigures;
import org.jihe.publish.ReviewSummary.AuditLine;
import org.jihe.publish.ReviewSummary.DepartmentFigures;
import org.jihe.publish.ReviewSummary.FormLine;
import org.jihe.publish.ReviewSummary.Jurisdictions;
import org.jihe.publish.ReviewSummary.ListFigures;
import org.jihe.publish.ReviewSummary.RuleLine;
import org.jihe.publish.ReviewSummary.UnmatchedFigures;
import org.jihe.publish.ReviewSummary.UnmatchedLine;
import org.jihe.publish.ReviewSummary.WaiverFigures;
import org.jihe.publish.ReviewSummary.WaiverLine;
import org.jihe.publish.ReviewSummary.WaiverLine.State;
import org.jihe.rule.RuleInfo;
import org.jihe.rule.RuleSet;
import org.jihe.rule.Waiver;
import org.jihe.rule.Waivers;
import org.jihe.table.Decimals;
import org.jihe.table.FindingCodec;
import org.jihe.table.Rows;
import org.jihe.table.Run;
import org.jihe.table.VersionCodec;
import org.jihe.table.Workspace;
import org.jihe.table.WorkspaceTable;

/** Draws up the summary of a review from the tables, and holds it against the identities. */
final class Summary {

  private final Workspace workspace;
  private final Run run;
  private final Column wanted;

  private FindingCounts findings = FindingCounts.none();
  private OutcomeCounts outcomes = OutcomeCounts.none();
  private Map<String, Long> jurisdictions = Map.of();
  private List<Row> forms = List.of();
  private AuditFigures audit = AuditFigures.NONE;

  /**
   * A summary of some dossiers.
   *
   * @param run the run that wrote them
   */
  Summary(Workspace workspace, Run run, Set<String> dossiers) {
    this.workspace = workspace;
    this.run = run;
    this.wanted = functions.col("dossier").isin(dossiers.toArray());
  }

  /** Counts forms, findings and outcomes; the statistics need not be there yet. */
  void count() {
    findings = FindingCounts.of(rows(WorkspaceTable.FINDINGS));
    outcomes = OutcomeCounts.of(rows(WorkspaceTable.OUTCOMES));
    audit = audit();
    jurisdictions = counts(WorkspaceTable.SCORE_AUDIT, "jurisdiction");
    forms =
        rows(WorkspaceTable.FORMS)
            .selectExpr(
                "formId",
                "projectName.printed",
                "file",
                "origin",
                "funding[0].finalBudget.value",
                "funding[0].actualExpenditure.value",
                "total.score.value",
                "recovery.confidence",
                "size(recovery.guesses)")
            .collectAsList();
  }

  private static final String OVER_CLAIMED = "greatest(linesOverClaimed, overClaimed)";

  /** The score audits in figures, and those that claim the most above their range. */
  private AuditFigures audit() {
    Dataset<Row> rows =
        rows(WorkspaceTable.SCORE_AUDIT)
            .selectExpr(
                "formId",
                "projectName",
                "claimed",
                "low",
                "high",
                OVER_CLAIMED + " over",
                "arithmetic")
            .filter("over > 0");
    Row sums = rows.selectExpr("count(*)", "sum(over)").head();
    List<AuditLine> worst = new ArrayList<>();
    for (Row row :
        rows.orderBy(functions.col("over").desc(), functions.col("formId"))
            .limit(AuditFigures.WORST)
            .collectAsList()) {
      worst.add(
          new AuditLine(
              row.getString(0),
              row.getString(1),
              Decimals.plain(row.getDecimal(2)),
              Decimals.plain(row.getDecimal(3)),
              Decimals.plain(row.getDecimal(4)),
              stripped(row.getDecimal(5)),
              row.getString(6)));
    }
    return new AuditFigures(
        sums.getLong(0), sums.isNullAt(1) ? BigDecimal.ZERO : stripped(sums.getDecimal(1)), worst);
  }

  /**
   * The summary of what was counted, with the statistics.
   *
   * @throws JobException where an identity does not hold: something was lost or counted twice
   */
  ReviewSummary of(Ingest.Result read, RuleSet rules, ListFigures lists, Language language)
      throws JobException {
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
        departments(),
        forms(),
        ruleLines,
        unmatched(rules.messages(language), lists),
        audit,
        waivers(rules.waivers()),
        read.passedOver(),
        read.quarantined(),
        "");
  }

  /** What the rules say of projects that there is no form of; most reviews have none. */
  private UnmatchedFigures unmatched(Map<String, String> messages, ListFigures lists) {
    List<UnmatchedLine> lines = new ArrayList<>();
    if (findings.haveNoForm()) {
      for (Row row :
          rows(WorkspaceTable.FINDINGS).filter("formId = '' and waived is null").collectAsList()) {
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
    jurisdictions.forEach(
        (id, count) ->
            forms.merge(rules.jurisdictionNames().getOrDefault(id, id), count, Long::sum));
    return new Jurisdictions(rules.jurisdiction().equals(RuleSet.DETECTED), forms);
  }

  private Dataset<Row> rows(WorkspaceTable table) {
    return workspace.read(run, table).filter(wanted);
  }

  /** How often each value of a column occurs; counted where the rows are. */
  private Map<String, Long> counts(WorkspaceTable table, String column) {
    List<Map<String, Long>> parts =
        Rows.of(rows(table).select(column))
            .mapPartitions(
                rows -> {
                  Map<String, Long> counts = new HashMap<>();
                  rows.forEachRemaining(row -> counts.merge(row.getString(0), 1L, Long::sum));
                  return List.of(counts).iterator();
                })
            .collect();
    Map<String, Long> counts = new HashMap<>();
    parts.forEach(part -> part.forEach((value, count) -> counts.merge(value, count, Long::sum)));
    return counts;
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
    List<FormLine> lines = new ArrayList<>();
    for (Row row : forms) {
      String id = row.getString(0);
      Position origin = VersionCodec.origin(row);
      lines.add(
          new FormLine(
              id,
              row.getString(1),
              row.getString(2),
              origin.row(),
              Places.of(origin),
              Decimals.plain(row.getDecimal(4)),
              Decimals.plain(row.getDecimal(5)),
              Decimals.plain(row.getDecimal(6)),
              findings.of(id, Severity.ERROR),
              findings.of(id, Severity.DOUBT),
              findings.of(id, Severity.NOTE),
              row.getDouble(7),
              row.getInt(8)));
    }
    lines.sort(
        Comparator.comparingLong(FormLine::errors)
            .thenComparingLong(FormLine::doubts)
            .thenComparingLong(FormLine::notes)
            .reversed()
            .thenComparing(FormLine::file)
            .thenComparingInt(FormLine::row));
    return lines;
  }

  private List<DepartmentFigures> departments() {
    List<DepartmentFigures> figures = new ArrayList<>();
    for (Row row : rows(WorkspaceTable.DEPARTMENT_STATISTICS).collectAsList()) {
      figures.add(
          new DepartmentFigures(
              row.getAs("supervisingDepartment"),
              row.getAs("implementingAgency"),
              row.getAs("year"),
              row.<Long>getAs("forms"),
              row.<Long>getAs("cancelledForms"),
              amount(row, "originalBudget"),
              amount(row, "finalBudget"),
              amount(row, "actualExpenditure"),
              Decimals.plain(row.getAs("executionRate")),
              map(row, "executionBands"),
              Decimals.plain(row.getAs("scoreMean")),
              Decimals.plain(row.getAs("scoreMedian")),
              Decimals.plain(row.getAs("scoreBudgetWeightedMean")),
              map(row, "grades"),
              amounts(row, "gradeMoney"),
              Decimals.plain(row.getAs("fullMarkShare")),
              map(row, "findingsBySeverity")));
    }
    figures.sort(Comparator.comparing(one -> String.valueOf(one.supervisingDepartment())));
    return figures;
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

  private static BigDecimal amount(Row row, String column) {
    return stripped(row.getAs(column));
  }

  private static BigDecimal stripped(BigDecimal number) {
    BigDecimal plain = Decimals.plain(number);
    return plain == null ? BigDecimal.ZERO : plain;
  }
}
