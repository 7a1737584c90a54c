package org.jihe.table;

import java.time.Instant;
import java.util.Date;

/** Moments in rows. */
final class Moments {

  private Moments() {}

  /** Sessions give either, as they are set up. */
  static Instant of(Object time) {
    return time instanceof Date date ? date.toInstant() : (Instant) time;
  }
}
