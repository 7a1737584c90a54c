package org.jihe.review;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jihe.SampleForms;
import org.jihe.message.Language;
import org.jihe.view.ReviewSummary.Accounting;

/**
 * Reviews a folder of very many small files in one run, some of them unreadable, in a heap that
 * holds neither the files nor their forms, and then the same once more.
 */
final class ReviewSoak {

  private static final int FILES_A_FOLDER = 200;
  private static final int ONE_IN_UNREADABLE = 100;

  private ReviewSoak() {}

  /**
   * Prints figures of two runs over the same files.
   *
   * @param arguments number of files, and a folder to work in
   */
  public static void main(String[] arguments) throws Exception {
    int files = Integer.parseInt(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Path inputs = folder.resolve("inputs");
    long bytes = write(inputs, files);
    for (String round : List.of("first time", "the same again")) {
      long start = System.nanoTime();
      Accounting counts =
          Review.run(new ReviewRequest(List.of(inputs), folder.resolve("workspace"), Language.EN))
              .accounting();
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%-15s %,d files (%.0f MB): %,d forms, %,d in quarantine, %,d findings; %.1f s, %.0f files/s;"
              + " peak heap %,d MB of %,d%n",
          round,
          files,
          bytes / 1e6,
          counts.formsAccepted(),
          counts.sourcesQuarantined(),
          counts.findings(),
          seconds,
          files / seconds,
          peak() >> 20,
          Runtime.getRuntime().maxMemory() >> 20);
      long unreadable = ((long) files + ONE_IN_UNREADABLE - 1) / ONE_IN_UNREADABLE;
      boolean complete =
          counts.sources() == files
              && counts.formsAccepted() == files - unreadable
              && counts.sourcesQuarantined() == unreadable;
      if (!complete) {
        throw new IllegalStateException(counts.toString());
      }
    }
    Sessions.current().stop();
  }

  private static long write(Path inputs, int files) throws IOException {
    List<String> forms = SampleForms.texts();
    long bytes = 0;
    for (int i = 0; i < files; i++) {
      Path folder = inputs.resolve("department" + i / FILES_A_FOLDER);
      Files.createDirectories(folder);
      String name = "第" + i + "号";
      String form =
          forms
              .get(i % forms.size())
              .replace("上海市闵行区行政服务中心", "第" + i / FILES_A_FOLDER + "局")
              .replaceFirst("项目名称\t", "项目名称\t" + name);
      boolean unreadable = i % ONE_IN_UNREADABLE == 0;
      Charset charset = i % 2 == 0 ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
      byte[] content =
          unreadable
              ? ("PK\u0003\u0004" + name).getBytes(StandardCharsets.UTF_8)
              : form.getBytes(charset);
      bytes += content.length;
      Files.write(folder.resolve(name + ".txt"), content);
    }
    return bytes;
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(ReviewSoak::peak)
        .sum();
  }

  private static long peak(MemoryPoolMXBean pool) {
    return pool.getPeakUsage().getUsed();
  }
}
