package org.jihe.publish.marked;

/** A file that cannot be copied with comments, and why. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final MarkedCopies.Reason reason;

  Refused(MarkedCopies.Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  MarkedCopies.Reason reason() {
    return reason;
  }
}
