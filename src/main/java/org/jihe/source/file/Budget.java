package org.jihe.source.file;

import java.time.Duration;

/** What reading one source may still cost. For one thread. */
public final class Budget {

  /** Pixels of one picture: an A3 page at 600 dots per inch has 70 million. */
  private static final long MOST_PIXELS = 120_000_000;

  private final long end;
  private long largestPicture;

  public Budget(Duration time) {
    this.end = System.nanoTime() + time.toNanos();
  }

  /** What ran out. */
  public enum Kind {
    TIME,
    COST
  }

  /** Thrown from the midst of a library's work, and caught by who began it. */
  public static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Kind kind;

    public Exceeded(Kind kind, String message) {
      super(message, null, false, false);
      this.kind = kind;
    }

    Kind kind() {
      return kind;
    }
  }

  /** Throws where time is up. */
  public void check() {
    if (System.nanoTime() - end > 0) {
      throw new Exceeded(Kind.TIME, "");
    }
  }

  /** Time that is left. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** Notes a picture; none is unpacked before its size is known. */
  public void picture(long pixels) {
    largestPicture = Math.max(largestPicture, pixels);
  }

  /** Throws where a picture was met that is too large to be unpacked. */
  public void checkPictures() {
    if (largestPicture > MOST_PIXELS) {
      throw new Exceeded(Kind.COST, largestPicture + " pixels");
    }
  }
}
