package org.jihe.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What this process's command has done so far, for whoever watches it. Safe for any thread. */
public final class RunFacts {

  private static final Object LOCK = new Object();
  private static final Map<String, Long> COUNTS = new TreeMap<>();
  private static final Map<String, Long> NANOS = new LinkedHashMap<>();
  private static String run = "";
  private static String step = "";
  private static long since;

  private RunFacts() {}

  /**
   * What there is to tell.
   *
   * @param run id of the run in the workspace; empty where there was none
   * @param counts how many of what
   * @param nanos how long each step has taken, in their order
   */
  public record Told(String run, Map<String, Long> counts, Map<String, Long> nanos) {}

  /** A command begins: nothing is known of it. */
  public static void begin() {
    synchronized (LOCK) {
      COUNTS.clear();
      NANOS.clear();
      run = "";
      step = "";
    }
  }

  /** A step begins; the one before it is done. */
  public static void begins(String next) {
    synchronized (LOCK) {
      end();
      step = next;
      since = System.nanoTime();
    }
  }

  private static void end() {
    if (!step.isEmpty()) {
      NANOS.merge(step, System.nanoTime() - since, Long::sum);
      step = "";
    }
  }

  /** The run of the workspace that it is, and how many of what it has counted. */
  public static void counted(String id, Map<String, Long> counts) {
    synchronized (LOCK) {
      run = id;
      COUNTS.putAll(counts);
    }
  }

  /** What there is to tell now; a step that goes on is told as far as it has come. */
  public static Told told() {
    synchronized (LOCK) {
      String going = step;
      end();
      if (!going.isEmpty()) {
        step = going;
        since = System.nanoTime();
      }
      return new Told(run, new TreeMap<>(COUNTS), new LinkedHashMap<>(NANOS));
    }
  }
}
