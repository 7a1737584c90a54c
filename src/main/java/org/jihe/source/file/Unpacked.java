package org.jihe.source.file;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The part of a {@link Budget} that sources share which lie in one another. Counts what the
 * outermost one unpacks to in all, whatever lies inside what: members of archives, those of
 * archives among them, and the parts of their office files. Members may share their packed bytes,
 * so that no look at one of them alone bounds what they unpack to together.
 */
public final class Unpacked {

  /** What unpacks to less may be packed as tightly as it likes. */
  public static final long LARGE = 64L << 20;

  /** As many times as much may be unpacked in vain, so that one bad member does not hide others. */
  private static final int IN_VAIN = 4;

  private final Limits limits;
  private final long packed;
  private final AtomicLong all = new AtomicLong();
  private final AtomicLong inVain = new AtomicLong();

  /**
   * @param packed size of the outermost source
   */
  public Unpacked(Limits limits, long packed) {
    this.limits = limits;
    this.packed = Math.max(1, packed);
  }

  /** Counts bytes that came out of something. */
  public void add(long bytes) {
    all.addAndGet(bytes);
  }

  /** Notes how many of the counted bytes nobody reads, since their member was refused. */
  public void refused(long bytes) {
    inVain.addAndGet(bytes);
  }

  /** True where the bytes are more than all may come to. */
  public boolean isTooMuch() {
    return all.get() > limits.unpacked();
  }

  /** True where what came out is out of all proportion to the source. */
  public boolean isTooTight() {
    return !fits(0) || (all.get() > IN_VAIN * LARGE && all.get() / limits.ratio() > packed);
  }

  /** True where so many bytes more would still be in proportion. */
  public boolean fits(long more) {
    long read = all.get() - inVain.get() + more;
    return read <= LARGE || read / limits.ratio() <= packed;
  }

  /** What is exceeded, or null. */
  public @Nullable String excess() {
    if (isTooMuch()) {
      return "unpacked > " + limits.unpacked() + " B";
    }
    return isTooTight() ? tooTight(all.get()) : null;
  }

  /** Says that so many bytes are out of proportion. */
  public String tooTight(long bytes) {
    return String.format(
        Locale.ROOT, "unpacked / packed > %d in all: %d B of %d B", limits.ratio(), bytes, packed);
  }
}
