package org.jihe.source;

import java.time.Duration;

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
    long bytes, int cells, int columns, int pages, int members, long unpacked, Duration time) {

  private static final long MEBIBYTE = 1 << 20;

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
}
