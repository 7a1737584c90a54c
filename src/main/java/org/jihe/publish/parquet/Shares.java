package org.jihe.publish.parquet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jihe.table.Dictionary;
import org.jihe.table.Dictionary.Meaning;
import org.jihe.table.Dictionary.Unit;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows of a table whose rates are shares of one: the tables keep rates as forms print them,
 * percent, and the statistics of all levels keep shares. Whoever computes with both wants one of
 * them.
 */
final class Shares {

  private static final int PLACES = 2;

  private final Function1<Object, Object> encoder;
  private final @Nullable UnaryOperator<Object> change;

  /** What is done to the rows of a table. */
  Shares(String table, StructType schema) {
    this.encoder = CatalystTypeConverters.createToCatalystConverter(schema);
    this.change = change(table, "", schema, false);
  }

  /** False where the table has no rate, and its rows are right as they are. */
  boolean areNeeded() {
    return change != null;
  }

  /** The row in Spark's own form. */
  InternalRow of(Row row) {
    Object changed = change == null ? row : change.apply(row);
    return (InternalRow) Objects.requireNonNull(encoder.apply(changed));
  }

  /** What is done to a value at a path; null for nothing. */
  private static @Nullable UnaryOperator<Object> change(
      String table, String path, DataType type, boolean percent) {
    if (type instanceof StructType struct) {
      return ofParts(table, path, struct, percent);
    }
    if (type instanceof ArrayType array) {
      UnaryOperator<Object> one = change(table, path, array.elementType(), percent);
      return one == null ? null : list -> elements(list, one);
    }
    return percent && type instanceof DecimalType decimal
        ? number ->
            ((BigDecimal) number)
                .movePointLeft(PLACES)
                .setScale(decimal.scale(), RoundingMode.HALF_UP)
        : null;
  }

  private static @Nullable UnaryOperator<Object> ofParts(
      String table, String path, StructType struct, boolean percent) {
    StructField[] fields = struct.fields();
    Map<Integer, UnaryOperator<Object>> changes = new HashMap<>();
    for (int i = 0; i < fields.length; i++) {
      String of = path.isEmpty() ? fields[i].name() : path + "." + fields[i].name();
      UnaryOperator<Object> one =
          change(table, of, fields[i].dataType(), percent || isPercent(table, of));
      if (one != null) {
        changes.put(i, one);
      }
    }
    return changes.isEmpty() ? null : row -> parts((Row) row, fields.length, changes);
  }

  private static boolean isPercent(String table, String path) {
    Meaning meaning = Dictionary.OWN.column(table, path);
    return meaning != null && meaning.unit() == Unit.PERCENT;
  }

  private static Row parts(Row row, int length, Map<Integer, UnaryOperator<Object>> changes) {
    @Nullable Object[] values = new @Nullable Object[length];
    for (int i = 0; i < length; i++) {
      Object value = row.get(i);
      UnaryOperator<Object> change = changes.get(i);
      values[i] = change == null || value == null ? value : change.apply(value);
    }
    return RowFactory.create(values);
  }

  private static Object elements(Object list, UnaryOperator<Object> change) {
    List<Object> changed = new ArrayList<>();
    // Spark hands lists as sequences; rows that were made here have arrays.
    java.lang.Iterable<?> elements =
        list instanceof Object[] array
            ? Arrays.asList(array)
            : CollectionConverters.asJava((Iterable<?>) list);
    for (Object element : elements) {
      changed.add(change.apply(element));
    }
    return changed.toArray();
  }
}
