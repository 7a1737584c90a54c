package org.jihe.cli;

/** What a process says to the one that started it. */
final class ExitCode {

  /** All done. */
  static final int DONE = 0;

  /** Done, and something waits in quarantine for a person. */
  static final int QUARANTINE = 1;

  /** The command line was wrong; nothing was done. */
  static final int USAGE = 2;

  /** Not done. */
  static final int FAILED = 3;

  private ExitCode() {}
}
