package org.jihe.source.file;

import java.math.BigDecimal;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined.Reason;

/**
 * Lets a reader read for as long as the limit allows, in a thread of its own where it may take
 * long, and turns whatever still goes wrong in it into a refusal: nothing that a reader throws gets
 * past.
 */
public final class TimedReading {

  /** Readings that outlived their time and still run; no more of them are left behind at once. */
  private static final int MOST_ABANDONED = 16;

  /** A text of this size is read in milliseconds, so that nobody needs to look at the clock. */
  private static final int SHORT = 1 << 20;

  private static final int LONGEST_DETAIL = 200;
  private static final long STACK = 4 << 20;
  private static final long POLL_MILLIS = 20;
  private static final AtomicInteger ABANDONED = new AtomicInteger();
  private static final ThreadPoolExecutor WORKERS =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          30,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          TimedReading::worker);

  private TimedReading() {}

  /** What is read. */
  @FunctionalInterface
  public interface Task {
    Document read() throws Refusal;
  }

  private enum State {
    RUNNING,
    ENDED,
    ABANDONED
  }

  /** Reads under the limits; a short text in this thread, anything else in a worker. */
  public static Document read(Format format, RawFile source, Limits limits, Task task)
      throws Refusal {
    boolean text = format == Format.TEXT || format == Format.CSV;
    return text && source.content().length <= SHORT
        ? guarded(source, task)
        : timed(source, limits, task);
  }

  /** Reads in this thread. */
  static Document guarded(RawFile source, Task task) throws Refusal {
    try {
      return task.read();
    } catch (StackOverflowError e) {
      throw new Refusal(source, Reason.LIMIT_EXCEEDED, "nested too deeply", "");
    } catch (OutOfMemoryError e) {
      throw new Refusal(source, Reason.LIMIT_EXCEEDED, "out of memory", "");
    } catch (RuntimeException | Error e) {
      throw new Refusal(source, Reason.DAMAGED, words(e), "");
    }
  }

  /** Reads in a worker thread, which is left behind where it takes longer than the limit. */
  private static Document timed(RawFile source, Limits limits, Task task) throws Refusal {
    long millis = Math.max(1, limits.time().toMillis());
    AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    Future<Document> reading = null;
    try {
      awaitRoom(source, millis);
      reading = WORKERS.submit(() -> run(source, task, state));
      return reading.get(millis, TimeUnit.MILLISECONDS);
    } catch (OutOfMemoryError e) {
      throw new Refusal(source, Reason.LIMIT_EXCEEDED, "no more threads", "");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw new Refusal(source, Reason.DAMAGED, words(e), "");
    } catch (TimeoutException e) {
      abandon(reading, state);
      throw new Refusal(source, Reason.TIMED_OUT, seconds(millis) + " s", "");
    } catch (InterruptedException e) {
      if (reading != null) {
        abandon(reading, state);
      }
      Thread.currentThread().interrupt();
      throw new CancellationException("reading of " + source.name() + " was interrupted");
    }
  }

  private static Document run(RawFile source, Task task, AtomicReference<State> state)
      throws Refusal {
    try {
      return guarded(source, task);
    } finally {
      if (!state.compareAndSet(State.RUNNING, State.ENDED)) {
        ABANDONED.decrementAndGet();
      }
    }
  }

  private static void abandon(Future<Document> reading, AtomicReference<State> state) {
    ABANDONED.incrementAndGet();
    if (!state.compareAndSet(State.RUNNING, State.ABANDONED)) {
      ABANDONED.decrementAndGet(); // it ended this very moment
    }
    reading.cancel(true);
  }

  private static void awaitRoom(RawFile source, long millis) throws Refusal, InterruptedException {
    long waited = 0;
    while (ABANDONED.get() >= MOST_ABANDONED) {
      if (waited >= millis) {
        String detail = MOST_ABANDONED + " earlier readings have not ended";
        throw new Refusal(source, Reason.TIMED_OUT, detail, "");
      }
      Thread.sleep(POLL_MILLIS);
      waited += POLL_MILLIS;
    }
  }

  private static String seconds(long millis) {
    return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
  }

  /** What an error says, in one line. */
  public static String words(Throwable error) {
    String message = error.getMessage();
    String name = error.getClass().getSimpleName();
    String words = message == null || message.isBlank() ? name : name + ": " + message.strip();
    return words
        .substring(0, Math.min(LONGEST_DETAIL, words.length()))
        .replaceAll("\\p{Cntrl}", " ");
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(null, task, "jihe-reader", STACK);
    thread.setDaemon(true);
    return thread;
  }
}
