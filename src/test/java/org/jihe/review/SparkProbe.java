package org.jihe.review;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** A small job on an embedded session, in a process of its own. */
final class SparkProbe {

  private SparkProbe() {}

  /** Prints the count of what a job made, or what became of it. */
  public static void main(String[] arguments) {
    SparkSession session = Sessions.current();
    try {
      long count =
          JavaSparkContext.fromSparkContext(session.sparkContext())
              .parallelize(List.of(1, 2, 3), 2)
              .map(each -> arguments.length == 0 ? each : exhausted(each))
              .groupBy(each -> each)
              .count();
      System.out.println("counted " + count);
    } catch (Exception e) { // Spark throws checked exceptions that its methods do not declare
      System.out.println("failed " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    System.exit(0);
  }

  private static int exhausted(int each) {
    throw new OutOfMemoryError("Java heap space " + each);
  }
}
