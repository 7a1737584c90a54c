package org.jihe.api;

import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * What is held against all others: in one task, and in one order, so that sums are the same to the
 * last digit whatever the number of partitions.
 */
final class Together {

  private Together() {}

  static Dataset<Row> of(
      Dataset<Row> formMeasures, StructType schema, MapPartitionsFunction<Row, Row> all) {
    return formMeasures
        .repartition(1)
        .sortWithinPartitions("dossier", "formId")
        .mapPartitions(all, Encoders.row(schema));
  }
}
