package org.jihe.cli.console;

/** What a process says to the one that started it. */
public final class ExitCode {

  /** All done. */
  public static final int DONE = 0;

  /** Done, and something waits in quarantine for a person. */
  public static final int QUARANTINE = 1;

  /** The command line was wrong; nothing was done. */
  public static final int USAGE = 2;

  /** Not done. */
  public static final int FAILED = 3;

  /** Stopped because the terminal was closed. */
  static final int HUNG_UP = 129;

  /** Stopped by a person, with Ctrl-C. */
  static final int INTERRUPTED = 130;

  /** Stopped by the system or another program. */
  static final int TERMINATED = 143;

  private ExitCode() {}
}
