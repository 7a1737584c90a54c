package org.jihe.rule;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.message.Language;
import org.jihe.message.Messages;

/**
 * What is wrong, to be said in the reader's language.
 *
 * @param key a key of the bundle {@code tables}
 * @param arguments values for its placeholders
 */
public record Phrase(String key, Map<String, String> arguments) implements Serializable {

  public Phrase {
    arguments = Map.copyOf(new TreeMap<>(arguments));
  }

  /** The phrase in a language. */
  public String in(Language language) {
    return Messages.of(language, "tables").text(key, arguments);
  }
}
