package org.jihe.statistic;

import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How often one name is spelled in which way; the most frequent one stands for all of them. */
final class Spellings {

  private final Map<String, Long> counts = new TreeMap<>();

  /** Counts a name as printed. */
  void add(@Nullable String printed) {
    if (printed != null) {
      counts.merge(tight(printed), 1L, Long::sum);
    }
  }

  /** The spelling that stands for all, of equally frequent ones the first; null where none is. */
  @Nullable String usual() {
    String usual = null;
    long most = 0;
    for (Map.Entry<String, Long> one : counts.entrySet()) {
      if (one.getValue() > most) {
        usual = one.getKey();
        most = one.getValue();
      }
    }
    return usual;
  }

  /** Spaces and the width of brackets make no other spelling. */
  private static String tight(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }
}
