package org.jihe.statistic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.jihe.finding.Severity;
import org.jihe.form.FormKind;
import org.jihe.form.FormPath;
import org.jihe.form.Indicator;
import org.jihe.table.AcceptedForm;
import org.jihe.table.StatisticSchemas;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of one department and year over its projects: all of its forms first, then all
 * that was found in them. Of a form it keeps only where its figures went, so that it grows with the
 * number of agencies and aspects, hardly with that of forms.
 */
public final class Statistics {

  private final Map<DepartmentKey, DepartmentState> departments = new HashMap<>();
  private final Map<String, DepartmentState> dossiers = new HashMap<>();
  private final Map<IndicatorKey, IndicatorState> indicators = new HashMap<>();
  private final Map<String, Counted> forms = new HashMap<>();

  /** Where the figures of a form and of each of its indicators went. */
  private record Counted(
      DepartmentState dossier, DepartmentState department, List<IndicatorState> indicators) {}

  /**
   * Adds a form; one that evaluates something else than a project is in no figure.
   *
   * @param grade the grade that its total earns in its jurisdiction; null where it earns none
   */
  public void add(AcceptedForm form, @Nullable String grade) {
    if (form.form().kind() != FormKind.PROJECT) {
      return;
    }
    DepartmentKey key = DepartmentKey.of(form);
    DepartmentState department =
        departments.computeIfAbsent(key, k -> new DepartmentState()).add(form.form(), grade);
    DepartmentState dossier =
        dossiers
            .computeIfAbsent(form.dossier(), k -> new DepartmentState())
            .add(form.form(), grade);
    List<IndicatorState> rows = new ArrayList<>(form.form().indicators().size());
    for (Indicator indicator : form.form().indicators()) {
      IndicatorKey group =
          new IndicatorKey(key, indicator.category().value(), indicator.aspect().value());
      rows.add(indicators.computeIfAbsent(group, k -> new IndicatorState()).add(indicator));
    }
    forms.put(form.formId(), new Counted(dossier, department, rows));
  }

  /**
   * Adds a finding in a form; one in no form that was added belongs to no agency and is left out.
   *
   * @param subject path of the cell or part of the form
   */
  public void add(String formId, String ruleId, Severity severity, String subject) {
    Counted form = forms.get(formId);
    if (form == null) {
      return;
    }
    form.dossier.add(ruleId, severity);
    form.department.add(ruleId, severity);
    int row = FormPath.rowOf(subject);
    if (row >= 0 && row < form.indicators.size()) {
      form.indicators.get(row).addFinding();
    }
  }

  /** Rows of {@link StatisticSchemas#DEPARTMENT}, one a department and year. */
  public List<Row> departments() {
    List<Row> rows = new ArrayList<>();
    dossiers.forEach(
        (dossier, state) -> {
          List<String> agencies =
              departments.keySet().stream()
                  .filter(key -> key.dossier().equals(dossier))
                  .map(DepartmentKey::agency)
                  .toList();
          rows.add(
              agencies.size() == 1
                  ? state.toRow(new DepartmentKey(dossier, agencies.get(0)))
                  : state.toRow(dossier, null));
        });
    return rows;
  }

  /** Rows of {@link StatisticSchemas#DEPARTMENT}, one an agency of a department and year. */
  public List<Row> agencies() {
    List<Row> rows = new ArrayList<>();
    departments.forEach((key, state) -> rows.add(state.toRow(key)));
    return rows;
  }

  /** Rows of {@link StatisticSchemas#INDICATOR}. */
  public List<Row> indicators() {
    List<Row> rows = new ArrayList<>();
    indicators.forEach(
        (key, state) ->
            rows.add(state.toRow(key, Objects.requireNonNull(departments.get(key.department())))));
    return rows;
  }
}
