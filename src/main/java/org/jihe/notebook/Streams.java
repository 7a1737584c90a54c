package org.jihe.notebook;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The process's standard output, which is a cell's while it runs. */
final class Streams {

  private final PrintStream before;

  private Streams(PrintStream before) {
    this.before = before;
  }

  /** From now on what is printed goes there, until this is closed. */
  static Streams to(OutputStream out) {
    Streams diverted = new Streams(System.out);
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    return diverted;
  }

  void close() {
    System.setOut(before);
  }
}
