package org.jihe.source.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import org.jihe.layout.Quarantined.Reason;

/**
 * What reading one source may cost, and what it has cost so far: cells, columns, depth, text, bytes
 * that are unpacked, pictures, time. Whoever reads spends of it and is stopped where it is used up,
 * or when its thread is interrupted. For one thread; what several sources unpack to that lie in one
 * another is counted by {@link Unpacked}, which their budgets share.
 */
public final class Budget {

  /** Deeper nesting of elements, tables or groups is no work of a word processor. */
  private static final int DEEPEST = 256;

  /** Longer text in one cell is none: Excel holds 32,767 characters. */
  private static final int LONGEST_TEXT = 4 << 20;

  /** A part that unpacks to more than this is looked at for its ratio. */
  private static final long LOOKED_AT = 16 << 20;

  /** XML of real workbooks shrinks to a twentieth, seldom to a fiftieth; deflate can do 1032. */
  private static final long MOST_SHRUNK = 250;

  private static final int CELLS_BETWEEN_CHECKS = 1024;

  /** Pixels of one picture: an A3 page at 600 dots per inch has 70 million. */
  private static final long MOST_PIXELS = 120_000_000;

  private final Limits limits;
  private long cells;
  private long cellsAtCheck;
  private final Unpacked inAll;
  private long unpacked;
  private long packed = Long.MAX_VALUE;
  private final long end;
  private long largestPicture;

  /** What ran out. */
  public enum Kind {
    TIME,
    COST
  }

  /**
   * Thrown from the midst of a library's work where nothing else gets through, and caught by who
   * began it; elsewhere what ran out is told by {@link ReadingStopped}.
   */
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

  /** A budget of so much time, and of what is usual for the rest. */
  public Budget(Duration time) {
    this(Limits.STANDARD, new Unpacked(Limits.STANDARD, Long.MAX_VALUE), time);
  }

  /** A budget for what unpacks nothing. */
  public Budget(Limits limits) {
    this(limits, new Unpacked(limits, Long.MAX_VALUE));
  }

  /**
   * @param inAll counts what the outermost source unpacks to
   */
  public Budget(Limits limits, Unpacked inAll) {
    this(limits, inAll, limits.time());
  }

  private Budget(Limits limits, Unpacked inAll, Duration time) {
    this.limits = limits;
    this.inAll = inAll;
    this.end = System.nanoTime() + time.toNanos();
  }

  /** Counts cells, blank ones that are declared among them. */
  public void cells(long more) throws ReadingStopped {
    cells += more;
    if (cells > limits.cells()) {
      throw exceeded("cells", cells, limits.cells());
    }
    if (cells - cellsAtCheck >= CELLS_BETWEEN_CHECKS) {
      cellsAtCheck = cells;
      checkInterrupted();
    }
  }

  /** Looks at a column's number, counted from 1. */
  public void column(long column) throws ReadingStopped {
    if (column > limits.columns()) {
      throw exceeded("columns", column, limits.columns());
    }
  }

  /** Looks at how deep something is nested. */
  public void depth(int depth) throws ReadingStopped {
    if (depth > DEEPEST) {
      throw exceeded("depth", depth, DEEPEST);
    }
  }

  /** Looks at the length of one cell's text. */
  public void text(int length) throws ReadingStopped {
    if (length > LONGEST_TEXT) {
      throw exceeded("characters of a cell", length, LONGEST_TEXT);
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

  /** Stops where the thread has been interrupted, which stays so. */
  public void checkInterrupted() throws ReadingStopped {
    if (Thread.currentThread().isInterrupted()) {
      throw new ReadingStopped(Reason.TIMED_OUT, "interrupted");
    }
  }

  /** Notes the size of the package whose parts are unpacked. */
  public void packed(long bytes) {
    packed = Math.max(1, bytes);
  }

  /** A stream that counts what comes out of a part that takes so many bytes when packed. */
  public InputStream unpacking(InputStream part, long packed) {
    return new Counted(part, packed);
  }

  private static ReadingStopped exceeded(String what, long met, long most) {
    return new ReadingStopped(
        Reason.LIMIT_EXCEEDED, String.format(Locale.ROOT, "%s: %d > %d", what, met, most));
  }

  private final class Counted extends FilterInputStream {

    private final long packed;
    private long length;

    Counted(InputStream part, long packed) {
      super(part);
      this.packed = Math.max(1, packed);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
      int read = super.read(buffer, offset, most);
      count(Math.max(0, read));
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(bytes);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(long more) throws ReadingStopped {
      length += more;
      unpacked += more;
      inAll.add(more);
      if (unpacked > limits.unpacked()) {
        throw exceeded("unpacked bytes", unpacked, limits.unpacked());
      }
      if (length > LOOKED_AT && length / packed > MOST_SHRUNK) {
        throw exceeded("times unpacked", length / packed, MOST_SHRUNK);
      }
      // Parts may share their packed bytes.
      if (unpacked > LOOKED_AT && unpacked / Budget.this.packed > MOST_SHRUNK) {
        throw exceeded("times unpacked in all", unpacked / Budget.this.packed, MOST_SHRUNK);
      }
      String excess = inAll.excess();
      if (excess != null) {
        throw new ReadingStopped(Reason.LIMIT_EXCEEDED, excess);
      }
      checkInterrupted();
    }
  }
}
