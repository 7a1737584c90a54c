package org.jihe.cli.workspace;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Another program: Spark with Iceberg as they come, in a process that has no class of this one.
 * Prints what queries on a catalog give, a line each.
 */
final class PlainReader {

  private PlainReader() {}

  /** The first argument is the catalog's folder, the others are queries on {@code plain}. */
  public static void main(String[] arguments) throws Exception {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.catalog.plain", "org.apache.iceberg.spark.SparkCatalog")
            .config("spark.sql.catalog.plain.type", "hadoop")
            .config("spark.sql.catalog.plain.warehouse", "file://" + arguments[0])
            .getOrCreate()) {
      for (String query : List.of(arguments).subList(1, arguments.length)) {
        for (Row row : spark.sql(query).collectAsList()) {
          System.out.println("row " + row.mkString("|"));
        }
      }
    }
  }
}
