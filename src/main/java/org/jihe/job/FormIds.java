package org.jihe.job;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the forms of one run their ids, in the order in which they are met. */
final class FormIds {

  private final Set<String> prints = new HashSet<>();
  private final Map<String, Integer> formsOfKey = new HashMap<>();
  private long sameKey;

  /**
   * The id of a form: its key, with a number behind it where an earlier form of that key prints
   * something else; null where an earlier one prints the same.
   */
  @Nullable String next(String key, String printedHash) {
    if (!prints.add(key + printedHash)) {
      return null;
    }
    int count = formsOfKey.merge(key, 1, Integer::sum);
    if (count == 1) {
      return key;
    }
    sameKey++;
    return key + "-" + count;
  }

  /** How many ids carry a number. */
  long sameKey() {
    return sameKey;
  }
}
