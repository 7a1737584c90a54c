package org.jihe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jihe.SampleForms;
import org.jihe.cli.console.ExitCode;

/**
 * A process of {@link TwoReviewsTest}: for so many seconds it reviews one form that is another each
 * time, or reads, on a workspace that others use, too. It says how often each exit code came.
 */
final class ReviewLoop {

  private ReviewLoop() {}

  /**
   * {@code review} or {@code read}, workspace, seconds, number of the form, seconds of patience.
   */
  public static void main(String[] arguments) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[2]));
    int[] codes = new int[ExitCode.FAILED + 1];
    int time = 0;
    while (System.nanoTime() < end) {
      time++;
      Run run = arguments[0].equals("review") ? review(arguments, time) : read(arguments);
      codes[run.code()]++;
      if (run.code() > ExitCode.QUARANTINE) {
        System.out.println(run.err());
      }
    }
    System.out.println("codes " + Arrays.toString(codes) + " last " + time);
    System.exit(0);
  }

  private static Run review(String[] arguments, int time) throws IOException {
    Path workspace = Path.of(arguments[1]);
    Path form = workspace.resolveSibling("forms-" + arguments[3]).resolve("form.txt");
    Files.createDirectories(form.getParent());
    String text = SampleForms.texts().get(Integer.parseInt(arguments[3]));
    Files.writeString(form, text.replaceFirst("\\d+\\.00", (1000 + time) + ".00"));
    return Run.of(
        "review", form.toString(), "--workspace", workspace.toString(), "--wait", arguments[4]);
  }

  private static Run read(String[] arguments) {
    return Run.of("show", "停车费", "--workspace", arguments[1]);
  }
}
