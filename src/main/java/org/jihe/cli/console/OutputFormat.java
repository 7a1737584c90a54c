package org.jihe.cli.console;

/** How results are written. */
public enum OutputFormat {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON
}
