package org.jihe.api;

import org.apache.spark.sql.SparkSession;
import org.jihe.review.Sessions;

/** A Spark session in this process, set up as the commands set it up. */
public final class LocalSession {

  private LocalSession() {}

  /**
   * The session that is running, as under {@code spark-submit}; else one in this process on all of
   * its cores, with few partitions and no web page.
   */
  public static SparkSession open() {
    return Sessions.current();
  }
}
