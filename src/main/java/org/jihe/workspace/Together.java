package org.jihe.workspace;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does independent steps at the same time: most of a small Spark action is waiting for the driver.
 */
public final class Together {

  private Together() {}

  /**
   * Runs all steps and returns when the last has ended, also where one fails or the thread is
   * interrupted: what calls this may take back what the steps have written, and none may write
   * after that. Of several failures the first step's is thrown and holds the others as suppressed.
   *
   * @throws IllegalStateException where the thread was interrupted; it is so still, and the steps
   *     were interrupted, too
   */
  public static void run(Runnable... steps) {
    ExecutorService threads = Executors.newFixedThreadPool(steps.length);
    try {
      List<Callable<Object>> calls = Stream.of(steps).map(Executors::callable).toList();
      throwFirst(threads.invokeAll(calls));
    } catch (InterruptedException e) {
      threads.shutdownNow();
      awaitEnd(threads);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while steps were running", e);
    } finally {
      threads.shutdown();
    }
  }

  private static void throwFirst(List<Future<Object>> ended) throws InterruptedException {
    Throwable first = null;
    for (Future<Object> step : ended) {
      Throwable failure = failure(step);
      if (first == null) {
        first = failure;
      } else if (failure != null && failure != first) {
        first.addSuppressed(failure);
      }
    }
    if (first instanceof RuntimeException failure) {
      throw failure;
    }
    if (first instanceof Error failure) {
      throw failure;
    }
    if (first != null) {
      throw new IllegalStateException(first);
    }
  }

  private static @Nullable Throwable failure(Future<Object> ended) throws InterruptedException {
    try {
      ended.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }

  /** Another interrupt while waiting changes nothing: the steps have been told already. */
  private static void awaitEnd(ExecutorService threads) {
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException again) {
        ended = false;
      }
    }
  }
}
