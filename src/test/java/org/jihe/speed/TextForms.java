package org.jihe.speed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jihe.reading.FileReading;
import org.jihe.reading.FormReader;

/**
 * How many text forms a core reads in a second, bytes to forms, one thread, after warm-up: by the
 * clock, and by the processor time of the thread, which other programs on the machine hardly
 * change.
 */
final class TextForms {

  private static final int ROUNDS = 8;
  private static final double SECONDS = 3;

  private TextForms() {}

  /** Reads every named file over and over; the sample's forms where none is named. */
  public static void main(String[] arguments) throws IOException {
    String[] files =
        arguments.length == 0 ? new String[] {"datasets/minhang-2022/forms.txt"} : arguments;
    FormReader reader = new FormReader();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (String file : files) {
      byte[] content = Files.readAllBytes(Path.of(file));
      double least = Double.POSITIVE_INFINITY;
      for (int round = 1; round <= ROUNDS; round++) {
        long forms = 0;
        long start = System.nanoTime();
        long processor = threads.getCurrentThreadCpuTime();
        while (System.nanoTime() - start < SECONDS * 1e9) {
          FileReading reading = reader.read(file, content).get(0);
          forms += reading.forms().size();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double microseconds = (threads.getCurrentThreadCpuTime() - processor) / 1e3 / forms;
        least = Math.min(least, microseconds);
        System.out.printf(
            Locale.ROOT,
            "%s  %.0f forms/s by the clock, %.0f µs of processor time a form%n",
            file,
            forms / seconds,
            microseconds);
      }
      System.out.printf(
          Locale.ROOT, "%s  least: %.0f µs, %.0f forms/s%n", file, least, 1e6 / least);
    }
  }
}
