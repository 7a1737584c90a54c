package org.jihe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jihe.SampleForms;

/**
 * A process of {@link FaultsTest} that is killed at some moment: it reviews a folder again and
 * again, of whose forms one is another each time, and tidies the workspace in between.
 */
final class FaultLoop {

  private static final int CHANGING = 1;

  private FaultLoop() {}

  /** Folder of the forms, workspace, and the number of the first round. */
  public static void main(String[] arguments) throws IOException {
    Path inputs = Path.of(arguments[0]);
    for (int round = Integer.parseInt(arguments[2]); ; round++) {
      change(inputs, round);
      System.out.println("review " + round);
      Run run = Run.of("review", inputs.toString(), "--workspace", arguments[1]);
      System.out.println("ended " + run.code());
      if (run.code() > 1) {
        System.out.println(run.err());
        System.exit(run.code());
      }
      if (round % 2 == 1) {
        System.out.println("tidy " + round);
        Run tidied = Run.of("workspace", "tidy", "--keep", "1", "--workspace", arguments[1]);
        System.out.println("ended " + tidied.code() + tidied.err());
      }
    }
  }

  /** Writes the form that changes, as one. */
  static void change(Path inputs, int round) throws IOException {
    String text =
        SampleForms.texts().get(CHANGING).replaceFirst("\\d+\\.00", (1000 + round) + ".00");
    Path next = Files.writeString(inputs.resolveSibling("next.txt"), text);
    Files.move(
        next,
        inputs.resolve("changing.txt"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
