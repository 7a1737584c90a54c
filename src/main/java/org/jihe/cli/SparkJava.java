package org.jihe.cli;

import java.util.Map;

/** Whether the running Java can run Spark. */
final class SparkJava {

  /** From here on Java has no security manager, which Spark's Hadoop libraries still ask. */
  private static final int FIRST_WITHOUT = 24;

  private SparkJava() {}

  /** True where it can; else says what to do. */
  static boolean suits(Console console, int version) {
    if (version < FIRST_WITHOUT) {
      return true;
    }
    console.say("failure.java", Map.of("version", version));
    return false;
  }
}
