package org.jihe.table;

import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Function1;

/** Rows of a dataset as they come from the tables. */
public final class Rows {

  private Rows() {}

  /**
   * The dataset's rows, where they are. Unlike {@link Dataset#toJavaRDD} it generates no code for
   * the schema, which takes a second for that of the forms and brings nothing afterwards.
   */
  public static JavaRDD<Row> of(Dataset<Row> rows) {
    StructType schema = rows.schema();
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows)
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(internal -> decode(schema, internal));
  }

  private static Iterator<Row> decode(StructType schema, Iterator<InternalRow> internal) {
    Function1<Object, Object> decoder = CatalystTypeConverters.createToScalaConverter(schema);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return internal.hasNext();
      }

      @Override
      public Row next() {
        @Nullable Object row = decoder.apply(internal.next());
        return (Row) java.util.Objects.requireNonNull(row);
      }
    };
  }
}
