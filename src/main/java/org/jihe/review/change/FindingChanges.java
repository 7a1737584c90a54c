package org.jihe.review.change;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jihe.finding.Finding;
import org.jihe.finding.Severity;
import org.jihe.form.FormKey;
import org.jihe.message.Messages;
import org.jihe.table.Decimals;
import org.jihe.table.FindingCodec;
import org.jihe.table.VersionCodec;
import org.jihe.view.FindingChange;
import org.jihe.view.FindingChange.Department;
import org.jihe.view.FindingChange.Figures;
import org.jihe.view.FindingChange.Line;
import org.jihe.view.FindingChange.Sides;
import org.jihe.view.Places;
import org.jihe.workspace.Run;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.Workspace;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * Holds the findings of two runs against each other by their fingerprints: which are resolved,
 * which remain, which are new, and which a waiver accepts now. A department and year at a time.
 */
public final class FindingChanges {

  private static final List<String> OF_FORMS =
      List.of(
          "formId",
          "origin",
          "projectName.printed",
          "funding.element.finalBudget.value",
          "funding.element.actualExpenditure.value",
          "total.score.value");

  private final Time before;
  private final Time after;
  private final Map<String, String> messages;
  private final Set<String> keys;

  /**
   * @param messages message patterns of the rules by rule id
   * @param keys the forms that are looked at; all where there are none
   */
  private FindingChanges(Time before, Time after, Map<String, String> messages, Set<String> keys) {
    this.keys = keys;
    this.before = before;
    this.after = after;
    this.messages = messages;
  }

  /** The tables as one run left them. */
  private record Time(
      Map<String, StoredRows> forms, Map<String, StoredRows> findings, Map<String, Row> figures) {

    static Time of(Workspace workspace, Run run) throws IOException {
      Map<String, Row> figures = new HashMap<>();
      workspace
          .stored(run, WorkspaceTable.DEPARTMENT_STATISTICS)
          .forEach((row, internal) -> figures.putIfAbsent(row.getAs("dossier"), row));
      return new Time(
          workspace.stored(run, WorkspaceTable.FORMS).byKey(),
          workspace.stored(run, WorkspaceTable.FINDINGS).byKey(),
          figures);
    }
  }

  /**
   * What became of the findings of departments that are asked for one by one.
   *
   * @param messages message patterns of the rules by rule id
   */
  public static FindingChanges since(
      Workspace workspace, Run before, Run after, Map<String, String> messages) throws IOException {
    return new FindingChanges(
        Time.of(workspace, before), Time.of(workspace, after), messages, Set.of());
  }

  /** Departments and years that were checked otherwise in one run than in another. */
  public static Set<String> dossiers(Run before, Run after) {
    Set<String> dossiers = new TreeSet<>(before.checked().keySet());
    dossiers.addAll(after.checked().keySet());
    dossiers.removeIf(
        one ->
            before.checked().getOrDefault(one, "").equals(after.checked().getOrDefault(one, "")));
    return dossiers;
  }

  /**
   * What became of the findings of some departments.
   *
   * @param messages message patterns of the rules by rule id
   */
  public static List<Department> between(
      Workspace workspace,
      Run before,
      Run after,
      Collection<String> dossiers,
      Map<String, String> messages)
      throws IOException {
    return between(workspace, before, after, dossiers, messages, Set.of());
  }

  /**
   * The same of some forms alone, whether or not anything became of their findings.
   *
   * @param keys the forms' ids without numbers behind them
   */
  static List<Department> between(
      Workspace workspace,
      Run before,
      Run after,
      Collection<String> dossiers,
      Map<String, String> messages,
      Set<String> keys)
      throws IOException {
    FindingChanges changes =
        new FindingChanges(Time.of(workspace, before), Time.of(workspace, after), messages, keys);
    List<Department> departments = new ArrayList<>();
    for (String dossier : dossiers) {
      departments.add(changes.of(dossier));
    }
    return departments;
  }

  /** The findings of a form, by fingerprint; those of equal ones with a number behind. */
  private static Map<String, Map<String, Finding>> findings(@Nullable StoredRows rows)
      throws IOException {
    Map<String, Map<String, Finding>> byForm = new TreeMap<>();
    if (rows != null) {
      rows.forEach(
          (row, internal) -> {
            Finding finding = FindingCodec.fromRow(row);
            Map<String, Finding> own =
                byForm.computeIfAbsent(finding.formId(), form -> new LinkedHashMap<>());
            String key = finding.fingerprint();
            for (int number = 2; own.containsKey(key); number++) {
              key = finding.fingerprint() + "#" + number;
            }
            own.put(key, finding);
          });
    }
    return byForm;
  }

  /** The name and figures of a form. */
  private record Head(@Nullable String project, Sides sides) {}

  private static Map<String, Head> heads(@Nullable StoredRows rows) {
    Map<String, Head> heads = new LinkedHashMap<>();
    if (rows != null) {
      rows.forEach(
          OF_FORMS,
          row -> {
            Row sum = row.<Row>getList(row.fieldIndex("funding")).get(0);
            heads.put(
                row.getAs("formId"),
                new Head(
                    row.<Row>getAs("projectName").getAs("printed"),
                    new Sides(
                        Places.of(VersionCodec.origin(row)),
                        value(sum.getAs("finalBudget")),
                        value(sum.getAs("actualExpenditure")),
                        value(row.<Row>getAs("total").getAs("score")))));
          });
    }
    return heads;
  }

  private static @Nullable BigDecimal value(Row number) {
    return Decimals.plain(number.getAs("value"));
  }

  /** What became of the findings of a department and year. */
  public Department of(String dossier) throws IOException {
    Map<String, Map<String, Finding>> then = findings(before.findings.get(dossier));
    Map<String, Map<String, Finding>> now = findings(after.findings.get(dossier));
    Map<String, Head> headsThen = heads(before.forms.get(dossier));
    Map<String, Head> headsNow = heads(after.forms.get(dossier));
    Set<String> forms = new LinkedHashSet<>(headsNow.keySet());
    forms.addAll(headsThen.keySet());
    forms.addAll(now.keySet());
    forms.addAll(then.keySet());
    List<FindingChange> changed = new ArrayList<>();
    long[] counts = new long[4];
    if (!keys.isEmpty()) {
      forms.removeIf(form -> !keys.contains(FormKey.withoutNumber(form)));
    }
    for (String form : forms) {
      FindingChange change =
          change(
              dossier,
              form,
              then.getOrDefault(form, Map.of()),
              now.getOrDefault(form, Map.of()),
              headsThen.get(form),
              headsNow.get(form));
      counts[0] += change.resolved().size();
      counts[1] += change.added().size();
      counts[2] += change.waived().size();
      counts[3] += change.remaining();
      if (change.isAny() || !keys.isEmpty()) {
        changed.add(change);
      }
    }
    Row figuresThen = before.figures.get(dossier);
    Row figuresNow = after.figures.get(dossier);
    Row known = figuresNow == null ? figuresThen : figuresNow;
    return new Department(
        dossier,
        known == null ? null : known.getAs("supervisingDepartment"),
        known == null ? null : known.getAs("year"),
        changed,
        counts[0],
        counts[1],
        counts[2],
        counts[3],
        figuresThen == null ? null : figures(figuresThen, headsThen.size(), then),
        figuresNow == null ? null : figures(figuresNow, headsNow.size(), now));
  }

  private FindingChange change(
      String dossier,
      String form,
      Map<String, Finding> then,
      Map<String, Finding> now,
      @Nullable Head headThen,
      @Nullable Head headNow) {
    List<Line> resolved = new ArrayList<>();
    List<Line> added = new ArrayList<>();
    List<Line> waived = new ArrayList<>();
    long remaining = 0;
    for (Map.Entry<String, Finding> each : then.entrySet()) {
      Finding later = now.get(each.getKey());
      if (!each.getValue().stands()) {
        continue;
      }
      if (later == null) {
        resolved.add(line(each.getValue()));
      } else if (later.stands()) {
        remaining++;
      } else {
        waived.add(line(later));
      }
    }
    for (Map.Entry<String, Finding> each : now.entrySet()) {
      Finding earlier = then.get(each.getKey());
      if (each.getValue().stands() && (earlier == null || !earlier.stands())) {
        added.add(line(each.getValue()));
      }
    }
    Head head = headNow == null ? headThen : headNow;
    return new FindingChange(
        dossier,
        form,
        head == null ? null : head.project,
        resolved,
        added,
        waived,
        remaining,
        headThen == null ? null : headThen.sides,
        headNow == null ? null : headNow.sides);
  }

  private Line line(Finding finding) {
    String pattern = messages.getOrDefault(finding.ruleId(), finding.ruleId());
    return new Line(
        finding.fingerprint(),
        finding.ruleId(),
        finding.severity(),
        finding.arguments().getOrDefault("place", finding.subject()),
        Messages.fill(pattern, finding.arguments()));
  }

  private static Figures figures(Row row, int forms, Map<String, Map<String, Finding>> findings) {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    findings
        .values()
        .forEach(
            own ->
                own.values().stream()
                    .filter(Finding::stands)
                    .forEach(finding -> counts.merge(finding.severity(), 1L, Long::sum)));
    return new Figures(
        forms,
        orZero(row.getAs("finalBudget")),
        orZero(row.getAs("actualExpenditure")),
        Decimals.plain(row.getAs("executionRate")),
        Decimals.plain(row.getAs("scoreMean")),
        counts.getOrDefault(Severity.ERROR, 0L),
        counts.getOrDefault(Severity.DOUBT, 0L),
        counts.getOrDefault(Severity.NOTE, 0L));
  }

  private static BigDecimal orZero(@Nullable BigDecimal amount) {
    BigDecimal plain = Decimals.plain(amount);
    return plain == null ? BigDecimal.ZERO : plain;
  }
}
