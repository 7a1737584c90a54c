package org.jihe.source.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jihe.layout.Quarantined.Reason;

/**
 * Counts what reading one source costs and stops it at the limits, or when its thread is
 * interrupted. For one thread.
 */
public final class Meter {

  /** Deeper nesting of elements, tables or groups is no work of a word processor. */
  private static final int DEEPEST = 256;

  /** Longer text in one cell is none: Excel holds 32,767 characters. */
  private static final int LONGEST_TEXT = 4 << 20;

  /** A part that unpacks to more than this is looked at for its ratio. */
  private static final long LOOKED_AT = 16 << 20;

  /** XML of real workbooks shrinks to a twentieth, seldom to a fiftieth; deflate can do 1032. */
  private static final long MOST_SHRUNK = 250;

  private static final int CELLS_BETWEEN_LOOKS = 1024;

  private final Limits limits;
  private long cells;
  private long cellsAtLook;
  private final Unpacked inAll;
  private long unpacked;
  private long packed = Long.MAX_VALUE;

  /** A meter for what unpacks nothing. */
  public Meter(Limits limits) {
    this(limits, new Unpacked(limits, Long.MAX_VALUE));
  }

  /**
   * @param inAll counts what the outermost source unpacks to
   */
  public Meter(Limits limits, Unpacked inAll) {
    this.limits = limits;
    this.inAll = inAll;
  }

  /** Counts cells, blank ones that are declared among them. */
  public void cells(long more) throws Unreadable {
    cells += more;
    if (cells > limits.cells()) {
      throw exceeded("cells", cells, limits.cells());
    }
    if (cells - cellsAtLook >= CELLS_BETWEEN_LOOKS) {
      cellsAtLook = cells;
      look();
    }
  }

  /** Looks at a column's number, counted from 1. */
  public void column(long column) throws Unreadable {
    if (column > limits.columns()) {
      throw exceeded("columns", column, limits.columns());
    }
  }

  /** Looks at how deep something is nested. */
  public void depth(int depth) throws Unreadable {
    if (depth > DEEPEST) {
      throw exceeded("depth", depth, DEEPEST);
    }
  }

  /** Looks at the length of one cell's text. */
  public void text(int length) throws Unreadable {
    if (length > LONGEST_TEXT) {
      throw exceeded("characters of a cell", length, LONGEST_TEXT);
    }
  }

  /** Stops where the thread has been interrupted, which stays so. */
  public void look() throws Unreadable {
    if (Thread.currentThread().isInterrupted()) {
      throw new Unreadable(Reason.TIMED_OUT, "interrupted");
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

  private static Unreadable exceeded(String what, long met, long most) {
    return new Unreadable(
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

    private void count(long more) throws Unreadable {
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
      if (unpacked > LOOKED_AT && unpacked / Meter.this.packed > MOST_SHRUNK) {
        throw exceeded("times unpacked in all", unpacked / Meter.this.packed, MOST_SHRUNK);
      }
      String excess = inAll.excess();
      if (excess != null) {
        throw new Unreadable(Reason.LIMIT_EXCEEDED, excess);
      }
      look();
    }
  }
}
