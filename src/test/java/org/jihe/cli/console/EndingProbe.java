package org.jihe.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jihe.cli.Main;

/** The program with something beside it that brings it down. */
final class EndingProbe {

  private static final long AFTER_MILLIS = 20;

  private static final long WRITING_MILLIS = 500;
  private static final List<byte[]> HELD = new ArrayList<>(1 << 20);

  private EndingProbe() {}

  /** As threads of libraries do that do not notice at once that the process is to end. */
  private static void write() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WRITING_MILLIS);
    try {
      while (System.nanoTime() < end) {
        Files.createTempFile(temporary, "late", ".tmp");
      }
    } catch (IOException e) {
      // The folder is gone.
    }
  }

  /** The first argument says what happens, the others are those of the command. */
  public static void main(String[] arguments) {
    Thread thread = new Thread(() -> happen(arguments[0]), "probe");
    thread.setDaemon(true);
    thread.start();
    String[] command = new String[arguments.length - 1];
    System.arraycopy(arguments, 1, command, 0, command.length);
    Main.main(command);
  }

  private static void happen(String what) {
    try {
      while (Thread.getDefaultUncaughtExceptionHandler() == null) { // the program has begun
        Thread.sleep(AFTER_MILLIS);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    switch (what) {
      case "exit" -> System.exit(53);
      case "writing" -> {
        Thread writer = new Thread(EndingProbe::write, "writer");
        writer.setDaemon(true);
        writer.start();
        throw new OutOfMemoryError("Java heap space");
      }
      case "full" -> {
        for (int size = 1 << 22; size > 16; ) {
          try {
            HELD.add(new byte[size]);
          } catch (OutOfMemoryError e) {
            size /= 2;
          }
        }
        throw new OutOfMemoryError("Java heap space");
      }
      case "memory" -> throw new OutOfMemoryError("GC overhead limit exceeded");
      default -> throw new IllegalArgumentException(what);
    }
  }
}
