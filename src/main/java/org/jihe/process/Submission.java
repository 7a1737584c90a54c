package org.jihe.process;

/** Whether Spark's own scripts started this process: then it is theirs to set up and to end. */
public final class Submission {

  private Submission() {}

  /** As under {@code spark-submit}. */
  public static boolean isSubmitted() {
    return System.getProperty("spark.master") != null;
  }
}
