package org.jihe.api;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jihe.review.comparison.Compare;
import org.jihe.statistic.ComparisonCodec;
import org.jihe.statistic.FormMeasuresCodec;
import org.jihe.table.StatisticSchemas;

/** Departments held against each other, measure by measure. */
public final class Comparison {

  private Comparison() {}

  /**
   * Compares the departments of forms, year by year.
   *
   * @param formMeasures rows as {@link Statistics#formMeasures()} gives them; all of a year bear on
   *     each department
   * @return rows of the table {@code comparison}: value, limits, verdict and rank by year,
   *     department and measure
   */
  public static Dataset<Row> of(Dataset<Row> formMeasures) {
    return Together.of(
        formMeasures,
        StatisticSchemas.COMPARISON,
        rows -> {
          var comparison = new org.jihe.statistic.comparison.Comparison(Compare.FEWEST);
          rows.forEachRemaining(row -> comparison.add(FormMeasuresCodec.fromRow(row)));
          return comparison.done().stream().map(ComparisonCodec::toRow).iterator();
        });
  }
}
