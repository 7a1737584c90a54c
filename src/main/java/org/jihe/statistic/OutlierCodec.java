package org.jihe.statistic;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jihe.statistic.outlier.Outlier;
import org.jihe.table.StatisticSchemas;

/** What stands out to rows of {@link StatisticSchemas#OUTLIERS}. */
public final class OutlierCodec {

  private OutlierCodec() {}

  /** The row of an outlier with the sentence that says what it is. */
  public static Row toRow(Outlier one, String sentence) {
    return RowFactory.create(
        one.formId(),
        one.department(),
        one.year(),
        one.project(),
        one.measure().key(),
        one.peerGroup().text(),
        (long) one.peers(),
        one.value(),
        one.median(),
        one.mad(),
        one.z(),
        one.fence(),
        one.pAdjusted(),
        sentence,
        one.subject(),
        one.far());
  }
}
