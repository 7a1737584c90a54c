package org.jihe.source;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
 */
public record Limits(
    long bytes, int cells, int columns, int pages, int members, long unpacked, Duration time)
    implements Serializable {

  /** What can be limited, by the names that {@link #with} takes. */
  public static final List<String> NAMES =
      List.of("bytes", "cells", "columns", "pages", "members", "unpacked", "time");

  private static final long MEBIBYTE = 1 << 20;
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})([kmgs]?)");

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

  /**
   * The same limits but for one.
   *
   * @param name one of {@link #NAMES}
   * @param value a whole number above 0; for {@code bytes} and {@code unpacked} K, M or G may stand
   *     behind it, in powers of 1024; for {@code time} it is seconds
   * @throws IllegalArgumentException where there is no such limit, or the value is none for it
   */
  public Limits with(String name, String value) {
    long amount = amount(name, value);
    return switch (name) {
      case "bytes" -> new Limits(amount, cells, columns, pages, members, unpacked, time);
      case "cells" -> new Limits(bytes, small(amount), columns, pages, members, unpacked, time);
      case "columns" -> new Limits(bytes, cells, small(amount), pages, members, unpacked, time);
      case "pages" -> new Limits(bytes, cells, columns, small(amount), members, unpacked, time);
      case "members" -> new Limits(bytes, cells, columns, pages, small(amount), unpacked, time);
      case "unpacked" -> new Limits(bytes, cells, columns, pages, members, amount, time);
      case "time" ->
          new Limits(bytes, cells, columns, pages, members, unpacked, Duration.ofSeconds(amount));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static long amount(String name, String value) {
    Matcher matcher = AMOUNT.matcher(value.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(name + "=" + value);
    }
    boolean sized = name.equals("bytes") || name.equals("unpacked");
    long unit =
        switch (matcher.group(2)) {
          case "" -> 1;
          case "s" -> name.equals("time") ? 1 : 0;
          case "k" -> sized ? 1L << 10 : 0;
          case "m" -> sized ? MEBIBYTE : 0;
          default -> sized ? 1L << 30 : 0;
        };
    long number = Long.parseLong(matcher.group(1));
    if (unit == 0 || number == 0 || number > Long.MAX_VALUE / unit) {
      throw new IllegalArgumentException(name + "=" + value);
    }
    return number * unit;
  }

  private static int small(long amount) {
    return (int) Math.min(Integer.MAX_VALUE, amount);
  }
}
