package org.jihe.cli.console;

import org.jihe.cli.Main;

/** The program with something beside it that brings it down. */
final class EndingProbe {

  private static final long AFTER_MILLIS = 20;

  private EndingProbe() {}

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
      case "memory" -> throw new OutOfMemoryError("GC overhead limit exceeded");
      default -> throw new IllegalArgumentException(what);
    }
  }
}
