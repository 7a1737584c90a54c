package org.jihe.rule.answer;

import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/** A change that a text speaks of. */
enum Trend {
  UP,
  DOWN,
  STEADY;

  /** The only change that a text speaks of; null where there is none, or more than one. */
  static @Nullable Trend of(String text, Parameters words) {
    boolean up = words.mentions("rising", text);
    boolean down = words.mentions("falling", text);
    boolean steady = words.mentions("steady", text);
    if ((up ? 1 : 0) + (down ? 1 : 0) + (steady ? 1 : 0) != 1) {
      return null;
    }
    return up ? UP : down ? DOWN : STEADY;
  }

  /** True where this is not what was wanted: the other way, or none where one was wanted. */
  boolean misses(Trend wanted) {
    return wanted != STEADY && this != wanted;
  }
}
