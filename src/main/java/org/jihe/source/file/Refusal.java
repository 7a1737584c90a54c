package org.jihe.source.file;

import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;

/** A source that cannot be read, and why: a result, not a mistake of the program. */
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  private final Quarantined entry;

  /**
   * @param detail what was met, for the message: a count, the library's own words; may be empty
   * @param excerpt the beginning of what stands there; may be empty
   */
  public Refusal(RawFile source, Reason reason, String detail, String excerpt) {
    super(reason + " " + source.name() + " " + detail, null, false, false);
    this.entry = new Quarantined(source.name(), null, reason, detail, excerpt);
  }

  /** What goes into quarantine. */
  public Quarantined entry() {
    return entry;
  }
}
