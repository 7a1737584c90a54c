package org.jihe.table;

import java.util.Map;
import scala.collection.mutable.LinkedHashMap;

/** Maps as Spark takes them into its rows. */
public final class SparkMaps {

  private SparkMaps() {}

  /** The same entries as a map of Scala's. */
  public static <K, V> scala.collection.Map<K, V> of(Map<K, V> map) {
    LinkedHashMap<K, V> entries = new LinkedHashMap<>();
    map.forEach(entries::put);
    return entries;
  }
}
