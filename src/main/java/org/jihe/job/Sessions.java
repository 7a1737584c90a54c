package org.jihe.job;

import org.apache.spark.sql.SparkSession;

/** Spark sessions for jobs that run in this process. */
public final class Sessions {

  private Sessions() {}

  /**
   * The session that is running, as under {@code spark-submit}; else an embedded one, set up for
   * inputs of up to some thousand forms: few partitions, no web page, and no generated code, whose
   * compilation takes longer than it saves.
   */
  public static SparkSession embedded() {
    return SparkSession.builder()
        .appName("jihe")
        .config("spark.master", System.getProperty("spark.master", "local[*]"))
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.host", "localhost")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.default.parallelism", "4")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.datetime.java8API.enabled", "true")
        .getOrCreate();
  }
}
