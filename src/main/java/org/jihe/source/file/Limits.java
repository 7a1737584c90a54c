package org.jihe.source.file;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What reading one source may cost.
 *
 * @param bytes size of a source
 * @param cells cells of a source, blank ones that a table declares among them
 * @param columns columns of a table
 * @param pages pages of a paged source
 * @param members files of an archive, those of archives inside it among them
 * @param unpacked bytes of all that a packed source unpacks to
 * @param time time for one source
 * @param depth archives inside one another, the outermost among them
 * @param ratio how many times its packed size a large member of an archive may unpack to
 */
public record Limits(
    long bytes,
    int cells,
    int columns,
    int pages,
    int members,
    long unpacked,
    Duration time,
    int depth,
    int ratio)
    implements Serializable {

  private static final long MEBIBYTE = 1 << 20;
  private static final int USUAL_DEPTH = 3;
  private static final int USUAL_RATIO = 300;

  /** Limits that no honest form meets: the largest collections of a city have some 2,000 pages. */
  public static final Limits STANDARD =
      new Limits(
          256 * MEBIBYTE,
          4_000_000,
          1_000,
          5_000,
          100_000,
          2_048 * MEBIBYTE,
          Duration.ofMinutes(2));

  /** A source is an array in memory. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

  private static final long MOST_TIME = 999_999_999;

  /** Limits that are counts, in the order of {@link #counts}. */
  private static final List<String> COUNTS =
      List.of("cells", "columns", "pages", "members", "depth", "ratio");

  private static final Pattern SIZE = Pattern.compile("(\\d{1,18})\\s*(|k|m|g)(?:i?b)?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|min|h|)");
  private static final Map<String, Long> FACTORS =
      Map.of("", 1L, "k", 1L << 10, "m", 1L << 20, "g", 1L << 30);

  /** Limits with the usual depth and ratio of archives. */
  public Limits(
      long bytes, int cells, int columns, int pages, int members, long unpacked, Duration time) {
    this(bytes, cells, columns, pages, members, unpacked, time, USUAL_DEPTH, USUAL_RATIO);
  }

  /** Names of the limits, as {@link #with} takes them. */
  public static List<String> names() {
    return List.of(
        "bytes", "cells", "columns", "pages", "members", "unpacked", "time", "depth", "ratio");
  }

  /** What one of the {@link #names} is set to, as {@link #with} takes it. */
  public String setting(String name) {
    return switch (name) {
      case "bytes" -> size(bytes);
      case "unpacked" -> size(unpacked);
      case "time" -> time.toMillis() % 1_000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
      default -> String.valueOf(counts()[COUNTS.indexOf(name)]);
    };
  }

  private static String size(long bytes) {
    return bytes % MEBIBYTE == 0 ? bytes / MEBIBYTE + "M" : String.valueOf(bytes);
  }

  /** The greatest value of a limit, as {@link #with} takes it. */
  public static String most(String name) {
    return switch (name) {
      case "bytes" -> String.valueOf(MOST_BYTES);
      case "unpacked" -> String.valueOf(Long.MAX_VALUE);
      case "time" -> MOST_TIME + "s";
      default -> String.valueOf(Integer.MAX_VALUE);
    };
  }

  /**
   * These limits with one of them set anew.
   *
   * @param name one of {@link #names}
   * @param value a whole number, with {@code k}, {@code m} or {@code g} behind it for as many times
   *     1,024 (of those); a time in {@code ms}, {@code s}, {@code m} or {@code h}, in seconds where
   *     no unit is given
   * @throws BadLimit where there is no such limit or it cannot have the value
   */
  public Limits with(String name, String value) {
    return switch (name) {
      case "bytes" -> copy(within(name, value, MOST_BYTES), unpacked, time, counts());
      case "unpacked" -> copy(bytes, within(name, value, Long.MAX_VALUE), time, counts());
      case "time" -> copy(bytes, unpacked, duration(name, value), counts());
      default -> count(name, value);
    };
  }

  private int[] counts() {
    return new int[] {cells, columns, pages, members, depth, ratio};
  }

  private Limits count(String name, String value) {
    int[] counts = counts();
    if (!COUNTS.contains(name)) {
      throw new BadLimit(name, value, BadLimit.Problem.UNKNOWN_NAME);
    }
    counts[COUNTS.indexOf(name)] = (int) within(name, value, Integer.MAX_VALUE);
    return copy(bytes, unpacked, time, counts);
  }

  private static Limits copy(long bytes, long unpacked, Duration time, int[] counts) {
    return new Limits(
        bytes, counts[0], counts[1], counts[2], counts[3], unpacked, time, counts[4], counts[5]);
  }

  private static long within(String name, String value, long most) {
    Matcher matcher = SIZE.matcher(value.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new BadLimit(name, value, BadLimit.Problem.NO_NUMBER);
    }
    long number = Long.parseLong(matcher.group(1));
    long factor = FACTORS.getOrDefault(matcher.group(2), 1L);
    if (number < 1 || number > most / factor) {
      throw new BadLimit(name, value, BadLimit.Problem.OUT_OF_RANGE);
    }
    return number * factor;
  }

  private static Duration duration(String name, String value) {
    Matcher matcher = TIME.matcher(value.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new BadLimit(name, value, BadLimit.Problem.NO_NUMBER);
    }
    long number = Long.parseLong(matcher.group(1));
    if (number < 1) {
      throw new BadLimit(name, value, BadLimit.Problem.OUT_OF_RANGE);
    }
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "m", "min" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
