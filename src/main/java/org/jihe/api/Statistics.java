package org.jihe.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jihe.form.department.Departments;
import org.jihe.review.comparison.Compare;
import org.jihe.review.summary.DossierFigures;
import org.jihe.rule.jurisdiction.ProjectKinds;
import org.jihe.statistic.FormMeasuresCodec;
import org.jihe.statistic.RollupCodec;
import org.jihe.statistic.rollup.Rollup;
import org.jihe.table.FormCodec;
import org.jihe.table.StatisticSchemas;

/**
 * What forms and findings come to, as a review adds them up. The datasets come of one pass, which
 * runs again for each result that is asked for, unless it is kept ({@link #persist()}). A task
 * takes the forms of a department and year together.
 */
public final class Statistics {

  private static final String DEPARTMENT = "department";
  private static final String AGENCY = "agency";
  private static final String INDICATOR = "indicator";
  private static final String MEASURES = "measures";

  /** One of the four columns of a row is not null. */
  private static final StructType SCHEMA =
      DataTypes.createStructType(
          List.of(
              DataTypes.createStructField(DEPARTMENT, StatisticSchemas.DEPARTMENT, true),
              DataTypes.createStructField(AGENCY, StatisticSchemas.DEPARTMENT, true),
              DataTypes.createStructField(INDICATOR, StatisticSchemas.INDICATOR, true),
              DataTypes.createStructField(MEASURES, StatisticSchemas.FORM_MEASURES, true)));

  private final Dataset<Row> figures;

  private Statistics(Dataset<Row> figures) {
    this.figures = figures;
  }

  /**
   * Adds up forms and what rules say of them.
   *
   * @param rules those that the forms were checked with
   * @param forms rows as {@link Forms#dataset()} gives them
   * @param checked what the rules say of the same forms
   */
  public static Statistics of(Rules rules, Dataset<Row> forms, Checked checked) {
    ProjectKinds kinds = rules.rules().projectKinds();
    MapFunction<Row, String> ofForm = row -> row.getAs("dossier");
    MapFunction<Row, String> ofVerdict =
        row -> {
          Row finding = row.getAs(Verdicts.FINDING);
          return finding == null
              ? row.<Row>getAs(Verdicts.AUDIT).getAs("dossier")
              : finding.getAs("dossier");
        };
    CoGroupFunction<String, Row, Row, Row> add =
        (dossier, all, verdicts) -> figures(kinds, all, verdicts);
    Dataset<Row> said = checked.verdicts().where(functions.col(Verdicts.OUTCOME).isNull());
    return new Statistics(
        forms
            .groupByKey(ofForm, Encoders.STRING())
            .cogroup(said.groupByKey(ofVerdict, Encoders.STRING()), add, Encoders.row(SCHEMA)));
  }

  private static Iterator<Row> figures(
      ProjectKinds kinds, Iterator<Row> forms, Iterator<Row> verdicts) {
    DossierFigures figures = new DossierFigures(Departments.NONE, kinds);
    List<Row> findings = new ArrayList<>();
    while (verdicts.hasNext()) {
      Row row = verdicts.next();
      Row finding = row.getAs(Verdicts.FINDING);
      if (finding == null) {
        figures.audit(row.getAs(Verdicts.AUDIT));
      } else if (finding.getAs("waived") == null) {
        findings.add(finding);
      }
    }
    forms.forEachRemaining(row -> figures.form(FormCodec.fromRow(row)));
    findings.forEach(figures::finding);
    List<Row> rows = new ArrayList<>();
    var added = figures.statistics();
    added.departments().forEach(row -> rows.add(RowFactory.create(row, null, null, null)));
    added.agencies().forEach(row -> rows.add(RowFactory.create(null, row, null, null)));
    added.indicators().forEach(row -> rows.add(RowFactory.create(null, null, row, null)));
    figures.measures().forEach(row -> rows.add(RowFactory.create(null, null, null, row)));
    return rows.iterator();
  }

  /** Keeps what was added up, in memory and where that is short on disk. */
  public Statistics persist() {
    figures.persist();
    return this;
  }

  /** Lets go of it. */
  public Statistics unpersist() {
    figures.unpersist();
    return this;
  }

  /** One row a department and year: rows of the table {@code department_statistics}. */
  public Dataset<Row> departments() {
    return part(DEPARTMENT);
  }

  /** One row an agency of a department and year: rows of the table {@code agency_statistics}. */
  public Dataset<Row> agencies() {
    return part(AGENCY);
  }

  /** One row an aspect of indicators: rows of the table {@code indicator_statistics}. */
  public Dataset<Row> indicators() {
    return part(INDICATOR);
  }

  /**
   * One row a form on a project, with what it adds to every figure: rows of the table {@code
   * form_measures}. Own figures begin here, and so do {@link #rollup}, {@link Comparison} and
   * {@link Outliers}.
   */
  public Dataset<Row> formMeasures() {
    return part(MEASURES);
  }

  /**
   * The figures of every agency, department, group, jurisdiction, kind of project and size class,
   * and of all together, year by year.
   *
   * @param formMeasures rows as {@link #formMeasures()} gives them, or some of them
   * @return rows of the table {@code rollup_statistics}, without coverage, for which a review needs
   *     the bureau's list
   */
  public static Dataset<Row> rollup(Dataset<Row> formMeasures) {
    return Together.of(
        formMeasures,
        StatisticSchemas.ROLLUP,
        rows -> {
          Rollup rollup = new Rollup();
          rows.forEachRemaining(row -> rollup.add(FormMeasuresCodec.fromRow(row)));
          return rollup.done().stream()
              .map(line -> RollupCodec.toRow(line, Compare.FEWEST))
              .iterator();
        });
  }

  private Dataset<Row> part(String name) {
    return figures.where(functions.col(name).isNotNull()).select(name + ".*");
  }
}
