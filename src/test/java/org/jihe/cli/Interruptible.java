package org.jihe.cli;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Starts commands that hear Ctrl-C. What a shell starts in the background, the tests among it, does
 * not, and neither does anything that it starts.
 */
public final class Interruptible {

  private static final List<String> HEARING = List.of("env", "--default-signal=INT");

  private Interruptible() {}

  /** What is put before a command, so that it hears the signal again. */
  public static List<String> prefix() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(HEARING.get(0), HEARING.get(1), "true"))
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    Assumptions.assumeTrue(process.waitFor() == 0, "needs env with --default-signal");
    return HEARING;
  }
}
