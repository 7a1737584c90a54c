package org.jihe.template.search;

import java.util.Set;

/**
 * Texts that are known to stand as whole values.
 *
 * @param longest characters of the longest
 */
record KnownValues(Set<String> texts, int longest) {

  static final KnownValues NONE = new KnownValues(Set.of(), 0);

  static KnownValues of(Set<String> texts) {
    int longest = 0;
    for (String text : texts) {
      longest = Math.max(longest, text.length());
    }
    return new KnownValues(texts, longest);
  }

  boolean contains(String text) {
    return text.length() <= longest && texts.contains(text);
  }
}
