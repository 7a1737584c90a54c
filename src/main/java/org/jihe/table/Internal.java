package org.jihe.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Values in the form in which Spark writes them. What every form of a check writes a hundred times
 * is made by these, not by way of Spark's own rows, which cost as much again as the writing.
 */
final class Internal {

  /** So many words are remembered: ids of rules, paths of values, reasons. */
  private static final int MOST_WORDS = 20_000;

  private static final ConcurrentHashMap<String, UTF8String> WORDS = new ConcurrentHashMap<>();

  private Internal() {}

  static InternalRow row(@Nullable Object... values) {
    return new GenericInternalRow(values);
  }

  /** A text that is hardly ever written twice. */
  static @Nullable UTF8String text(@Nullable String text) {
    return UTF8String.fromString(text);
  }

  /** A text of a small vocabulary. */
  static @Nullable UTF8String word(@Nullable String word) {
    if (word == null) {
      return null;
    }
    UTF8String known = WORDS.get(word);
    if (known == null) {
      known = UTF8String.fromString(word);
      if (WORDS.size() < MOST_WORDS) {
        WORDS.put(word, known);
      }
    }
    return known;
  }

  static GenericArrayData words(List<String> words) {
    @Nullable Object[] internal = new Object[words.size()];
    for (int i = 0; i < internal.length; i++) {
      internal[i] = word(words.get(i));
    }
    return new GenericArrayData(internal);
  }

  /** A map of words to words. */
  static ArrayBasedMapData words(Map<String, String> words) {
    @Nullable Object[] keys = new Object[words.size()];
    @Nullable Object[] values = new Object[keys.length];
    int i = 0;
    for (Map.Entry<String, String> entry : words.entrySet()) {
      keys[i] = word(entry.getKey());
      values[i++] = word(entry.getValue());
    }
    return new ArrayBasedMapData(new GenericArrayData(keys), new GenericArrayData(values));
  }

  /** Points as {@link Schemas#POINTS}; null for a number that is too large to be points. */
  static @Nullable Decimal points(@Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal scaled = value.setScale(Schemas.POINTS.scale(), RoundingMode.HALF_UP);
    return scaled.precision() > Schemas.POINTS.precision()
        ? null
        : Decimal.apply(
            scaled.unscaledValue().longValue(), Schemas.POINTS.precision(), Schemas.POINTS.scale());
  }
}
