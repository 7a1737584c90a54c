package org.jihe.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import org.jihe.SampleForms;
import org.jihe.source.file.RawFile;
import org.jsoup.Jsoup;

/**
 * How long the readers take beside the bare libraries on the same bytes, in processor time of all
 * threads that take part. The medians of several rounds.
 */
final class SourceSpeed {

  private static final int ROUNDS = 15;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  private static long sink;

  private SourceSpeed() {}

  /** What is measured. */
  private interface Work {
    long run() throws IOException;
  }

  private static double microseconds(Work work, int times) throws IOException {
    double[] rounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = processorTime();
      for (int i = 0; i < times; i++) {
        sink += work.run();
      }
      rounds[round] = (processorTime() - start) / 1000.0 / times;
    }
    Arrays.sort(rounds);
    return rounds[ROUNDS / 2];
  }

  private static long processorTime() {
    long sum = 0;
    for (long id : THREADS.getAllThreadIds()) {
      sum += counts(id) ? Math.max(0, THREADS.getThreadCpuTime(id)) : 0;
    }
    return sum;
  }

  private static boolean counts(long id) {
    var info = THREADS.getThreadInfo(id);
    return info != null
        && (info.getThreadName().equals("main") || info.getThreadName().startsWith("jihe-reader"));
  }

  private static void compare(String name, int times, Work ours, Work bare) throws IOException {
    microseconds(ours, times); // warm-up
    microseconds(bare, times);
    double own = microseconds(ours, times);
    double library = microseconds(bare, times);
    System.out.printf(
        "%-22s %10.1f µs, bare %10.1f µs, ratio %.2f%n", name, own, library, own / library);
  }

  private static long read(RawFile file) {
    return Shown.SOURCES.read(file).get(0).document().grids().size();
  }

  public static void main(String[] arguments) throws IOException {
    List<String> forms = SampleForms.texts();
    int[] next = {0};
    List<RawFile> texts =
        forms.stream().map(form -> new RawFile("a.txt", form.getBytes(UTF_8))).toList();
    compare(
        "text, a form",
        600,
        () -> read(texts.get(next[0]++ % texts.size())),
        () ->
            new String(texts.get(next[0]++ % texts.size()).content(), UTF_8)
                .split("[\t\n]")
                .length);

    List<RawFile> pages =
        forms.stream()
            .map(form -> new RawFile("a.html", FuzzSeeds.page(form).getBytes(UTF_8)))
            .toList();
    compare(
        "html, a form",
        120,
        () -> read(pages.get(next[0]++ % pages.size())),
        () ->
            Jsoup.parse(
                    new ByteArrayInputStream(pages.get(next[0]++ % pages.size()).content()),
                    null,
                    "")
                .childNodeSize());
    RawFile collection =
        new RawFile("a.html", FuzzSeeds.page(String.join("", forms)).getBytes(UTF_8));
    compare(
        "html, thirty forms",
        6,
        () -> read(collection),
        () ->
            Jsoup.parse(new ByteArrayInputStream(collection.content()), null, "").childNodeSize());

    RawFile csv = new RawFile("a.csv", FuzzSeeds.csv(String.join("", forms)).getBytes(UTF_8));
    compare(
        "csv, thirty forms",
        20,
        () -> read(csv),
        () -> {
          try (MappingIterator<String[]> rows =
              CSV.readerFor(String[].class).readValues(csv.content())) {
            return rows.readAll().size();
          }
        });

    String transcripts = SampleForms.transcripts().toString();
    RawFile json = new RawFile("a.json", transcripts.getBytes(UTF_8));
    compare(
        "json, thirty forms",
        20,
        () -> read(json),
        () -> JSON.readValue(json.content(), JsonNode.class).size());
    System.out.println(sink == 0 ? "nothing read" : "");
  }
}
