package org.jihe.review.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jihe.finding.Severity;
import org.jihe.form.FormKind;
import org.jihe.form.department.Departments;
import org.jihe.rule.jurisdiction.ProjectKinds;
import org.jihe.statistic.FormMeasuresCodec;
import org.jihe.statistic.Statistics;
import org.jihe.statistic.measure.FormMeasures;
import org.jihe.statistic.measure.FormMeasuring;
import org.jihe.table.AcceptedForm;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one department's year in the making: first what the audits say, then the forms,
 * then what was found in them.
 */
public final class DossierFigures {

  private final Departments names;
  private final ProjectKinds kinds;
  private final Statistics statistics = new Statistics();
  private final Map<String, Audited> audited = new HashMap<>();
  private final Map<String, FormMeasuring> measured = new LinkedHashMap<>();

  /** What the audit of a form says beside its findings. */
  private record Audited(
      String jurisdiction,
      @Nullable String grade,
      @Nullable BigDecimal claimed,
      @Nullable BigDecimal supported) {

    static final Audited NOT = new Audited("", null, null, null);
  }

  /**
   * Begins.
   *
   * @param names which names are one department
   * @param kinds what the jurisdictions' words tell of projects
   */
  public DossierFigures(Departments names, ProjectKinds kinds) {
    this.names = names;
    this.kinds = kinds;
  }

  /** Takes a row of the table {@code score_audit}. */
  public void audit(Row row) {
    audited.put(
        row.getAs("formId"),
        new Audited(
            row.getAs("jurisdiction"),
            row.getAs("grade"),
            row.getAs("claimed"),
            row.getAs("high")));
  }

  /** The jurisdiction by which a form was checked; null where it was not. */
  @Nullable String jurisdiction(String formId) {
    Audited audit = audited.get(formId);
    return audit == null ? null : audit.jurisdiction;
  }

  /** Takes a form. */
  public void form(AcceptedForm form) {
    Audited audit = audited.getOrDefault(form.formId(), Audited.NOT);
    statistics.add(form, audit.grade);
    if (form.form().kind() == FormKind.PROJECT) {
      measured.put(
          form.formId(),
          new FormMeasuring(
              form,
              names,
              new FormMeasuring.Traits(
                  audit.jurisdiction,
                  kinds.kindOf(form.form(), audit.jurisdiction),
                  kinds.hasCost(form.form(), audit.jurisdiction),
                  audit.grade,
                  kinds.topGrade(form.form(), audit.jurisdiction),
                  audit.claimed,
                  audit.supported)));
    }
  }

  /** Takes a row of the table {@code findings}; what is waived is not to be taken. */
  public void finding(Row row) {
    String formId = row.getAs("formId");
    String rule = row.getAs("ruleId");
    Severity severity = Severity.valueOf(row.getAs("severity"));
    statistics.add(formId, rule, severity, row.getAs("subject"));
    FormMeasuring form = measured.get(formId);
    if (form != null) {
      form.add(rule, severity);
    }
  }

  /** The figures of the department, its agencies and indicators. */
  public Statistics statistics() {
    return statistics;
  }

  /** Rows of the table {@code form_measures}, by form: however many files and tasks there were. */
  public List<Row> measures() {
    List<FormMeasures> done =
        new ArrayList<>(measured.values().stream().map(FormMeasuring::done).toList());
    done.sort(Comparator.comparing(one -> one.place().formId()));
    return done.stream().map(FormMeasuresCodec::toRow).toList();
  }
}
