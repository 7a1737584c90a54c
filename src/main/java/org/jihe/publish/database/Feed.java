package org.jihe.publish.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.jihe.finding.Finding;
import org.jihe.finding.Outcome;
import org.jihe.form.FormFields;
import org.jihe.form.FundingKind;
import org.jihe.form.FundingRow;
import org.jihe.form.Indicator;
import org.jihe.message.JobException;
import org.jihe.message.Messages;
import org.jihe.publish.ReviewData;
import org.jihe.publish.database.FindingTables.Counted;
import org.jihe.publish.database.FindingTables.Found;
import org.jihe.publish.database.FindingTables.RuleOutcome;
import org.jihe.publish.database.FormTables.FormFact;
import org.jihe.publish.database.FormTables.FundingFact;
import org.jihe.publish.database.FormTables.IndicatorFact;
import org.jihe.publish.database.Owner.Owned;
import org.jihe.publish.database.StatisticTables.OfDepartment;
import org.jihe.publish.database.StatisticTables.Part;
import org.jihe.table.AcceptedForm;
import org.jihe.table.FindingCodec;
import org.jihe.table.FormCodec;
import org.jihe.table.OutcomeCodec;
import org.jihe.table.QuarantineCodec;
import org.jihe.workspace.StoredRows;
import org.jihe.workspace.WorkspaceTable;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a database with what a run left: a department and year at a time, so that memory does not
 * grow with the number of forms.
 */
public final class Feed {

  /** Tables that hold the rows of a department and year together. */
  private static final List<WorkspaceTable> BY_DOSSIER =
      List.of(
          WorkspaceTable.FORMS,
          WorkspaceTable.FINDINGS,
          WorkspaceTable.OUTCOMES,
          WorkspaceTable.SCORE_AUDIT,
          WorkspaceTable.ATTENTION,
          WorkspaceTable.FORM_MEASURES);

  private final ReviewData data;
  private final FeedLoad load;
  private final Names names;

  private Feed(ReviewData data, FeedLoad load) {
    this.data = data;
    this.load = load;
    this.names = new Names(data.departments());
  }

  /**
   * Looks whether the database lets this process in; nothing changes.
   *
   * @throws JobException where it does not
   */
  public static void check(FeedTarget target) throws JobException {
    FeedAddress to = target.address();
    try {
      new FeedConnections(to, FeedCredentials.of(target.environment())).getConnection().close();
    } catch (SQLException e) {
      throw FeedFailure.of(to, e);
    }
  }

  /**
   * Loads all of it; readers see the former load until this one is whole.
   *
   * @return how many rows there are now
   * @throws JobException where that cannot be done; readers see what they saw
   * @throws IOException where the workspace cannot be read
   */
  public static long load(ReviewData data, FeedTarget target) throws JobException, IOException {
    FeedAddress to = target.address();
    Properties credentials = FeedCredentials.of(target.environment());
    new FeedMigration(to, credentials).migrate();
    try (Connection connection = new FeedConnections(to, credentials).getConnection();
        FeedLoad load = FeedLoad.begin(connection, to, data.edition())) {
      return new Feed(data, load).all();
    } catch (SQLException e) {
      throw FeedFailure.of(to, e);
    } catch (FeedFailure.Unwritten e) {
      throw FeedFailure.of(to, e.failure());
    }
  }

  private long all() throws SQLException, IOException {
    rows(WorkspaceTable.DEPARTMENT_STATISTICS, names::add);
    Map<WorkspaceTable, Map<String, StoredRows>> parts = new EnumMap<>(WorkspaceTable.class);
    TreeSet<String> dossiers = new TreeSet<>();
    for (WorkspaceTable table : BY_DOSSIER) {
      Map<String, StoredRows> byKey = table(table).byKey();
      parts.put(table, byKey);
      dossiers.addAll(byKey.keySet());
    }
    for (String dossier : dossiers) {
      Map<WorkspaceTable, StoredRows> of = new EnumMap<>(WorkspaceTable.class);
      parts.forEach(
          (table, byKey) -> {
            StoredRows rows = byKey.get(dossier);
            if (rows != null) {
              of.put(table, rows);
            }
          });
      dossier(dossier, of);
      load.commit();
    }
    whole();
    dimensions();
    return load.finish();
  }

  private StoredRows table(WorkspaceTable table) {
    StoredRows rows = data.tables().get(table);
    if (rows == null) {
      throw new IllegalArgumentException("no table " + table);
    }
    return rows;
  }

  /** Takes rows. */
  @FunctionalInterface
  private interface Taker {
    void take(Row row) throws SQLException, IOException;
  }

  private void rows(WorkspaceTable table, Taker taker) throws IOException {
    rows(table(table), taker);
  }

  private static void rows(@Nullable StoredRows rows, Taker taker) throws IOException {
    if (rows != null) {
      rows.forEach(
          (row, internal) -> {
            try {
              taker.take(row);
            } catch (SQLException e) {
              throw new FeedFailure.Unwritten(e);
            }
          });
    }
  }

  private void dossier(String dossier, Map<WorkspaceTable, StoredRows> tables)
      throws SQLException, IOException {
    Map<String, Row> measures = new HashMap<>();
    rows(tables.get(WorkspaceTable.FORM_MEASURES), row -> measures.put(row.getAs("formId"), row));
    rows(tables.get(WorkspaceTable.FORMS), row -> form(FormCodec.fromRow(row), measures));
    Owner owner = names.owner(dossier);
    rows(tables.get(WorkspaceTable.FINDINGS), row -> finding(owner, row));
    outcomes(owner, tables.get(WorkspaceTable.OUTCOMES));
    rows(
        tables.get(WorkspaceTable.SCORE_AUDIT),
        row -> load.add(FindingTables.SCORE_AUDIT, new Owned<>(owner, row)));
    rows(
        tables.get(WorkspaceTable.ATTENTION),
        row -> load.add(FindingTables.ATTENTION, new Owned<>(owner, row)));
  }

  private void form(AcceptedForm accepted, Map<String, Row> measures)
      throws SQLException, IOException {
    Owner owner =
        names.own(
            accepted.dossier(),
            accepted.form().supervisingDepartment().printed(),
            accepted.form().year().value());
    FormFact fact = new FormFact(owner, accepted, measures.get(accepted.formId()));
    names.add(fact);
    load.add(FormTables.FORM, fact);
    for (FundingKind kind : FundingKind.values()) {
      FundingRow row = accepted.form().funding().row(kind);
      if (FormFields.FUNDING.stream().anyMatch(column -> column.of(row).printed() != null)) {
        load.add(FormTables.FUNDING, new FundingFact(fact, row));
      }
    }
    int number = 1;
    for (Indicator indicator : accepted.form().indicators()) {
      load.add(FormTables.INDICATOR, new IndicatorFact(fact, number++, indicator));
    }
  }

  private void finding(Owner owner, Row row) throws SQLException, IOException {
    Finding finding = FindingCodec.fromRow(row);
    String pattern = data.chinese().messages().getOrDefault(finding.ruleId(), finding.ruleId());
    String message = Messages.fill(pattern, finding.arguments());
    load.add(
        FindingTables.FINDING,
        new Owned<>(owner, new Found(finding, row.getAs("projectName"), message)));
  }

  private void outcomes(Owner owner, @Nullable StoredRows rows) throws SQLException, IOException {
    Map<RuleOutcome, Long> counts = new HashMap<>();
    rows(
        rows,
        row -> {
          for (Outcome outcome : OutcomeCodec.fromRow(row)) {
            counts.merge(
                new RuleOutcome(outcome.ruleId(), outcome.kind().name(), outcome.reason()),
                1L,
                Long::sum);
          }
        });
    for (Map.Entry<RuleOutcome, Long> one : counts.entrySet()) {
      load.add(
          FindingTables.OUTCOME, new Owned<>(owner, new Counted(one.getKey(), one.getValue())));
    }
  }

  /** Tables that are no single department's. */
  private void whole() throws SQLException, IOException {
    rows(WorkspaceTable.ROLLUP_STATISTICS, this::rollup);
    rows(
        WorkspaceTable.INDICATOR_STATISTICS,
        row -> {
          names.add(
              StatisticTables.word(row.getAs("category")),
              StatisticTables.word(row.getAs("aspect")));
          load.add(
              StatisticTables.INDICATOR,
              new OfDepartment(row, names.owner(row.getAs("dossier")).departmentKey()));
        });
    rows(
        WorkspaceTable.COMPARISON,
        row -> load.add(StatisticTables.COMPARISON, named(row, "department")));
    rows(
        WorkspaceTable.OUTLIERS,
        row -> load.add(StatisticTables.OUTLIER, named(row, "department")));
    rows(WorkspaceTable.REPLIES, row -> load.add(FindingTables.REPLY, row));
    rows(WorkspaceTable.DECISIONS, row -> load.add(FindingTables.DECISION, row));
    rows(WorkspaceTable.SOURCES, row -> load.add(SourceTables.SOURCE, row));
    rows(
        WorkspaceTable.QUARANTINE,
        row ->
            load.add(SourceTables.QUARANTINE, data.dismissals().on(QuarantineCodec.fromRow(row))));
    load.commit();
  }

  private OfDepartment named(Row row, String column) {
    return new OfDepartment(row, names.key(row.getAs(column)));
  }

  private void rollup(Row row) throws SQLException, IOException {
    String level = row.getAs("level");
    OfDepartment of =
        switch (level) {
          case "department" -> named(row, "name");
          case "agency" -> named(row, "within");
          default -> new OfDepartment(row, null);
        };
    load.add(StatisticTables.STATISTICS, of);
    Map<String, Row> shares = map(row, "shares");
    for (Map.Entry<String, Row> share : shares.entrySet()) {
      load.add(StatisticTables.SHARE, new Part(of, share.getKey(), share.getValue(), null, null));
    }
    Map<String, Object> money = map(row, "gradeMoney");
    Map<String, Object> grades = map(row, "grades");
    for (Map.Entry<String, Object> grade : grades.entrySet()) {
      load.add(
          StatisticTables.GRADE,
          new Part(of, grade.getKey(), null, grade.getValue(), money.get(grade.getKey())));
    }
    if (row.getAs("listedForms") != null) {
      load.add(StatisticTables.COVERAGE, of);
    }
  }

  private static <V> Map<String, V> map(Row row, String column) {
    return new TreeMap<>(row.<String, V>getJavaMap(row.fieldIndex(column)));
  }

  private void dimensions() throws SQLException, IOException {
    add(DimensionTables.DEPARTMENT, names.departments());
    add(DimensionTables.AGENCY, names.agencies());
    add(DimensionTables.PROJECT, names.projects());
    add(DimensionTables.RULE, data.rules());
    add(DimensionTables.INDICATOR_KIND, names.kinds());
    add(DimensionTables.PERIOD, names.years());
    add(DimensionTables.JURISDICTION, names.jurisdictions());
  }

  private <T> void add(StarTable<T> table, Iterable<T> all) throws SQLException, IOException {
    for (T one : all) {
      load.add(table, one);
    }
  }
}
