package org.jihe.speed;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where the tasks of Spark in this process spend their time, by looking every few milliseconds. */
public final class Sampler implements AutoCloseable {

  private static final int MILLISECONDS = 10;

  private final Map<String, Integer> samples = new LinkedHashMap<>();
  private final Thread thread = new Thread(this::run, "sampler");
  private volatile boolean done;

  public Sampler() {
    for (String part :
        new String[] {
          "read",
          "decode",
          "plain rules",
          "facts",
          "engine",
          "findings",
          "audit",
          "codec",
          "encode",
          "shuffle and cache",
          "write",
          "other"
        }) {
      samples.put(part, 0);
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** How often each part of the work was seen. */
  public Map<String, Integer> samples() {
    return samples;
  }

  private void run() {
    while (!done) {
      try {
        Thread.sleep(MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      for (Map.Entry<Thread, StackTraceElement[]> one : Thread.getAllStackTraces().entrySet()) {
        if (one.getKey().getName().startsWith("Executor task")
            && one.getKey().getState() == Thread.State.RUNNABLE) {
          String part = part(one.getValue());
          if (!part.isEmpty()) {
            samples.merge(part, 1, Integer::sum);
          }
        }
      }
    }
  }

  /** The part of the innermost frame that belongs to one; nothing for a thread without a task. */
  private static String part(StackTraceElement[] stack) {
    boolean task = false;
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      String part = part(name, name.toLowerCase(Locale.ROOT));
      if (!part.isEmpty()) {
        return part;
      }
      task |= name.startsWith("org.apache.spark.scheduler.ResultTask");
    }
    return task ? "other" : "";
  }

  private static String part(String name, String lower) {
    if (name.startsWith("org.jihe.speed.PlainRules")) {
      return "plain rules";
    }
    if (name.startsWith("org.jihe.rule.audit.ScoreAudits")) {
      return "audit";
    }
    if (name.startsWith("org.jihe.rule.fact.")
        || name.startsWith("org.jihe.form.measure.Measures")) {
      return "facts";
    }
    if (name.startsWith("org.drools")
        || name.startsWith("org.kie")
        || name.startsWith("org.jihe.rule.engine.RuleEngine")) {
      return "engine";
    }
    if (name.startsWith("org.jihe.rule.engine.Verdicts")) {
      return "findings";
    }
    if (name.startsWith("org.jihe.table.FormCodec")
        || name.startsWith("org.jihe.table.Rows")
        || name.startsWith("org.apache.spark.sql.catalyst.CatalystTypeConverters")) {
      return "decode";
    }
    if (name.startsWith("org.jihe.table.") || name.startsWith("org.jihe.review.Check")) {
      return "codec";
    }
    if (name.startsWith("org.apache.parquet") || name.startsWith("org.apache.iceberg")) {
      return lower.contains("read") ? "read" : "write";
    }
    if (name.startsWith("org.apache.spark.shuffle")
        || name.startsWith("org.apache.spark.serializer")
        || name.startsWith("org.apache.spark.storage")
        || name.startsWith("org.apache.spark.sql.execution.exchange")
        || name.startsWith("org.apache.spark.util.collection")
        || name.startsWith("org.apache.spark.sql.execution.UnsafeRowSerializer")
        || name.startsWith("org.apache.spark.sql.execution.UnsafeExternal")
        || name.startsWith("org.apache.spark.sql.execution.SortExec")) {
      return "shuffle and cache";
    }
    if (name.startsWith("org.apache.spark.sql.catalyst")) {
      return "encode";
    }
    return "";
  }

  @Override
  public void close() {
    done = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
