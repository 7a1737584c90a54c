package org.jihe.speed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The least that a program on Spark does: it opens a local session, writes one small Parquet table
 * and reads it back. A review of the sample department should take no longer.
 */
public final class BareSpark {

  private BareSpark() {}

  public static void main(String[] arguments) throws Exception {
    Path table = Files.createTempDirectory("bare-spark-").resolve("table");
    SparkSession spark =
        SparkSession.builder()
            .master("local[*]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
    StructType schema =
        new StructType().add("id", DataTypes.IntegerType).add("name", DataTypes.StringType);
    List<Row> rows =
        List.of(
            RowFactory.create(1, "one"),
            RowFactory.create(2, "two"),
            RowFactory.create(3, "three"));
    spark.createDataFrame(rows, schema).write().parquet(table.toString());
    long read = spark.read().parquet(table.toString()).where("id > 1").count();
    spark.stop();
    if (read != 2) {
      throw new IllegalStateException("read " + read + " rows of 2");
    }
  }
}
