package org.jihe.process;

import java.time.Duration;

/**
 * What is left changed if the process is stopped now, so that whoever stops it is told what is
 * true.
 */
public final class Changes {

  /** What a stopped process leaves behind. */
  public enum State {
    /** Everything is as it was before the command. */
    NONE,
    /** A run is being committed: nobody can say whether it counts. */
    COMMITTING,
    /** The run counts; the outputs may still be those of the run before. */
    COMMITTED,
    /** All is done but for saying so. */
    DONE,
    /** Files outside of a workspace are being written one by one. */
    FILES
  }

  private static final Object MONITOR = new Object();
  private static State state = State.NONE;

  private Changes() {}

  /** From now on this is so. */
  public static void are(State now) {
    synchronized (MONITOR) {
      state = now;
      MONITOR.notifyAll();
    }
  }

  /**
   * What has been changed. A commit that is under way is waited for.
   *
   * @param patience how long at most
   */
  public static State settled(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    synchronized (MONITOR) {
      for (long left = patience.toMillis();
          state == State.COMMITTING && left > 0;
          left = (end - System.nanoTime()) / 1_000_000) {
        try {
          MONITOR.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return state;
        }
      }
      return state;
    }
  }
}
