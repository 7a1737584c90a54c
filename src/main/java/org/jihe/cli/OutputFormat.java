package org.jihe.cli;

/** How results are written. */
enum OutputFormat {
  /** For people. */
  TEXT,
  /** For programs. */
  JSON
}
