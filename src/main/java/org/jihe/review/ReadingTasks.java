package org.jihe.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import org.jihe.reading.FileReading;
import org.jihe.reading.FormReader;
import org.jihe.reading.InputFile;
import org.jihe.source.file.Limits;
import org.jihe.template.declaration.TemplateSet;

/** Has the executors read files, and tells how far they are. */
public final class ReadingTasks {

  private static final int FILES_PER_TASK = 16;
  private static final long BYTES_PER_TASK = 8L << 20;
  private static final long TELL_EVERY_MILLIS = 250;

  private final JavaRDD<FileReading> readings;
  private final Supplier<Progress.Reading> state;

  private ReadingTasks(JavaRDD<FileReading> readings, Supplier<Progress.Reading> state) {
    this.readings = readings;
    this.state = state;
  }

  /** Nothing is read before the readings are asked for; then they are kept. */
  static ReadingTasks of(JavaSparkContext context, List<InputFile> files, ReviewRequest request) {
    Limits limits = request.reading().limits();
    TemplateSet templates = request.reading().templates();
    List<List<InputFile>> tasks = tasks(files);
    LongAccumulator filesRead = context.sc().longAccumulator();
    LongAccumulator bytesRead = context.sc().longAccumulator();
    LongAccumulator forms = context.sc().longAccumulator();
    long allBytes = files.stream().mapToLong(InputFile::bytes).sum();
    JavaRDD<FileReading> readings =
        context
            .parallelize(tasks, Math.max(1, tasks.size()))
            .flatMap(
                task -> {
                  FormReader reader = new FormReader(limits, templates);
                  // One file after the other: what was read of the last one is with Spark by now.
                  return task.stream()
                      .flatMap(
                          file -> {
                            List<FileReading> each = reader.read(file);
                            filesRead.add(1);
                            bytesRead.add(file.bytes());
                            each.forEach(reading -> forms.add(reading.forms().size()));
                            return each.stream();
                          })
                      .iterator();
                })
            .persist(StorageLevel.MEMORY_AND_DISK_SER());
    return new ReadingTasks(
        readings,
        () ->
            new Progress.Reading(
                filesRead.value(), files.size(), bytesRead.value(), allBytes, forms.value()));
  }

  JavaRDD<FileReading> readings() {
    return readings;
  }

  /** Does work that reads the files, and tells meanwhile how many have been read. */
  <T> T telling(Progress progress, Supplier<T> work) {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    try {
      ScheduledFuture<?> ticking =
          clock.scheduleAtFixedRate(
              () -> progress.reads(state.get()),
              TELL_EVERY_MILLIS,
              TELL_EVERY_MILLIS,
              TimeUnit.MILLISECONDS);
      T result = work.get();
      ticking.cancel(false);
      clock.shutdownNow();
      clock.awaitTermination(1, TimeUnit.SECONDS);
      progress.reads(state.get());
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      clock.shutdownNow();
    }
  }

  /**
   * Some files a task, fewer where they are large; the tasks with the most bytes begin first, so
   * that the last to end does not keep the others waiting for long.
   */
  public static List<List<InputFile>> tasks(List<InputFile> files) {
    List<List<InputFile>> tasks = new ArrayList<>();
    List<InputFile> task = new ArrayList<>();
    long bytes = 0;
    for (InputFile file : files) {
      boolean full = task.size() == FILES_PER_TASK || bytes + file.bytes() > BYTES_PER_TASK;
      if (full && !task.isEmpty()) {
        tasks.add(List.copyOf(task));
        task.clear();
        bytes = 0;
      }
      task.add(file);
      bytes += file.bytes();
    }
    if (!task.isEmpty()) {
      tasks.add(List.copyOf(task));
    }
    tasks.sort(Comparator.comparingLong(ReadingTasks::bytes).reversed());
    return tasks;
  }

  private static long bytes(List<InputFile> task) {
    return task.stream().mapToLong(InputFile::bytes).sum();
  }
}
