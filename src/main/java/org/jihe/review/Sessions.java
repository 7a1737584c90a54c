package org.jihe.review;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.jihe.process.Submission;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.workspace.file.LocalFiles;
import org.jihe.workspace.file.WorkspacePlaces;

/** Spark sessions for jobs that run in this process. */
public final class Sessions {

  private static final String FACTORY_MODE = "spark.sql.codegen.factoryMode";

  private Sessions() {}

  /** The session that is running, as under {@code spark-submit}; else an embedded one. */
  public static SparkSession current() {
    if (!Submission.isSubmitted()) {
      OwnHost.prepare();
    }
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("jihe")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", "true");
    SparkSession session = (Submission.isSubmitted() ? builder : embedded(builder)).getOrCreate();
    // The settings of the session count in this thread, and in those that it starts, only so.
    SparkSession.setActiveSession(session);
    if (!Submission.isSubmitted()) {
      // Tasks outside of queries know no settings but those that their job's thread hands them.
      session.sparkContext().setLocalProperty(FACTORY_MODE, "NO_CODEGEN");
    }
    return session;
  }

  /** Starts the session in the background, so that it is there when it is needed. */
  static void warmUp() {
    background("spark-start", Sessions::current);
  }

  private static Path warehouse() {
    return Path.of(System.getProperty("java.io.tmpdir"), "spark-warehouse");
  }

  /** Readies the rules in the background where the executors are in this process. */
  static void warmUp(RuleSet rules) {
    if (!Submission.isSubmitted()) {
      background("rules-start", () -> RuleEngine.of(rules));
    }
  }

  private static void background(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler(
        (failed, failure) -> {
          // It comes up again, and is reported, where the work is needed.
        });
    thread.start();
  }

  /**
   * Set up for inputs of up to some thousand forms: few partitions, no web page, no generated code
   * and no column batches, whose preparation takes longer than it saves.
   */
  private static SparkSession.Builder embedded(SparkSession.Builder builder) {
    String cores = String.valueOf(Math.max(2, Runtime.getRuntime().availableProcessors()));
    return builder
        .master("local[*]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.host", OwnHost.NAME)
        .config("spark.driver.bindAddress", OwnHost.address())
        // Want of memory in a task ends the job, which tells of it, and not the process.
        .config("spark.executor.killOnFatalError.depth", "0")
        // Else tasks ask for every class that is not there over the network.
        .config("spark.sql.artifact.isolation.enabled", "false")
        .config("spark.sql.shuffle.partitions", cores)
        .config("spark.default.parallelism", cores)
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.codegen.wholeStage", "false")
        .config(FACTORY_MODE, "NO_CODEGEN")
        .config("spark.sql.iceberg.vectorization.enabled", "false")
        // Whoever asks for a table that is not there would make a folder where the process stands.
        .config("spark.sql.warehouse.dir", WorkspacePlaces.address(warehouse()))
        .config("spark.hadoop." + LocalFiles.SETTING, LocalFiles.class.getName());
  }
}
