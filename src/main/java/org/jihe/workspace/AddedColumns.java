package org.jihe.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jihe.table.FormsOf01;

/**
 * Columns that a version of the program has added behind those of an earlier one. Rows of the
 * earlier one have no value in them.
 */
final class AddedColumns {

  private AddedColumns() {}

  /** True where columns are today's, or the first of them. */
  static boolean areAll(StructType found, StructType now) {
    List<StructField> first = List.of(now.fields()).subList(0, Math.min(found.size(), now.size()));
    StructType expected = new StructType(first.toArray(StructField[]::new));
    // What a column means is no part of what it is.
    return expected.catalogString().equals(found.catalogString());
  }

  /** Columns for reading: those that are there, and those that have come since. */
  static Schema to(Schema there, StructType now) {
    List<NestedField> columns = new ArrayList<>(there.columns());
    AtomicInteger id = new AtomicInteger(there.highestFieldId() + 1_000);
    for (StructField column : missing(SparkSchemaUtil.convert(there), now)) {
      columns.add(
          NestedField.optional(
              id.incrementAndGet(),
              column.name(),
              TypeUtil.assignFreshIds(
                  SparkSchemaUtil.convert(now).findType(column.name()), id::incrementAndGet)));
    }
    return new Schema(columns);
  }

  /** Gives a table the columns that have come since. */
  static void addTo(Table table, StructType now) {
    List<StructField> missing = missing(SparkSchemaUtil.convert(table.schema()), now);
    if (!missing.isEmpty()) {
      UpdateSchema columns = table.updateSchema();
      for (StructField column : missing) {
        columns.addColumn(column.name(), SparkSchemaUtil.convert(now).findType(column.name()));
      }
      columns.commit();
    }
  }

  /** The same for rows that Spark has read. */
  static Dataset<Row> to(Dataset<Row> rows, StructType now) {
    Dataset<Row> all = rows;
    for (StructField column : missing(rows.schema(), now)) {
      all = all.withColumn(column.name(), functions.lit(null).cast(column.dataType()));
    }
    return all;
  }

  private static List<StructField> missing(StructType there, StructType now) {
    List<StructField> missing = new ArrayList<>();
    List<String> names = List.of(there.fieldNames());
    // Forms of version 0.1 have other columns, by which they are known.
    if (!names.contains("origin") || !FormsOf01.are(there)) {
      for (StructField column : now.fields()) {
        if (!names.contains(column.name())) {
          missing.add(column);
        }
      }
    }
    return missing;
  }
}
