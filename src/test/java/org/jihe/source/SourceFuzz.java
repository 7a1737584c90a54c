package org.jihe.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.detect.Detector;
import org.jihe.source.file.Format;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;

/**
 * Damages files of every format of this package at random and reads them. The first argument is how
 * many, the second the seed; the same seed gives the same files.
 */
final class SourceFuzz {

  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** What a reader of this package should have foreseen. */
  private static final Pattern MISTAKE =
      Pattern.compile(
          "(?:NullPointer|\\w*IndexOutOf|ClassCast|NegativeArray|Arithmetic|NumberFormat|IllegalState"
              + "|UnsupportedOperation|NoSuchElement|ConcurrentMod|BufferUnder|Assertion)\\w*.*",
          Pattern.DOTALL);

  private static final List<String> WORDS =
      List.of(
          "<table>",
          "</table>",
          "<tr>",
          "<td>",
          "<td colspan=99999 rowspan=99999>",
          "<div>",
          "<!--",
          "<![CDATA[",
          "&#x10FFFF;",
          "<pre>",
          "<style>",
          "<script>",
          "\"",
          "\"\"",
          ",",
          ";",
          "\t",
          "\n",
          "\r",
          "\f",
          "  ",
          "{",
          "}",
          "[",
          "]",
          ":",
          "\\u0000",
          "\\ud800",
          "1e999999999",
          "null",
          "\u0000",
          "\u00FF\u00FE",
          "\u00EF\u00BB\u00BF",
          "PK\u0003\u0004",
          "PK\u0001\u0002",
          "PK\u0005\u0006",
          "\u00D0\u00CF\u0011\u00E0",
          "%PDF-",
          "--b",
          "=E9=A",
          "sep=,",
          "\u00FF\u00FF\u00FF\u007F",
          "\u00FF\u00FF\u00FF\u00FF",
          "MIME-Version:",
          "{\\rtf1");

  private final List<RawFile> seeds = FuzzSeeds.all();
  private final Sources sources = new Sources(Limits.STANDARD.with("time", "30s"));
  private final long seed;

  /** What went wrong. */
  final List<String> mistakes = new ArrayList<>();

  /** How many members and files ended how. */
  final Map<String, Integer> ends = new TreeMap<>();

  final Map<Format, Integer> formats = new EnumMap<>(Format.class);
  long slowestMillis;
  int files;

  SourceFuzz(long seed) {
    this.seed = seed;
    Detector.detect(new RawFile("a", new byte[] {1, 2, 3})); // the list of types is read once
  }

  /** Reads so many damaged files. */
  void run(int count) {
    for (int i = 0; i < count; i++) {
      Random random = new Random((seed * 1_000_003 + i) * MIX);
      RawFile file = seeds.get(i % seeds.size());
      RawFile damaged = new RawFile(file.name(), damaged(file.content(), random));
      read(damaged, i);
    }
  }

  private void read(RawFile file, int number) {
    long start = System.nanoTime();
    int[] readings = {0};
    try {
      sources.read(
          file,
          reading -> {
            readings[0]++;
            check(reading, number);
          });
    } catch (RuntimeException | Error e) {
      mistakes.add(number + " " + file.name() + " " + e);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    slowestMillis = Math.max(slowestMillis, millis);
    if (millis > LONGEST.toMillis() && millisAgain(file) > LONGEST.toMillis()) {
      mistakes.add(number + " " + file.name() + " took " + millis + " ms");
    }
    if (readings[0] == 0) {
      mistakes.add(number + " " + file.name() + " gave nothing");
    }
    files++;
  }

  /** The machine may have been busy with something else: a slow file is slow again. */
  private long millisAgain(RawFile file) {
    long start = System.nanoTime();
    sources.read(file);
    return (System.nanoTime() - start) / 1_000_000;
  }

  private void check(Sources.Reading reading, int number) {
    formats.merge(reading.format(), 1, Integer::sum);
    Quarantined refusal = reading.refusal();
    ends.merge(refusal == null ? "READ" : refusal.reason().name(), 1, Integer::sum);
    if ((reading.document() == null) == (refusal == null)) {
      mistakes.add(number + " " + reading.file() + " gave neither or both");
    }
    if (refusal != null
        && (MISTAKE.matcher(refusal.detail()).matches()
            || refusal.reason() == Reason.TIMED_OUT
            || refusal.detail().equals("out of memory"))) {
      mistakes.add(number + " " + refusal);
    }
  }

  private byte[] damaged(byte[] content, Random random) {
    byte[] bytes = content;
    int times = 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 4);
    for (int i = 0; i < times; i++) {
      bytes = once(bytes, random);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(3) == 0 ? 500 : 8));
    switch (random.nextInt(9)) {
      case 0 -> {
        byte[] flipped = bytes.clone();
        for (int i = at; i < at + length; i++) {
          flipped[i] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
      }
      case 1 -> {
        byte[] noise = bytes.clone();
        for (int i = at; i < at + length; i++) {
          noise[i] = (byte) random.nextInt();
        }
        return noise;
      }
      case 2 -> {
        return replaced(bytes, at, length, new byte[0]);
      }
      case 3 -> {
        return replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      }
      case 4 -> {
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
      }
      case 5 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size())).content();
        int from = random.nextInt(other.length);
        int to = Math.min(other.length, from + 1 + random.nextInt(2000));
        return replaced(bytes, at, length, Arrays.copyOfRange(other, from, to));
      }
      default -> {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        int repeat = random.nextInt(20) == 0 ? 1 + random.nextInt(3000) : 1;
        return replaced(bytes, at, random.nextInt(3), word.repeat(repeat).getBytes(ISO_8859_1));
      }
    }
  }

  private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
    int behind = Math.min(bytes.length, at + length);
    byte[] result = Arrays.copyOf(bytes, at + by.length + bytes.length - behind);
    System.arraycopy(by, 0, result, at, by.length);
    System.arraycopy(bytes, behind, result, at + by.length, bytes.length - behind);
    return result;
  }

  public static void main(String[] arguments) {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40_000;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    SourceFuzz fuzz = new SourceFuzz(seed);
    long start = System.nanoTime();
    fuzz.run(count);
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    System.out.printf(
        "%,d files in %d s, slowest %d ms, %s%nreadings %s%nmistakes %d%n",
        fuzz.files, seconds, fuzz.slowestMillis, fuzz.formats, fuzz.ends, fuzz.mistakes.size());
    fuzz.mistakes.stream().limit(20).forEach(System.out::println);
    if (!fuzz.mistakes.isEmpty()) {
      System.exit(1);
    }
  }
}
