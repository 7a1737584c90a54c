package org.jihe.api;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jihe.message.Language;
import org.jihe.message.Messages;
import org.jihe.statistic.FormMeasuresCodec;
import org.jihe.statistic.OutlierCodec;
import org.jihe.statistic.outlier.Likenesses;
import org.jihe.statistic.outlier.OutlierSearch;
import org.jihe.table.StatisticSchemas;
import org.jihe.view.OutlierText;

/** Projects and departments that stand out from their peers. */
public final class Outliers {

  private Outliers() {}

  /**
   * Searches forms, year by year.
   *
   * @param rules those that the forms were checked with; they name the jurisdictions
   * @param formMeasures rows as {@link Statistics#formMeasures()} gives them; all of a year are
   *     each other's peers
   * @return rows of the table {@code outliers}, each with its peers, its distance and a sentence
   */
  public static Dataset<Row> of(Rules rules, Dataset<Row> formMeasures) {
    Map<String, String> names = Map.copyOf(rules.rules().jurisdictionNames());
    return Together.of(
        formMeasures,
        StatisticSchemas.OUTLIERS,
        rows -> {
          OutlierSearch search = new OutlierSearch(new Likenesses());
          rows.forEachRemaining(row -> search.add(FormMeasuresCodec.fromRow(row)));
          OutlierText text = new OutlierText(Messages.of(Language.ZH, "comparison"), names);
          return search.done().stream()
              .map(one -> OutlierCodec.toRow(one, text.sentence(one)))
              .iterator();
        });
  }
}
