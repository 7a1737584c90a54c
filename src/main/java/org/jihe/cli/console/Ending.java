package org.jihe.cli.console;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.jihe.process.Changes;
import org.jihe.process.Scratch;
import org.jihe.process.Signals;
import org.jspecify.annotations.Nullable;

/**
 * How this process ends: once, with one of the program's own exit codes and a word about it,
 * whoever ends it — the command itself, a person, a signal, a library that gives up, want of
 * memory.
 */
public final class Ending {

  /**
   * System property: the id of the process of the launcher that started this one, 0 where that does
   * not know its own.
   */
  static final String LAUNCHER = "jihe.launcher";

  /**
   * What is added to exit codes for the launcher, so that it can tell them from those with which
   * Java itself ends, 1 among them.
   */
  static final int APART = 40;

  private static final Duration COMMIT = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 300;

  private final Console console;
  private final @Nullable Scratch scratch;
  private final int apart;
  private final AtomicBoolean ended = new AtomicBoolean();

  /** True where libraries may still be at work on what has failed. */
  private volatile boolean failed;

  /** Given back where memory runs out, so that the process can say so and tidy up. */
  private final List<byte[]> reserve = new ArrayList<>(List.of(new byte[16][64 << 10]));

  /** What is said then, drawn up while there is room. */
  private final byte[] ofMemory;

  private Ending(Console console, @Nullable Scratch scratch, int apart) {
    this.console = console;
    this.scratch = scratch;
    this.apart = apart;
    String text = console.messages().text("failure.memory", Map.of("has", Failures.megabytes()));
    this.ofMemory = (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Takes the end of this process over. */
  public static Ending of(Console console, @Nullable Scratch scratch) {
    Long launcher = Long.getLong(LAUNCHER);
    Ending ending = new Ending(console, scratch, launcher == null ? 0 : APART);
    Signals.on("INT", () -> ending.stop(ExitCode.INTERRUPTED));
    Signals.on("TERM", () -> ending.stop(ExitCode.TERMINATED));
    Signals.on("HUP", () -> ending.stop(ExitCode.HUNG_UP));
    Runtime.getRuntime().addShutdownHook(new Thread(ending::givenUp, "ending"));
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> ending.uncaught(failure));
    if (launcher != null && launcher > 0) {
      ending.watch(launcher);
    }
    return ending;
  }

  /** Ends the process after its command has told how it went. */
  public void exit(int code) {
    if (!ended.compareAndSet(false, true)) {
      waitForTheEnd();
    }
    flush();
    failed = code == ExitCode.FAILED;
    System.exit(apart + code);
  }

  /** Ends it because somebody wants so. */
  private void stop(int code) {
    Changes.State changes = Changes.settled(COMMIT);
    if (ended.compareAndSet(false, true)) {
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      console.progress().end();
      console.say("stopped." + changes.name());
      halt(code);
    }
  }

  /** A thread of some library has died; where that was for want of memory, no other is safe. */
  private void uncaught(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      reserve.clear();
    }
    try {
      if (Failures.exhausted(failure) != null) {
        fail(failure);
      } else {
        FailureLog.add(failure);
      }
    } catch (OutOfMemoryError e) { // there is no room for a word that is not drawn up yet
      try {
        say(ofMemory);
      } finally {
        halt(ExitCode.FAILED);
      }
    }
  }

  /** Ends it at once with what the failure means. */
  private void fail(Throwable failure) {
    if (!ended.compareAndSet(false, true)) {
      // Where this is the main thread, the process would end with its death and with Java's code.
      waitForTheEnd();
    }
    haltAfter(() -> new Failures(console).report(failure));
  }

  /** Whatever goes wrong in telling how it went, the process ends, and its folder goes. */
  private void haltAfter(IntSupplier telling) {
    reserve.clear();
    int code = ExitCode.FAILED;
    try {
      console.progress().end();
      code = telling.getAsInt();
    } catch (RuntimeException | Error e) { // classes that could not even be linked
      say(ofMemory);
    } finally {
      halt(code);
    }
  }

  private void say(byte[] text) {
    console.err().write(text, 0, text.length);
    console.err().flush();
  }

  /** Whoever ends the process without a word is a library that gave up, with a code of its own. */
  private void givenUp() {
    if (ended.compareAndSet(false, true)) {
      haltAfter(() -> new Failures(console).gaveUp());
    }
    reserve.clear();
    if (scratch != null && failed) {
      scratch.closeForGood();
      // Others that tidy up at the end would give threads that still run time to write again.
      Runtime.getRuntime().halt(apart + ExitCode.FAILED);
    } else if (scratch != null) {
      scratch.close();
    }
  }

  private void halt(int code) {
    try {
      flush();
      if (scratch != null) {
        scratch.closeForGood();
      }
    } finally {
      Runtime.getRuntime().halt(apart + code);
    }
  }

  private void flush() {
    console.out().flush();
    console.err().flush();
  }

  /** A launcher that is killed cannot pass on that its command should stop. */
  private void watch(long launcher) {
    Thread thread =
        new Thread(
            () -> {
              while (ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(launcher)
                  == launcher) {
                sleep(LOOK_MILLIS);
              }
              stop(ExitCode.TERMINATED);
            },
            "launcher-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private static void waitForTheEnd() {
    while (true) {
      sleep(LOOK_MILLIS);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      // Nothing ends this but the process.
    }
  }
}
