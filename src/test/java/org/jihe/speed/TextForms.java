package org.jihe.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jihe.job.FileReading;
import org.jihe.job.FormReader;

/** How many text forms a core reads in a second, bytes to forms, one thread, after warm-up. */
final class TextForms {

  private static final int ROUNDS = 8;
  private static final double SECONDS = 3;

  private TextForms() {}

  /** Reads every named file over and over; the sample's forms where none is named. */
  public static void main(String[] arguments) throws IOException {
    String[] files =
        arguments.length == 0 ? new String[] {"datasets/minhang-2022/forms.txt"} : arguments;
    FormReader reader = new FormReader();
    for (String file : files) {
      byte[] content = Files.readAllBytes(Path.of(file));
      for (int round = 1; round <= ROUNDS; round++) {
        long forms = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < SECONDS * 1e9) {
          FileReading reading = reader.read(file, content).get(0);
          forms += reading.forms().size();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%s  %.0f forms/s%n", file, forms / seconds);
      }
    }
  }
}
