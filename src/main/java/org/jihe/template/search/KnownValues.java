package org.jihe.template.search;

import java.util.Set;
import org.jihe.form.Texts;

/**
 * Texts that are known to stand as whole values.
 *
 * @param longest characters of the longest
 */
public record KnownValues(Set<String> texts, int longest) {

  public static final KnownValues NONE = new KnownValues(Set.of(), 0);

  public static KnownValues of(Set<String> texts) {
    int longest = 0;
    for (String text : texts) {
      longest = Math.max(longest, text.length());
    }
    return new KnownValues(texts, longest);
  }

  public boolean contains(String text) {
    return text.length() <= longest && texts.contains(text);
  }
}
